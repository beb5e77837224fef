// @ts-check
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toolScript } from '../setup/node-runtime.mjs'
import { inProject } from '../setup/places.mjs'
import { allowed, forbidden } from './import-cases.mjs'

const answers = lint([...forbidden, ...allowed])

describe('an import across a border is refused with a reason', () => {
  it.each(forbidden)('%s: %s', (file, sentence, words) => {
    expect(answers(file, sentence)).toEqual([expect.stringContaining(words)])
  })
})

describe('an import within the rules is left alone', () => {
  it.each(allowed)('%s: %s', (file, sentence) => {
    expect(answers(file, sentence)).toEqual([])
  })
})

it('a circle of imports is refused', () => {
  const circle = lint([
    ['electron/a.ts', "import { b } from './b'; export const a = b"],
    ['electron/b.ts', "import { a } from './a'; export const b = a"],
  ])
  expect(circle('electron/a.ts', "import { b } from './b'; export const a = b")).not.toEqual([])
})

/**
 * Plants the sentences, one a line, in files of the given names under our own rules, and runs oxlint once.
 * @param {readonly (readonly [file: string, sentence: string, ...rest: string[]])[]} planted
 * @returns {(file: string, sentence: string) => string[]} what oxlint answers to a sentence
 */
function lint(planted) {
  /** @type {Map<string, string[]>} */
  const files = new Map()
  for (const [file, sentence] of planted) files.set(file, [...(files.get(file) ?? []), sentence])

  const folder = mkdtempSync(join(tmpdir(), 'keyward-import-rules-'))
  try {
    copyFileSync(inProject('.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [file, sentences] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), sentences.join('\n'))
    }
    const { stdout } = spawnSync(process.execPath, [toolScript('oxlint'), '--format=json'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const borders = /no-restricted|no-cycle/
    /** @type {{ code: string, help: string, filename: string, labels: { span: { line: number } }[] }[]} */
    const found = JSON.parse(stdout).diagnostics
    return (file, sentence) =>
      found
        .filter(({ code, filename }) => borders.test(code) && filename === file)
        .filter(({ labels }) => files.get(file)?.[(labels[0]?.span.line ?? 0) - 1] === sentence)
        .map(({ help }) => help)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
