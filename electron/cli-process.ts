import { version } from '../package.json'
import { performCommand } from './compose-cli'
import { standardProfile } from './standard-profile'

// The command line on plain Node, for profiles whose keys are in the key file. A server runs it.
process.exitCode = await performCommand({
  typed: process.argv.slice(2),
  version,
  standardFolder: standardProfile(process.platform, process.env),
  clockOffsetMs: 0,
  safeStorage: null,
})
