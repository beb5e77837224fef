// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { toolScript } from '../setup/node-runtime.mjs'
import { inProject } from '../setup/places.mjs'
import { onStage } from '../setup/stage.mjs'
import { countsOf } from './counts.mjs'

const results = inProject('test-results')

/**
 * Runs the end-to-end tests on the built app, in the real Chromium sandbox.
 * @param {{ electron: string, args: string[] }} given
 */
export async function runEndToEndTests({ electron, args }) {
  rmSync(results, { recursive: true, force: true })
  const exitCode = await onStage({ electron, results }, (stage) =>
    stage.node([toolScript('playwright'), 'test', ...args], {
      // Playwright empties its own folder first, and the counts must stay.
      KEYWARD_TEST_OUTPUT: join(stage.output, 'playwright'),
      KEYWARD_COUNTS: join(stage.output, 'counts.json'),
    }),
  )
  return countsOf('end-to-end tests', join(results, 'counts.json'), exitCode)
}
