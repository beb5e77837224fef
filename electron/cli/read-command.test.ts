import { expect, it } from 'vitest'
import { commands } from './commands'
import { helpOf, optionsOf, overview } from './help'
import { optionKinds, type OptionName } from './options'
import { readCommand } from './read-command'
import { Stop } from './stop'
import { words } from './words'

const wrong = (...typed: string[]): string => {
  try {
    readCommand(typed)
  } catch (error) {
    if (error instanceof Stop && error.ending === 'usage') return error.sentence
    throw error
  }
  throw new Error('it was understood')
}

it('a command is read with its options wherever they stand', () => {
  const read = readCommand(['--profile', 'p', 'tokens', '--json', 'show', 'ERP', '--user=alice'])
  expect(read).toMatchObject({
    kind: 'run',
    command: { name: 'tokens show' },
    args: ['ERP'],
    options: { profile: 'p', json: true, user: 'alice' },
  })
})

it('what comes after two dashes is no option, so a name may begin with one', () => {
  expect(readCommand(['tokens', 'show', '--', '--odd'])).toMatchObject({ args: ['--odd'] })
})

it.each([
  [['tokns', 'list'], 'Did you mean “tokens list”'],
  [['tokens', 'lst'], 'Did you mean “tokens list”'],
  [['tokens', 'revok', 'X'], 'Did you mean “tokens revoke”'],
  [['verify-activty', 'f'], 'Did you mean “verify-activity”'],
  [['frobnicate'], 'There is no command “frobnicate”'],
  [['tokens'], 'Choose one of: list, expiring, show'],
  [[], 'Which command?'],
  [['tokens', 'list', '--statu', 'active'], 'Did you mean --status'],
  [['users', 'list', '--port', '1'], 'has no option --port'],
  [['users', 'list', '--frobnicate'], 'There is no option --frobnicate'],
  [['users', 'list', '-x'], 'There is no option -x'],
  [['users', 'list', '--json=yes'], '--json takes no value'],
  [['users', 'list', '--user'], '--user needs a value: --user USERNAME'],
  [['users', 'list', '--user', '--json'], '--user needs a value'],
  [['users', 'list', '--user='], '--user needs a value'],
  [['users', 'list', '--user', 'a', '--user', 'b'], '--user is given twice'],
  [['tokens', 'show'], 'TOKEN is missing. The form is: keyward tokens show TOKEN'],
  [['tokens', 'show', 'a', 'b'], '“b” is one word too many'],
  [['tok\u001B[2Jens'], 'There is no command “tok�[2Jens”'],
  [['constructor'], 'There is no command'],
  [['users', 'list', '--__proto__', 'x'], 'There is no option'],
])('%j is answered with a sentence that helps', (typed, sentence) => {
  expect(wrong(...typed)).toContain(sentence)
})

it('help is there for all, for some and for one', () => {
  expect(readCommand(['--help'])).toEqual({ kind: 'help', command: null, group: null })
  expect(readCommand(['help', 'tokens'])).toEqual({ kind: 'help', command: null, group: 'tokens' })
  expect(readCommand(['tokens', '-h'])).toEqual({ kind: 'help', command: null, group: 'tokens' })
  for (const typed of [
    ['tokens', 'show', '--help'],
    ['help', 'tokens', 'show'],
  ])
    expect(readCommand(typed)).toMatchObject({ kind: 'help', command: { name: 'tokens show' } })
})

it('every command and every option it has is explained', () => {
  for (const command of commands) {
    expect(overview(null)).toContain(command.name)
    const help = helpOf(command)
    for (const name of optionsOf(command)) {
      expect(help).toContain(`--${name}`)
      expect(words.options[name], name).toBeTruthy()
    }
  }
  const used = new Set(commands.flatMap(optionsOf))
  const unused = (Object.keys(optionKinds) as OptionName[]).filter((name) => !used.has(name))
  expect(unused).toEqual(['version'])
  for (const line of overview(null).split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})

it('the README names every exit code as the help does', async () => {
  const { readFileSync } = await import('node:fs')
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  for (const [ending, text] of Object.entries(words.exitCodes))
    expect(readme, ending).toContain(text)
})
