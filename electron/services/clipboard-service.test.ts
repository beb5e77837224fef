import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createClipboardService } from './clipboard-service'

function desk(countdown = 30) {
  let text = ''
  let moment = 1_000_000
  let timers: { at: number; work: () => Promise<void> }[] = []
  const announced: string[] = []
  const service = createClipboardService({
    clipboard: {
      writeText: async (written) => void (text = written),
      // Takes its time, as another program's clipboard does.
      async readText() {
        const read = text
        await nextTurn()
        return read
      },
      clear: async () => void (text = ''),
    },
    seconds: async () => countdown,
    now: () => moment,
    schedule: (work, milliseconds) => {
      const timer = { at: moment + milliseconds, work }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    announce: (...topics) => void announced.push(...topics),
  })
  return {
    ...service,
    announced,
    text: () => text,
    copyForeign: (foreign: string) => void (text = foreign),
    running: () => timers.length,
    async pass(seconds: number) {
      moment += seconds * 1000
      const due = timers.filter((timer) => timer.at <= moment)
      timers = timers.filter((timer) => timer.at > moment)
      for (const timer of due) await timer.work()
    },
  }
}

describe('a copied secret', () => {
  it('leaves the clipboard when the countdown ends, and not before', async () => {
    const clipboard = desk(20)
    expect(await clipboard.copySecret('kwu_secret')).toEqual({ clearsAt: 1_020_000, seconds: 20 })
    await clipboard.pass(19)
    expect(clipboard.text()).toBe('kwu_secret')
    await clipboard.pass(1)
    expect(clipboard.text()).toBe('')
    expect(clipboard.announced).toEqual(['clipboard', 'clipboard'])
  })

  it('is gone at once at sign-out or quit', async () => {
    const clipboard = desk()
    await clipboard.copySecret('kwu_secret')
    await clipboard.clearNow()
    expect(clipboard.text()).toBe('')
    expect(clipboard.running()).toBe(0)
  })

  it('takes nothing away that somebody copied meanwhile', async () => {
    const clipboard = desk()
    await clipboard.copySecret('kwu_secret')
    clipboard.copyForeign('a shopping list')
    await clipboard.pass(30)
    expect(clipboard.text()).toBe('a shopping list')
    clipboard.copyForeign('kwu_secret')
    await clipboard.clearNow()
    expect(clipboard.text()).toBe('kwu_secret')
  })

  it('copied again has one countdown: the last', async () => {
    const clipboard = desk()
    await clipboard.copySecret('first')
    await clipboard.pass(20)
    await clipboard.copySecret('second')
    expect(clipboard.running()).toBe(1)
    await clipboard.pass(15)
    expect(clipboard.text()).toBe('second')
    await clipboard.pass(15)
    expect(clipboard.text()).toBe('')
  })

  it('is not cleared by the countdown of the one before it, whose end it met', async () => {
    const clipboard = desk()
    await clipboard.copySecret('first')
    await Promise.all([clipboard.pass(30), clipboard.copySecret('second')])
    expect(clipboard.text()).toBe('second')
    expect(clipboard.running()).toBe(1)
    await clipboard.pass(30)
    expect(clipboard.text()).toBe('')
  })
})

it('a clipboard without a copy of ours is left alone', async () => {
  const clipboard = desk()
  clipboard.copyForeign('a shopping list')
  await clipboard.clearNow()
  expect(clipboard.text()).toBe('a shopping list')
})
