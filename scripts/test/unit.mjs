// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inForeground } from '../setup/foreground.mjs'
import { toolEnvironment, toolNode, toolScript } from '../setup/node-runtime.mjs'
import { inProject, projectRoot } from '../setup/places.mjs'
import { countsOf } from './counts.mjs'

/**
 * Runs the unit tests.
 * @param {{ electron: string, args: string[] }} given
 */
export async function runUnitTests({ electron, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-unit-'))
  const counts = join(folder, 'counts.json')
  try {
    const exitCode = await inForeground({
      command: toolNode(),
      args: [
        ...[toolScript('vitest'), 'run'],
        ...[
          '--reporter=default',
          `--reporter=${inProject('scripts', 'test', 'vitest-counter.ts')}`,
        ],
        ...args,
      ],
      cwd: projectRoot,
      env: { ...toolEnvironment(), KEYWARD_ELECTRON: electron, KEYWARD_COUNTS: counts },
    })
    return countsOf('unit tests', counts, exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
