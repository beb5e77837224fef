import { randomBytes, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { clock } from './clock'
import type { OpenedProfile } from './cli/opened-profile'
import { runCommandLine } from './cli/run-command-line'
import { fill, words } from './cli/words'
import type { Handlers } from './contract/index'
import type { SafeStorage } from './crypto/keychain'
import { gatewayKeys } from './crypto/keys'
import { createPasswords } from './crypto/passwords'
import { createTokenFormat } from './crypto/token-format'
import { placeProblem } from './free-place'
import { createGatewayHost } from './gateway-host'
import { gatewayInThisProcess } from './gateway-in-process'
import { createAnswer } from './ipc/answer'
import { faultReporter, openLog } from './log'
import { ownAddresses } from './own-addresses'
import { processTerminal } from './process-terminal'
import { createActivityService } from './services/activity-service'
import { createRevokeTokens } from './services/bulk-revocation'
import { createEntityService } from './services/entity-service'
import { createGatewayService } from './services/gateway-service'
import { createJudgeSecret } from './services/judge-secret'
import { createLeakService } from './services/leak-service'
import { sparingOwnFiles } from './services/own-files'
import { createSessionService } from './services/session-service'
import { createSteadyClock } from './services/steady-clock'
import { createTokenService } from './services/token-service'
import { createUserService } from './services/user-service'
import { verifyActivityFile } from './services/verify-activity-file'
import { verifyBesideProof } from './services/verify-proof-files'
import { scanHere } from './scan-here'
import { openStore } from './store-for-command'
import { tlsFileReader } from './tls-files'

type Given = Parameters<typeof openStore>[0] & {
  clockOffsetMs: number
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
    offline: { verifyActivityFile, verifyBesideProof },
    open: (profile) => {
      const folder = profile === null ? standardFolder : resolve(profile)
      return openForCommand({ folder, now, clockOffsetMs, safeStorage, say: terminal.say })
    },
    report: (error) => console.error(error),
  })
}

/** The one place where the command line's objects are made and joined: the services of the window. */
export async function openForCommand(given: Given): Promise<OpenedProfile> {
  const { folder } = given
  const { vault, store, seals, signing } = await openStore(given)
  const { now } = createSteadyClock({
    wall: given.now,
    elapsed: () => performance.now(),
    seen: (await store.clock.seen()).seen,
  })
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
  const format = createTokenFormat({ randomBytes })
  const tokens = createTokenService({
    ...means,
    format,
    seals,
    demo: false,
  })
  const users = createUserService({ ...means, passwords })
  let chosen: string | null = null
  const choose = async () => chosen
  const files = sparingOwnFiles(
    { chooseToRead: choose, chooseToWrite: choose, chooseRecords: choose, chooseProof: choose },
    folder,
  )
  const activity = createActivityService({
    ...means,
    files,
    signing,
    report: (error) => report('activity', error),
  })
  const entities = createEntityService({
    ...means,
    report: (error) => report('entities', error),
  })
  const leaks = createLeakService({
    ...means,
    format,
    judge: createJudgeSecret({ store, seals, now }),
    revokeTokens: createRevokeTokens({ ...means, seals }),
    dialogs: { chooseToRead: choose, chooseFolder: choose },
    newId: randomUUID,
    run: scanHere(format.parse, (error) => report('scan', error)),
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
    'leaks.scanDropped': ({ paths }) => leaks.scanDropped(paths),
    'leaks.current': () => leaks.current(),
    'leaks.found': (asked) => leaks.list(asked),
    'leaks.cancel': ({ id }) => leaks.cancel(id),
    'activity.verify': () => activity.verify(),
    'activity.verifyWithProof': () => activity.verifyWithProof(),
    'activity.export': (asked) => activity.export(asked),
    'activity.exportState': () => activity.exportState(),
    'activity.exportCancel': () => activity.cancelExport(),
  }

  return {
    answer: createAnswer({ handlers, session, log: report }),

    choose: (path) => void (chosen = resolve(path)),

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
        files,
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
