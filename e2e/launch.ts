import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'

/** The project: Electron is started on it as `npm start` does. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

export type LaunchOptions = {
  profile: string
  port: number
  /** Moves Keyward's clock, so that a token can expire while a test looks on. */
  clockOffsetMs?: number
  args?: string[]
  theme?: 'light' | 'dark'
  /** Something else to start in the place of Electron, that starts it in turn. */
  executable?: string
  env?: Record<string, string>
}

export type Keyward = {
  app: ElectronApplication
  page: Page
  profile: string
  baseUrl: string
}

export function electronPath(): string {
  const path = process.env['KEYWARD_ELECTRON']
  if (path === undefined || path === '')
    throw new Error('No Electron: run this through "npm test" or "npm run tour".')
  return path
}

/** Starts the built app in a real window; the real Chromium sandbox wherever we are not root. */
export async function launchKeyward(options: LaunchOptions): Promise<Keyward> {
  const app = await _electron.launch({
    executablePath: options.executable ?? electronPath(),
    args: [
      projectFolder,
      '--profile',
      options.profile,
      '--port',
      String(options.port),
      ...(options.args ?? []),
    ],
    chromiumSandbox: process.getuid?.() !== 0,
    colorScheme: options.theme ?? 'light',
    env: {
      ...(process.env as Record<string, string>),
      KEYWARD_CLOCK_OFFSET_MS: String(options.clockOffsetMs ?? 0),
      ...options.env,
    },
  })
  const page = await app.firstWindow()
  return { app, page, profile: options.profile, baseUrl: `http://127.0.0.1:${options.port}` }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
