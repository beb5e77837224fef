import type { ElectronApplication } from 'playwright'

type Shown = { title: string; body: string; emit(event: 'click'): void }
const shownIn = globalThis as { keywardShown?: Shown[] }

/** No test can see what the system shows: instead of being shown, notifications are kept. */
export const catchNotifications = (app: ElectronApplication) =>
  app.evaluate(({ Notification }) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { keywardShown: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      shown.push(this)
      this.emit('show')
    }
  })

export const shownNotifications = (app: ElectronApplication) =>
  app.evaluate(() => {
    const { keywardShown = [] } = globalThis as typeof shownIn
    return keywardShown.map(({ title, body }) => ({ title, body }))
  })

export const clickNotification = (app: ElectronApplication, at: number) =>
  app.evaluate((_electron, place) => {
    const { keywardShown = [] } = globalThis as typeof shownIn
    keywardShown[place]?.emit('click')
  }, at)
