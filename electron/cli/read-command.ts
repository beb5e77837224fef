import { parseArgs } from 'node:util'
import { shown } from './choices'
import type { Command, CommandName } from './command'
import { commands } from './commands'
import { formOf, optionsOf } from './help'
import { isOption, optionKinds, type OptionName, type Options } from './options'
import { Stop } from './stop'
import { closest } from './suggest'
import { fill, words } from './words'

export type Read =
  | { kind: 'help'; command: Command | null; group: string | null }
  | { kind: 'version' }
  | { kind: 'run'; command: Command; args: string[]; options: Options }

const { usage } = words

/** What was typed, as a command with its options; what makes no sense ends in a sentence. */
export function readCommand(typed: string[]): Read {
  const { positionals, options, unknown } = taken(typed)
  const [group, second] = positionals
  if (options.version) return { kind: 'version' }
  if (group === undefined || group === 'help') {
    if (!options.help && group === undefined) throw new Stop('usage', usage.commandMissing)
    return helpFor(positionals.slice(group === 'help' ? 1 : 0))
  }
  if (options.help) return helpFor(positionals)

  const command = commandOf(group, second)
  for (const name of unknown) throw unknownOption(name, command)
  for (const name of Object.keys(options) as OptionName[])
    if (!optionsOf(command).includes(name))
      throw new Stop(
        'usage',
        fill(usage.optionElsewhere, { option: `--${name}`, command: command.name }),
      )
  const args = positionals.slice(command.name.split(' ').length)
  const { takes } = command
  const form = formOf(command)
  if (args.length < takes.length)
    throw new Stop('usage', fill(usage.argumentMissing, { argument: takes[args.length]!, form }))
  if (args.length > takes.length) {
    const argument = shown(args[takes.length])
    throw new Stop('usage', fill(usage.argumentsTooMany, { argument, form }))
  }
  return { kind: 'run', command, args, options }
}

/** A value that begins with a dash is taken for a forgotten one. */
function taken(typed: string[]) {
  const { tokens, positionals } = parseArgs({
    args: typed,
    options: {
      ...Object.fromEntries(
        Object.entries(optionKinds).map(([name, kind]) => [
          name,
          { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const options: Record<string, string | true> = {}
  const unknown: string[] = []
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, value } = token
    const option = `--${name}`
    if (!isOption(name)) {
      unknown.push(token.rawName)
      continue
    }
    if (name in options) throw new Stop('usage', fill(usage.optionTwice, { option }))
    if (optionKinds[name] === 'switch') {
      if (value !== undefined) throw new Stop('usage', fill(usage.optionTakesNone, { option }))
      options[name] = true
      continue
    }
    const isForgotten = !value || (!token.inlineValue && value.startsWith('-'))
    if (isForgotten) {
      const wanted = words.values[name as keyof typeof words.values]
      throw new Stop('usage', fill(usage.optionEmpty, { option, value: wanted }))
    }
    options[name] = value
  }
  return { positionals, options: options as Options, unknown }
}

function helpFor(asked: string[]): Read {
  const [group, second] = asked
  if (group === undefined) return { kind: 'help', command: null, group: null }
  if (second === undefined && namesOf(group).length > 0 && !nameOf([group]))
    return { kind: 'help', command: null, group }
  return { kind: 'help', command: commandOf(group, second), group: null }
}

function commandOf(group: string, second: string | undefined): Command {
  const name = nameOf([group, second ?? '']) ?? nameOf([group])
  const found = commands.find((command) => command.name === name)
  if (found) return found
  const inGroup = namesOf(group)
  if (second === undefined && inGroup.length > 0) {
    const choices = inGroup.map((one) => one.split(' ')[1]).join(', ')
    throw new Stop('usage', fill(usage.commandIncomplete, { command: group, choices }))
  }
  const known = commands.map((command) => command.name)
  const asTyped = [group, second].filter((word) => word !== undefined).join(' ')
  const close =
    closest(asTyped, known) ??
    (inGroup.length > 0
      ? null
      : closest(group, [...new Set(known.map((one) => one.split(' ')[0]!))]))
  const command = shown(inGroup.length > 0 || close?.includes(' ') ? asTyped : group)
  throw new Stop(
    'usage',
    close === null
      ? fill(usage.commandUnknown, { command })
      : fill(usage.commandUnknownClose, { command, close }),
  )
}

const nameOf = (typed: string[]): CommandName | undefined =>
  commands.find(({ name }) => name === typed.join(' '))?.name

const namesOf = (group: string): CommandName[] =>
  commands.map(({ name }) => name).filter((name) => name.startsWith(`${group} `))

function unknownOption(typed: string, command: Command): Stop {
  const option = shown(typed)
  const close = closest(
    typed,
    optionsOf(command).map((name) => `--${name}`),
  )
  return new Stop(
    'usage',
    close === null
      ? fill(usage.optionUnknown, { option, command: command.name })
      : fill(usage.optionUnknownClose, { option, close }),
  )
}
