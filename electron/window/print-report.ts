import { randomBytes } from 'node:crypto'
import { session, WebContentsView } from 'electron'
import { reportFooter, reportHtml, type PrintReport } from '../services/report-html'

const address = 'keyward://report/'

/**
 * A report as PDF, A4. The page is in no window: sandboxed, without scripts, and all that its
 * session can fetch is the document itself.
 */
export const printReport: PrintReport = async (report, signal) => {
  signal.throwIfAborted()
  const nonce = randomBytes(16).toString('base64')
  // A session of its own each time: two reports never see each other.
  const own = session.fromPartition(`report-${randomBytes(8).toString('hex')}`, { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== address }))
  own.protocol.handle('keyward', () => new Response(reportHtml(report, nonce), headers(nonce)))
  const view = new WebContentsView({
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webgl: false,
      spellcheck: false,
    },
  })
  const page = view.webContents
  const stop = () => page.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await page.loadURL(address)
    return await page.printToPDF({
      pageSize: 'A4',
      landscape: report.orientation === 'landscape',
      margins: { top: 0.5, bottom: 0.6, left: 0.45, right: 0.45 },
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: reportFooter(report),
      generateTaggedPDF: true,
    })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    if (!page.isDestroyed()) page.close()
  }
}

const headers = (nonce: string) => ({
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    'x-content-type-options': 'nosniff',
  },
})
