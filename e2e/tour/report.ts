import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

export type Step = {
  number: number
  step: string
  seen: string
  status?: number
  screenshot?: string
  ok: boolean
}

/** Collects what the tour did and saw, with a numbered picture of each step that has one. */
export function createReport(folder: string) {
  mkdirSync(folder, { recursive: true })
  const steps: Step[] = []

  const note = (step: string, seen: string, ok: boolean, more: Partial<Step> = {}) => {
    const entry = { number: steps.length + 1, step, seen, ok, ...more }
    steps.push(entry)
    console.log(`${ok ? 'true ' : 'FALSE'} ${entry.number}. ${step}: ${seen}`)
  }

  return {
    steps,
    note,
    async picture(page: Page, name: string, step: string, seen: string, ok: boolean) {
      const number = String(steps.length + 1).padStart(2, '0')
      const screenshot = `${number}-${name}.png`
      await page.screenshot({ path: join(folder, screenshot), animations: 'disabled' })
      note(step, seen, ok, { screenshot })
    },
    answer(step: string, status: number, expected: number, seen: string) {
      note(step, seen, status === expected, { status })
    },
    write(facts: object) {
      const ok = steps.length > 0 && steps.every((one) => one.ok)
      const file = join(folder, 'tour.json')
      writeFileSync(file, `${JSON.stringify({ ok, ...facts, steps }, null, 2)}\n`)
      return ok
    },
  }
}

export type Report = ReturnType<typeof createReport>
