import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDescribedWorld, programOf, runProgram, type Described } from './described-world'

type Finding = { rule: string; isError: boolean; message: string }
type Linter = (file: string) => Promise<Finding[]>

const redocly: Linter = async (file) => {
  const { said } = await runProgram(
    programOf('@redocly', 'cli', 'bin', 'cli.js'),
    ...['lint', file, '--extends=recommended', '--format=json'],
  )
  type Told = { problems: { ruleId: string; severity: string; message: string }[] }
  const { problems } = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as Told
  return problems.map(({ ruleId, severity, message }) => ({
    rule: ruleId,
    isError: severity === 'error',
    message,
  }))
}

const spectral =
  (ruleset: string): Linter =>
  async (file) => {
    const { said } = await runProgram(
      programOf('@stoplight', 'spectral-cli', 'dist', 'index.js'),
      ...['lint', file, '--ruleset', ruleset, '--format=json', '--quiet'],
    )
    type Told = { code: string; severity: number; message: string }[]
    return (JSON.parse(said.slice(said.indexOf('['), said.lastIndexOf(']') + 1)) as Told).map(
      ({ code, severity, message }) => ({ rule: code, isError: severity === 0, message }),
    )
  }

/** Two operations of one name: no client can be made of that. */
function breakIn(document: Described): Described {
  const broken = structuredClone(document)
  broken.paths['/v1/entities/parcels/records']!['get']!.operationId = 'read-token'
  return broken
}

test('Redocly and Spectral find no error in the description, by their recommended rules', async () => {
  const { document, file, folder } = await openDescribedWorld()
  const ruleset = join(folder, 'ruleset.json')
  writeFileSync(ruleset, JSON.stringify({ extends: ['spectral:oas'] }))
  const brokenFile = join(folder, 'broken.json')
  writeFileSync(brokenFile, JSON.stringify(breakIn(document)))

  for (const lint of [redocly, spectral(ruleset)]) {
    const errors = (await lint(file)).filter(({ isError }) => isError)
    expect(errors).toEqual([])
    // The check itself can fail.
    const refused = (await lint(brokenFile)).filter(({ isError }) => isError)
    expect(refused.map(({ rule }) => rule).join()).toMatch(/operation-operationId-unique/)
  }
})
