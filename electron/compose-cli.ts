import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { clock, type Now } from './clock'
import type { OpenedProfile } from './cli/opened-profile'
import { runCommandLine } from './cli/run-command-line'
import { Stop, stopFor } from './cli/stop'
import { fill, words } from './cli/words'
import type { Handlers } from './contract/index'
import type { SafeStorage } from './crypto/keychain'
import { createSeals, deriveKeys, gatewayKeys } from './crypto/keys'
import { createPasswords } from './crypto/passwords'
import { createSigning } from './crypto/signing'
import { createTokenFormat } from './crypto/token-format'
import { createVault, type OpenedVault } from './crypto/vault'
import { placeProblem } from './free-place'
import { createGatewayHost } from './gateway-host'
import { gatewayInThisProcess } from './gateway-in-process'
import { createAnswer } from './ipc/answer'
import { failureIn } from './ipc/failure-in'
import { faultReporter, openLog } from './log'
import { ownAddresses } from './own-addresses'
import { processTerminal } from './process-terminal'
import { runtimeCanOpenDatabases } from './runtime-guard'
import { createActivityService } from './services/activity-service'
import { beginAnchors } from './services/begin-anchors'
import { createEntityService } from './services/entity-service'
import { createGatewayService } from './services/gateway-service'
import { Refusal } from './services/refusal'
import { createSessionService } from './services/session-service'
import { createTokenService } from './services/token-service'
import { createUserService } from './services/user-service'
import { verifyActivityFile } from './services/verify-activity-file'
import { inspectRegistry } from './store/sqlite/open-registry'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'
import { tlsFileReader } from './tls-files'

type Given = {
  folder: string
  now: Now
  clockOffsetMs: number
  /** Null on plain Node, which reaches no keychain. */
  safeStorage: SafeStorage | null
  /** For whoever watches: something went wrong, and the log says what. */
  say: (sentence: string) => void
}

/** Runs what was typed, and answers with the exit code of this process. */
export function performCommand(given: {
  typed: string[]
  version: string
  /** The profile where none is named. */
  standardFolder: string
  clockOffsetMs: number
  safeStorage: SafeStorage | null
}): Promise<number> {
  const { typed, version, standardFolder, clockOffsetMs, safeStorage } = given
  const now = clock(clockOffsetMs)
  const terminal = processTerminal(process, process.env)
  return runCommandLine(typed, {
    terminal,
    environment: process.env,
    version,
    now,
    offline: { verifyActivityFile },
    open: (profile) => {
      const folder = profile === null ? standardFolder : resolve(profile)
      return openForCommand({ folder, now, clockOffsetMs, safeStorage, say: terminal.say })
    },
    report: (error) => console.error(error),
  })
}

/** The one place where the command line's objects are made and joined: the services of the window. */
export async function openForCommand(given: Given): Promise<OpenedProfile> {
  const { folder, now } = given
  // A profile is made in the window, with its first administrator; nothing is made by a typing error.
  if (!existsSync(join(folder, 'registry.db')))
    throw new Stop('profile', fill(words.profile.missing, { folder }))
  const { vault, store, seals, signing } = await opened(given)
  const log = faultReporter(openLog(folder))
  const report = (what: string, error: unknown) => {
    log(what, error)
    given.say(fill(words.log, { what }))
  }
  const announce = () => undefined
  const passwords = createPasswords()
  const session = createSessionService({
    store,
    passwords,
    seals,
    now,
    announce,
    demo: false,
    through: 'command line',
  })
  // Gateways are processes of their own, and ask the registry at each call whether it changed.
  const gateway = {
    forget: async () => 'at_once' as const,
    state: () => {
      throw new Error('the command line issues no token')
    },
  }
  const means = { store, session, gateway, now, announce }
  const tokens = createTokenService({
    ...means,
    format: createTokenFormat({ randomBytes }),
    seals,
    demo: false,
  })
  const users = createUserService({ ...means, passwords })
  const activity = createActivityService({ store, signing })
  const entities = createEntityService({
    ...means,
    report: (error) => report('entities', error),
  })
  const handlers: Partial<Handlers> = {
    'session.signIn': (credentials) => session.signIn(credentials),
    'session.signOut': () => session.signOut(),
    'entities.names': () => entities.names(),
    'users.list': (asked) => users.list(asked),
    'tokens.find': ({ search }) => tokens.find(search),
    'tokens.inventory': (asked) => tokens.inventory(asked),
    'tokens.setEnabled': (asked) => tokens.setEnabled(asked),
    'tokens.revoke': (asked) => tokens.revoke(asked),
    'activity.verify': () => activity.verify(),
  }

  return {
    answer: createAnswer({ handlers, session, log: report }),

    async serveGateway({ port, address }) {
      // Half of the program, which no other command needs.
      const { composeGateway } = await import('./compose-gateway')
      const control = createGatewayHost({
        fork: () => gatewayInThisProcess(composeGateway),
        entryFile: '',
        init: (place) => ({
          kind: 'start',
          keys: gatewayKeys(vault.master),
          folder,
          place,
          clockOffset: given.clockOffsetMs,
        }),
        now,
        announce,
        report: (text) => report('gateway', text),
      })
      const service = createGatewayService({
        store,
        control,
        session,
        files: { chooseToRead: async () => null },
        tlsFiles: tlsFileReader,
        ownAddresses,
        placeProblem,
        now,
        announce,
        portOverride: port,
        addressOverride: address,
      })
      const state = await service.serve()
      return { state, stop: async () => void (await service.endServing()) }
    },

    report: (error) => report('command line', error),
    close: () => store.close(),
  }
}

/** What cannot be opened ends the command, with the sentence that the window would show. */
async function opened({ folder, now, safeStorage }: Given) {
  try {
    if (!runtimeCanOpenDatabases()) throw new Refusal('runtime_too_old')
    const vault = openVault(folder, safeStorage)
    const keys = deriveKeys(vault.master)
    const seals = createSeals(keys)
    const { chain, anchor } = seals
    const store = createSqliteRegistry({ folder, chain, anchor })
    await beginAnchors({ store, now })
    return { vault, seals, store, signing: createSigning(keys.signing) }
  } catch (error) {
    const failure = failureIn(error)
    if (failure === null) throw error
    const isKeychain = safeStorage === null && failure.detail?.['why'] === 'other_keychain'
    throw isKeychain ? new Stop('profile', words.profile.keychain, failure.code) : stopFor(failure)
  }
}

function openVault(folder: string, safeStorage: SafeStorage | null): OpenedVault {
  try {
    return createVault({
      safeStorage: safeStorage ?? noKeychain,
      platform: process.platform,
      profileFolder: folder,
    }).open()
  } catch (error) {
    // A registry that is damaged or newer is the better explanation for keys that are not there.
    inspectRegistry(folder)
    throw error
  }
}

const noKeychain: SafeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'none',
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
}
