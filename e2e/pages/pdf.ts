import { spawnSync } from 'node:child_process'

/** The pages of a PDF as a reader has them, each with its text. */
export function pagesOf(path: string): string[] {
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-layout', path, '-'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.split('\f').slice(0, -1)
}
