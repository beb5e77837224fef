import { stat } from 'node:fs/promises'
import { leakLimits, type LeakFinding, type LeakProgress, type UnreadFile } from '../contract/leak'
import type { TokenFormat } from '../crypto/types'
import { createLeakFindings, type JudgeSecret } from './leak-findings'
import { readFile } from './leak-source'
import { readableFiles } from './readable-files'
import { createTokenFinder, type FoundToken } from './token-finder'

export type ScanOptions = {
  parse: TokenFormat['parse']
  judge: JudgeSecret
  isCancelled?: () => boolean
  onProgress?: (progress: LeakProgress) => void
}

export type ScanResult = LeakProgress & {
  state: 'done' | 'cancelled'
  findings: LeakFinding[]
  /** Places of tokens of other registries beyond those that are listed. */
  unlisted: number
  links: number
  unread: UnreadFile[]
  unreadCount: number
}

/**
 * Every token of Keyward in the files and folders, by prefix and checksum, named by its ID: no
 * secret is in the result, in an error, or in a file that is written.
 */
export async function scanPaths(
  paths: string[],
  { parse, judge, isCancelled = () => false, onProgress = () => undefined }: ScanOptions,
): Promise<ScanResult> {
  const findings = createLeakFindings(judge)
  const shownPath = maskTokens(parse)
  const unread: UnreadFile[] = []
  const total = { files: 0, bytes: 0, links: 0, unread: 0 }
  const totalBytes = await bytesOfFilesAlone(paths)
  const progress = (): LeakProgress => ({
    files: total.files,
    bytes: total.bytes,
    totalBytes,
    tokens: findings.size(),
  })

  const leaveOut = (shown: string, reason: UnreadFile['reason']) => {
    total.unread += 1
    if (unread.length < leakLimits.unread) unread.push({ path: shownPath(shown), reason })
  }

  for await (const listed of readableFiles(paths)) {
    if (isCancelled()) break
    if (listed.is === 'link') total.links += 1
    else if (listed.is === 'not_readable') leaveOut(listed.shown, 'not_readable')
    else {
      const path = shownPath(listed.shown)
      for (const token of tokensIn(parse, Buffer.from(listed.shown)))
        await findings.add(token, { path, line: null, offset: null })
      const outcome = await readFile(listed, {
        parse,
        isCancelled,
        read(bytes) {
          total.bytes += bytes
          onProgress(progress())
        },
        found: (token, isText) => findings.add(token, placeOf(path, token, isText)),
      })
      if (outcome !== 'not_readable') total.files += 1
      if (outcome !== 'read') leaveOut(listed.shown, outcome)
      onProgress(progress())
    }
  }

  return {
    ...progress(),
    state: isCancelled() ? 'cancelled' : 'done',
    findings: findings.list(),
    unlisted: findings.unlisted(),
    links: total.links,
    unread,
    unreadCount: total.unread,
  }
}

/** The same of a text that somebody pasted. */
export async function scanText(
  text: string,
  { parse, judge }: Pick<ScanOptions, 'parse' | 'judge'>,
): Promise<ScanResult> {
  const findings = createLeakFindings(judge)
  const bytes = Buffer.from(text)
  for (const token of tokensIn(parse, bytes)) await findings.add(token, placeOf('', token, true))
  return {
    state: 'done',
    files: 0,
    bytes: bytes.length,
    totalBytes: bytes.length,
    tokens: findings.size(),
    findings: findings.list(),
    unlisted: findings.unlisted(),
    links: 0,
    unread: [],
    unreadCount: 0,
  }
}

const tokensIn = (parse: TokenFormat['parse'], bytes: Buffer) =>
  createTokenFinder({ parse }).take(bytes)

const placeOf = (path: string, { line, offset }: FoundToken, isText: boolean) => ({
  path,
  line: isText ? line : null,
  offset,
})

/** A file can be called by a token: its name is shown without the secret. */
const maskTokens = (parse: TokenFormat['parse']) => (path: string) => {
  const tokens = tokensIn(parse, Buffer.from(path))
  if (tokens.length === 0) return path
  return tokens.reduce(
    (shown, { token, tokenId }) => shown.replaceAll(token, `${token.slice(0, 4)}${tokenId}_…`),
    path.replaceAll(/%5f/gi, '_'),
  )
}

/** Folders are not gone through twice, only to know how far a scan is. */
async function bytesOfFilesAlone(paths: string[]): Promise<number | null> {
  let sum = 0
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found?.isDirectory()) return null
    sum += found?.size ?? 0
  }
  return sum
}
