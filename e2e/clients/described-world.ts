import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { NewToken } from '../../electron/contract/token'
import { parcels } from '../../electron/services/every-field.fixture'
import { openWorld } from './world'

const run = promisify(execFile)

/** Entities with every type of field, one that demands all it can, and a token that may do all. */
export async function openDescribedWorld() {
  const world = await openWorld()
  const { house } = world
  const customers = await house.createEntity('customers')
  const parcelsEntity = await house.entities.create(parcels(customers.id))
  const bills = await house.entities.create({
    name: 'bills',
    title: 'Bills',
    fields: [{ name: 'number', title: 'Number', type: 'string', required: true }],
    idempotencyKey: 'required',
    ifMatch: 'required',
    maxRecordBytes: 4096,
  })
  const user = await house.users.create({
    kind: 'service_account',
    username: 'integrator',
    displayName: 'Integrator',
    signIn: null,
  })
  const { secret } = await house.tokens.create(
    NewToken.parse({
      userId: user.id,
      name: 'Reads the reference',
      expiry: { kind: 'days', days: 30, zone: 'UTC' },
      grants: [{ entityId: null, permissions: ['read', 'write', 'delete'] }],
    }),
  )
  const authorization = `Bearer ${secret}`
  const answer = await fetch(`${world.baseUrl}/openapi.json`, { headers: { authorization } })
  if (!answer.ok) throw new Error(`no description: ${answer.status} ${await answer.text()}`)
  const text = await answer.text()

  const folder = mkdtempSync(join(tmpdir(), 'keyward-described-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'openapi.json')
  writeFileSync(file, text)
  return {
    ...world,
    entities: { customers, parcels: parcelsEntity, bills },
    secret,
    authorization,
    document: JSON.parse(text) as Described,
    folder,
    file,
  }
}

export type Described = {
  paths: Record<string, Record<string, { operationId: string }>>
  components: { schemas: Record<string, { properties: Record<string, object> }> }
}

const clients = import.meta.dirname

/** A program of the packages beside the proofs. None of them may report anything to anybody. */
export const quiet = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  DO_NOT_TRACK: '1',
  SCARF_ANALYTICS: 'false',
  CI: 'true',
  NO_COLOR: '1',
}

export const programOf = (...path: string[]) => join(clients, 'node_modules', ...path)

/** What a program said, and how it ended: a refusal is an answer too. */
export async function runProgram(program: string, ...args: string[]) {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args], {
      cwd: clients,
      env: quiet,
      maxBuffer: 16 * 1_048_576,
    })
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}
