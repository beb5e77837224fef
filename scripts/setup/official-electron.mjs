// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toolNode } from './node-runtime.mjs'
import { inProject } from './places.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { readIfThere } from './whole-file.mjs'

const electron = inProject('node_modules', 'electron')
const longestDownloadSeconds = 15 * 60

const wantedVersion = () => JSON.parse(readIfThere(join(electron, 'package.json')) ?? '{}').version

/** The executable, when Electron's own installer has put it in place. It writes path.txt last. */
export function officialElectron() {
  const name = readIfThere(join(electron, 'path.txt'))
  const version = readIfThere(join(electron, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  if (!name || version !== wantedVersion()) return undefined
  const executable = join(electron, 'dist', name)
  return existsSync(executable) ? executable : undefined
}

/**
 * Lets Electron's own installer download it.
 * @returns {Promise<string | undefined>} undefined when the download host cannot be reached
 */
export async function downloadOfficialElectron() {
  say(`Downloading Electron ${wantedVersion()} (about 120 MB, once) …`)
  if (!(await hostAnswers())) return undefined
  const code = await run(toolNode(), [join(electron, 'install.js')], {
    timeLimitSeconds: longestDownloadSeconds,
  })
  return code === 0 ? officialElectron() : undefined
}

const goesRound =
  /^((npm_config_)?(https?_|all_)?proxy|.*electron_(custom_)?(mirror|use_proxy)|electron_get_use_proxy)$/i

/**
 * A closed network may swallow packets instead of refusing them, and the installer would wait for minutes.
 * Behind a proxy or a mirror this question would be the wrong one, so there the installer itself decides.
 */
async function hostAnswers() {
  if (Object.entries(process.env).some(([name, value]) => value && goesRound.test(name)))
    return true
  try {
    const listing = `https://github.com/electron/electron/releases/download/v${wantedVersion()}/SHASUMS256.txt`
    await fetch(listing, { method: 'HEAD', signal: AbortSignal.timeout(15_000) })
    return true
  } catch {
    return false
  }
}
