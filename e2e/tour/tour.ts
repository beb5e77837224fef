// The main way through Keyward, once, on the real window and the real gateway, with pictures; then
// every page of the demo, light and dark.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, launchKeyward } from '../launch.ts'
import { seeEveryPage } from './every-page.ts'
import { createReport } from './report.ts'
import { walkTheMainWay } from './main-way.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' } } })
const report = createReport(resolve(values.out))
const profile = mkdtempSync(join(tmpdir(), 'keyward-tour-'))
const startedAt = new Date().toISOString()

let electron = 'not started'
try {
  const keyward = await launchKeyward({ profile, port: await freePort() })
  try {
    electron = await keyward.app.evaluate(() => process.versions['electron'] ?? 'unknown')
    await walkTheMainWay(keyward, report)
  } finally {
    await keyward.app.close()
  }
  await seeEveryPage(report)
} catch (error) {
  report.note('The tour came to an end', String(error), false)
} finally {
  rmSync(profile, { recursive: true, force: true })
}

const ok = report.write({ startedAt, electron, node: process.versions.node })
console.log(ok ? 'Every step was true.' : 'Not every step was true; see tour.json.')
process.exitCode = ok ? 0 : 1
