import { expect, it } from 'vitest'
import { openRegistry } from './open-registry'
import { newFolder } from './profile.fixture'
import { candidates } from './reminder-store'

it('tokens whose end is near are found by index, and the others are not looked at', () => {
  const db = openRegistry(newFolder())
  try {
    const { sql, parameters } = candidates({ now: 1, until: 2, calledSince: 0 }).compile()
    const plan = db
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail)
    expect(plan.filter((step) => /^SCAN (token|user)\b/.test(step))).toEqual([])
    expect(plan.join('\n')).toContain('token_by_expiry')
    expect(plan.join('\n')).toContain('token_by_creation')
    expect(plan.join('\n')).toContain('refused_call_by_reason')
  } finally {
    db.close()
  }
})
