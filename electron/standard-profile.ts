import { homedir } from 'node:os'
import { join } from 'node:path'

/** Electron's own place for the app's data (`userData`), for where there is no Electron to ask. */
export function standardProfile(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  home = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Keyward')
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Keyward')
  return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'Keyward')
}
