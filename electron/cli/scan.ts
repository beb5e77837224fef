import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { FoundLeaksAsked, type FoundLeak, type LeakScan } from '../contract/leak'
import leaks from '../../resources/locales/en/leaks.json'
import { shown } from './choices'
import type { AskKeyward, Command } from './command'
import { allPages } from './pages'
import { Stop, stopFor } from './stop'
import type { Column, Tone } from './table'
import type { Terminal } from './terminal'
import { lastUseWords, statusWords } from './token-words'
import { fill, words } from './words'

const lookEveryMilliseconds = 100
const text = words.scan

export const scan: Command = {
  name: 'scan',
  needs: 'sign_in',
  takes: ['PATH'],
  options: [],
  calls: ['leaks.scanDropped', 'leaks.current', 'leaks.cancel', 'leaks.found'],
  async run({ ask, args, output, terminal }) {
    const path = resolve(args[0]!)
    if (!existsSync(path)) throw new Stop('not_found', fill(text.missing, { path: shown(args[0]) }))
    const { id } = await ask('leaks.scanDropped', { paths: [path] })
    const done = await ended(ask, id, terminal)
    const found = allPages((page) => ask('leaks.found', FoundLeaksAsked.parse({ id, ...page })))
    if (output.isJson) await output.thing({ ...facts(done), found: (await all(found)).flat() }, [])
    else await output.rows(found, columns, leaks.summary.clean)
    for (const sentence of notes(done)) terminal.say(sentence)
    if (done.state === 'cancelled') return 'interrupted'
    if (done.tokens > 0) return 'found'
    // Nothing was found, but not everything was looked at.
    return done.unread.some(({ reason }) => reason === 'not_readable') ? 'refused' : 'done'
  },
}

async function ended(ask: AskKeyward, id: string, terminal: Terminal): Promise<LeakScan> {
  let isToldToEnd = false
  void terminal.toldToEnd().then(() => (isToldToEnd = true))
  for (;;) {
    const state = await ask('leaks.current', undefined)
    if (state === null || state.failure) throw stopFor(state?.failure ?? { code: 'internal' })
    if (state.state !== 'running') return state
    if (isToldToEnd) await ask('leaks.cancel', { id })
    await wait(lookEveryMilliseconds)
  }
}

const all = async <T>(pages: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const page of pages) list.push(page)
  return list
}

const facts = ({ state, files, bytes, tokens, links, unread, unreadCount }: LeakScan) => ({
  state,
  files,
  bytes,
  tokens,
  links,
  unread,
  unreadCount,
})

function notes({ state, files, bytes, links, unread, unreadCount, unlisted }: LeakScan): string[] {
  const more = unreadCount - unread.length
  return [
    ...(state === 'cancelled' ? [leaks.state.cancelled] : []),
    fill(text.read, { files, bytes }),
    ...(links > 0 ? [fill(text.links, { links })] : []),
    ...(unlisted > 0 ? [fill(text.unlisted, { unlisted })] : []),
    ...unread.map(({ path, reason }) => `${shown(path)}: ${leaks.unread.reason[reason]}`),
    ...(more > 0 ? [fill(text.moreUnread, { more })] : []),
  ]
}

/** The right secret of a token that works is what has to be acted on now. */
function matchOf({ match, known }: FoundLeak): keyof typeof tones {
  if (match !== 'own_secret') return match
  const token = known?.token
  const isValid = token?.status === 'active' || token?.status === 'expiring_soon'
  return isValid && token.unusedMark !== 'disabled' ? 'live' : 'stopped'
}

const tones: Record<keyof typeof leaks.match, Tone> = {
  live: 'red',
  stopped: 'yellow',
  old_secret: 'yellow',
  other_secret: 'dim',
  not_here: 'dim',
}

const columns: Column<FoundLeak>[] = [
  { title: words.tokens.id, of: ({ tokenId }) => tokenId },
  {
    title: leaks.column.match,
    of: (leak) => leaks.match[matchOf(leak)],
    tone: (leak) => tones[matchOf(leak)],
  },
  { title: words.tokens.name, of: ({ known }) => known?.token.name ?? leaks.unknownToken },
  { title: words.tokens.user, of: ({ known }) => known?.userName ?? words.users.nothing },
  {
    title: leaks.column.status,
    of: ({ known }) => (known ? statusWords(known.token.status) : words.users.nothing),
  },
  {
    title: words.tokens.lastUse,
    of: ({ known }) => (known ? lastUseWords(known.token) : words.users.nothing),
  },
  { title: leaks.column.places, of: placeWords },
]

function placeWords({ places: [first], count }: FoundLeak): string {
  if (!first) return ''
  const path = shown(first.path)
  const where =
    first.line !== null
      ? fill(leaks.place.line, { path, line: first.line })
      : first.offset !== null
        ? fill(leaks.place.byte, { path, offset: first.offset })
        : fill(leaks.place.name, { path })
  return count > 1 ? `${where} ${fill(text.more, { count: count - 1 })}` : where
}
