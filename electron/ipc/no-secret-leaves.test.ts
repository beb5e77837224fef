import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { contract, type Call } from '../contract/index'

const secretive = /secret|password|hash|digest|mac$|^key$|credential/i

/** The dotted names of everything that an output may carry. */
function namesIn(schema: z.ZodType): string[] {
  const described = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })
  const names: string[] = []
  const walk = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') {
        for (const [name, inner] of Object.entries(value as object)) {
          names.push(path + name)
          walk(inner, `${path}${name}.`)
        }
      } else walk(value, path)
    }
  }
  walk(described, '')
  return names
}

const secretNamesIn = (call: Call) =>
  namesIn(contract[call].output).filter((name) => secretive.test(name.split('.').at(-1) ?? ''))

describe('what reaches a window', () => {
  const calls = Object.keys(contract) as Call[]

  const issuing: Call[] = ['tokens.create', 'tokens.rotate', 'clients.create']

  it.each(calls.filter((call) => !issuing.includes(call)))('%s carries no secret', (call) => {
    expect(secretNamesIn(call)).toEqual([])
  })

  it.each(issuing)('is a secret once: in the reply of %s, which made it', (call) => {
    expect(secretNamesIn(call)).toEqual(['secret'])
  })

  it('is walked to its leaves', () => {
    const hidden = z.object({
      rows: z.array(z.union([z.null(), z.object({ passwordHash: z.string() })])),
    })
    expect(namesIn(hidden)).toContain('rows.passwordHash')
    expect(namesIn(contract['session.state'].output)).toContain('user.username')
  })
})
