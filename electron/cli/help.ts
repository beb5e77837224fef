import { tokenStatuses } from '../contract/token'
import type { Command } from './command'
import { commands } from './commands'
import { exitCodes, type Ending } from './exit-codes'
import { needsAdministrator } from './needed-role'
import { everywhere, forProfile, forSignIn, type OptionName } from './options'
import { fill, words } from './words'

const { usage } = words

export const optionsOf = (command: Command): OptionName[] => [
  ...command.options,
  ...(command.needs === 'sign_in' ? forSignIn : []),
  ...(command.needs === 'nothing' ? [] : forProfile),
  ...everywhere,
]

/** `tokens show TOKEN` */
export const formOf = ({ name, takes }: Command) => [name, ...takes].join(' ')

function needsOf(command: Command): string {
  if (command.needs === 'nothing') return usage.needsNothing
  if (command.needs === 'profile') return usage.needsNobody
  return needsAdministrator(command.calls) ? usage.needsAdministrator : usage.needsAuditor
}

export function helpOf(command: Command): string {
  return paragraphs(
    `${usage.title}: ${fill(usage.form, { command: formOf(command) })}`,
    words.commands[command.name],
    needsOf(command),
    section(
      usage.arguments,
      command.takes.map((name) => [name, words.arguments[name]]),
    ),
    section(usage.options, optionsOf(command).map(optionLine)),
  )
}

/** All commands, or those that begin with one word. */
export function overview(group: string | null): string {
  const shown = commands.filter(({ name }) => group === null || name.startsWith(`${group} `))
  const command = group === null ? usage.anyCommand : `${group} ${usage.anyCommand}`
  return paragraphs(
    `${usage.title}: ${fill(usage.form, { command })}`,
    group === null ? wrapped(words.about, 96, 0) : '',
    section(
      usage.commands,
      shown.map((one) => [formOf(one), words.commands[one.name]]),
    ),
    group === null
      ? section(usage.everyCommand, [...forSignIn, ...forProfile, ...everywhere].map(optionLine))
      : '',
    group === null
      ? section(
          usage.exitCodes,
          (Object.keys(exitCodes) as Ending[]).map((ending) => [
            String(exitCodes[ending]),
            words.exitCodes[ending],
          ]),
        )
      : '',
    usage.more,
  )
}

function optionLine(name: OptionName): [string, string] {
  const value = (words.values as Partial<Record<OptionName, string>>)[name]
  const choices = tokenStatuses.join(', ')
  return [`--${name}${value ? ` ${value}` : ''}`, fill(words.options[name], { choices })]
}

const paragraphs = (...texts: string[]) => `${texts.filter((text) => text !== '').join('\n\n')}\n`

function section(title: string, lines: [string, string][]): string {
  if (lines.length === 0) return ''
  const widest = Math.max(...lines.map(([name]) => name.length))
  const indent = widest + 4
  return [
    `${title}:`,
    ...lines.map(
      ([name, text]) => `  ${name.padEnd(widest)}  ${wrapped(text, 96 - indent, indent)}`,
    ),
  ].join('\n')
}

function wrapped(text: string, width: number, indent: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}
