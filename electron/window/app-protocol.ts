import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { protocol, type Session } from 'electron'

/** Must run before Electron is ready: gives our pages an origin of their own. */
export const registerAppScheme = () =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'keyward', privileges: { standard: true, secure: true } },
  ])

/**
 * Serves the built window. The names are listed once at start; a request is looked up among them
 * and never joined to a path, so there is nothing to escape from.
 */
export function serveApp(session: Session, builtFolder: string) {
  const files = namesIn(builtFolder)
  session.protocol.handle('keyward', async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'app' ? files.get(url.pathname) : undefined
    if (file === undefined) return new Response(null, { status: 404 })
    return file.endsWith('index.html') ? page(file) : asset(file)
  })
}

async function page(file: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const html = (await readFile(file, 'utf8')).replaceAll('__CSP_NONCE__', nonce)
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
    },
  })
}

async function asset(file: string): Promise<Response> {
  return new Response(new Uint8Array(await readFile(file)), {
    headers: {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The window talks to nobody: no connection, no frame, no form, styles only with our nonce. */
export const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

function namesIn(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
  }
  return files
}
