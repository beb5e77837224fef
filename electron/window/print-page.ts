import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { session, WebContentsView, type Session } from 'electron'

/** A document whose one style sheet carries the nonce. */
export type PrintedPage = {
  /** In pieces, so that nobody waits for all of a long one. */
  html: (nonce: string) => Iterable<string>
  footer: string
  isLandscape: boolean
}

/**
 * A document as PDF, A4. It is in no window: sandboxed, without scripts, and all that its session
 * can fetch is the document itself.
 */
export async function printPage(printed: PrintedPage, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted()
  const address = `keyward://report/${randomBytes(16).toString('hex')}`
  documents.set(address, printed)
  const view = new WebContentsView({
    webPreferences: {
      session: (reportSession ??= openSession()),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webgl: false,
      spellcheck: false,
    },
  })
  views.add(view)
  const page = view.webContents
  const stop = () => page.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await page.loadURL(address)
    return await page.printToPDF({
      pageSize: 'A4',
      landscape: printed.isLandscape,
      margins: { top: 0.5, bottom: 0.6, left: 0.45, right: 0.45 },
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: printed.footer,
      generateTaggedPDF: true,
    })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    documents.delete(address)
    views.delete(view)
    signal.removeEventListener('abort', stop)
    if (!page.isDestroyed()) page.close()
  }
}

/** What is being printed now, by an address that nobody else can guess. */
const documents = new Map<string, PrintedPage>()

/** Held on to: what nobody points to any more is taken away, with its page in the middle of printing. */
const views = new Set<WebContentsView>()

/** Held on to as well: with the object, Electron would forget who answers. */
let reportSession: Session | null = null

function openSession(): Session {
  const own = session.fromPartition('report', { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !documents.has(url) }))
  own.protocol.handle('keyward', ({ url }) => {
    const printed = documents.get(url)
    if (!printed) return new Response(null, { status: 404 })
    const nonce = randomBytes(16).toString('base64')
    return new Response(streamOf(printed.html(nonce)), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
        'x-content-type-options': 'nosniff',
      },
    })
  })
  return own
}

function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const next = pieces[Symbol.iterator]()
  return new ReadableStream({
    async pull(controller) {
      await nextTurn()
      const { done, value } = next.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
