import type { IncomingMessage } from 'node:http'
import icon from '../../resources/icon.svg?raw'
import page from './docs/page.html?raw'
import script from './docs/page.js?raw'
import styles from './docs/page.css?raw'

export type DocsAsset = { mediaType: string; read: () => Promise<string> }

const html = 'text/html; charset=utf-8'
const css = 'text/css; charset=utf-8'
const js = 'text/javascript; charset=utf-8'

/**
 * Every file of the reference, by its address: there is no other way to one. The viewer is large
 * and rarely read, so the build puts it in files of their own beside the gateway's.
 */
export const docsAssets: Readonly<Record<string, DocsAsset>> = {
  '/docs': { mediaType: html, read: async () => page },
  '/docs/page.css': { mediaType: css, read: async () => styles },
  '/docs/page.js': { mediaType: js, read: async () => script },
  '/docs/icon.svg': { mediaType: 'image/svg+xml', read: async () => icon },
  '/docs/swagger-ui.css': {
    mediaType: css,
    read: async () => alone((await import('swagger-ui-dist/swagger-ui.css?raw')).default),
  },
  '/docs/swagger-ui-bundle.js': {
    mediaType: js,
    read: async () => alone((await import('swagger-ui-dist/swagger-ui-bundle.js?raw')).default),
  },
}

/** Without the note that sends debuggers to a file that is not served. */
const alone = (text: string) => text.replace(/\n?(?:\/\/|\/\*)# sourceMappingURL=.*\s*$/, '')

const readByPage = new Set([...Object.keys(docsAssets), '/openapi.json'])

/** Whether this is what the reference's own page asks for; nothing else is for web pages. */
export const isForDocsPage = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>) =>
  method === 'GET' && url !== undefined && readByPage.has(url)
