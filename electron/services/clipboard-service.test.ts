import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createClipboardService } from './clipboard-service'

const never = new Promise<never>(() => undefined)

function desk(countdown = 30) {
  let text = ''
  let moment = 1_000_000
  let timers: { at: number; work: () => Promise<void> }[] = []
  let failing = 0
  let answering: Promise<unknown> = Promise.resolve()
  const service = createClipboardService({
    clipboard: {
      async writeText(written) {
        await answering
        text = written
      },
      // Takes its time, as another program's clipboard does.
      async readText() {
        const read = text
        await Promise.all([answering, nextTurn()])
        if (failing > 0) {
          failing -= 1
          throw new Error('held by another program')
        }
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
  })
  return {
    ...service,
    text: () => text,
    copyForeign: (foreign: string) => void (text = foreign),
    running: () => timers.length,
    failTimes: (times: number) => void (failing = times),
    answersAfter: (answer: Promise<unknown>) => void (answering = answer),
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

describe('a clipboard that another program holds', () => {
  it('is tried again a second later, until the secret is gone', async () => {
    const clipboard = desk()
    await clipboard.copySecret('kwu_secret')
    clipboard.failTimes(3)
    await clipboard.pass(30)
    for (const retry of [1, 2]) {
      expect([retry, clipboard.text(), clipboard.running()]).toEqual([retry, 'kwu_secret', 1])
      await clipboard.pass(1)
    }
    expect(clipboard.text()).toBe('kwu_secret')
    await clipboard.pass(1)
    expect(clipboard.text()).toBe('')
    expect(clipboard.running()).toBe(0)
  })

  it('is told of after a few tries, and is not forgotten at sign-out', async () => {
    const clipboard = desk()
    await clipboard.copySecret('kwu_secret')
    clipboard.failTimes(4)
    for (const seconds of [30, 1, 1]) await clipboard.pass(seconds)
    await expect(clipboard.pass(1)).rejects.toThrow('held by another program')
    expect(clipboard.running()).toBe(0)
    await clipboard.clearNow()
    expect(clipboard.text()).toBe('')
  })

  it('does not hold up a sign-out, and is tried again after it', async () => {
    const clipboard = desk()
    await clipboard.copySecret('kwu_secret')
    clipboard.failTimes(1)
    await clipboard.clearNow()
    expect(clipboard.text()).toBe('kwu_secret')
    await clipboard.pass(1)
    expect(clipboard.text()).toBe('')
  })

  it('without an answer holds up a quit for a second, and the next try is not lost', async () => {
    const clipboard = desk()
    await clipboard.copySecret('kwu_secret')
    clipboard.answersAfter(never)
    const cleared = clipboard.clearNow()
    await nextTurn()
    clipboard.answersAfter(Promise.resolve())
    await clipboard.pass(1)
    await cleared
    expect(clipboard.text()).toBe('kwu_secret')
    await nextTurn()
    await clipboard.pass(1)
    expect(clipboard.text()).toBe('')
  })

  it('holds up a quit for a second when a copy is stuck as well', async () => {
    const clipboard = desk()
    clipboard.answersAfter(never)
    void clipboard.copySecret('kwu_secret')
    const cleared = clipboard.clearNow()
    await clipboard.pass(1)
    await expect(cleared).resolves.toBeUndefined()
  })

  it('and answers late takes nothing away that was copied since', async () => {
    const clipboard = desk()
    const late = Promise.withResolvers<void>()
    await clipboard.copySecret('first')
    clipboard.answersAfter(late.promise)
    const ended = clipboard.pass(30)
    await nextTurn()
    clipboard.answersAfter(Promise.resolve())
    await clipboard.pass(1)
    await ended
    await clipboard.copySecret('second')
    late.resolve()
    await nextTurn()
    expect(clipboard.text()).toBe('second')
  })
})

it('a clipboard without a copy of ours is left alone', async () => {
  const clipboard = desk()
  clipboard.copyForeign('a shopping list')
  await clipboard.clearNow()
  expect(clipboard.text()).toBe('a shopping list')
})

it('a text that is no secret stays, also when the countdown of a secret before it ends', async () => {
  const clipboard = desk(20)
  await clipboard.copySecret('kwu_secret')
  await clipboard.copyText('http://127.0.0.1:7878/oauth2/introspect')
  await clipboard.pass(20)
  expect(clipboard.text()).toBe('http://127.0.0.1:7878/oauth2/introspect')
  await clipboard.clearNow()
  expect(clipboard.text()).toBe('http://127.0.0.1:7878/oauth2/introspect')
})
