import { expect } from 'vitest'
import { runCommandLine } from './cli/run-command-line'
import { createFakeTerminal } from './cli/terminal.fixture'
import type { Terminal } from './cli/terminal'
import { openForCommand } from './compose-cli'
import { verifyActivityFile } from './services/verify-activity-file'
import { verifyBesideProof } from './services/verify-proof-files'

type Profile = { folder: string }
type Given = Parameters<typeof createFakeTerminal>[0]

export const openedFor = ({ folder }: Profile) =>
  openForCommand({
    folder,
    now: Date.now,
    clockOffsetMs: 0,
    safeStorage: null,
    say: (sentence) => expect.fail(sentence),
  })

/** Runs a command on a real profile to its exit code. */
export async function runOn(profile: Profile, typed: string[], terminal: Terminal) {
  const reported: unknown[] = []
  const code = await runCommandLine(typed, {
    terminal,
    environment: {},
    version: '1.2.3',
    now: Date.now,
    open: () => openedFor(profile),
    offline: { verifyActivityFile, verifyBesideProof },
    report: (error) => reported.push(error),
  })
  expect(reported).toEqual([])
  return code
}

/** The same, with what it showed; nobody sits at the terminal unless `answers` says so. */
export async function keyward(profile: Profile, typed: string[], given: Given = {}) {
  const { terminal, shown } = createFakeTerminal(given)
  const code = await runOn(profile, typed, terminal)
  return { code, ...shown }
}

/** What to type, and to pipe in, to do it as this user. */
export const as = (
  who: { username: string; password: string },
  typed: string[],
): [string[], { input: string }] => [
  [...typed, '--user', who.username, '--password-stdin'],
  { input: `${who.password}\n` },
]
