import type { App, Session, WebContents } from 'electron'
import { isOurs } from './origin'

/**
 * Our window shows our pages and nothing else: no other address, no second window, no embedded
 * page, no download, no permission. Electron's own defaults would allow most of these.
 */
export function guardNavigation(app: App, session: Session) {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

function guardContents(contents: WebContents) {
  const onlyOurs = (event: { preventDefault(): void; url: string }) => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', onlyOurs)
  contents.on('will-frame-navigate', onlyOurs)
  contents.on('will-redirect', onlyOurs)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
