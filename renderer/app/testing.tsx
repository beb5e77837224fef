import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { onTestFinished, vi } from 'vitest'
import type { Call, Given, Reply } from '../../electron/contract/index'
import type { FailureCode, Failure, Result } from '../../electron/contract/failure'
import type { Topic } from '../../electron/contract/topic'
import type { WindowAddress } from '../../electron/contract/window'
import { UserId } from '../../electron/contract/id'
import type { SignedIn } from '../../electron/contract/session'
import { App } from './App'
import { createKeywardRouter } from './routes'
import { Surroundings } from './Surroundings'

// A page is loaded when it is first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 30_000 })

type Answers = { [C in Call]?: (input: Given<C>) => Reply<C> | Failure }

export const refused = (code: FailureCode, more: Omit<Failure, 'code'> = {}): Failure => ({
  code,
  ...more,
})

const isFailure = (answer: unknown): answer is Failure =>
  typeof answer === 'object' && answer !== null && 'code' in answer

/** A main process that answers as told, and lets the test announce changes. */
export function fakeMain(answers: Answers) {
  const heard = new Set<(topics: Topic[]) => void>()
  const going = new Set<(address: WindowAddress) => void>()
  const ask = vi.fn(async (call: Call, input?: unknown): Promise<Result<unknown>> => {
    const answer = answers[call] as ((input: unknown) => unknown) | undefined
    if (!answer) return { ok: false, failure: { code: 'internal' } }
    const value = await answer(input)
    return isFailure(value) ? { ok: false, failure: value } : { ok: true, value }
  })
  window.keyward = {
    ask: ask as never,
    scanDropped: async () => ({ ok: true, value: { id: 'dropped' } }),
    onGo: (listener) => {
      going.add(listener)
      return () => going.delete(listener)
    },
    onChanged: (listener) => {
      heard.add(listener)
      return () => heard.delete(listener)
    },
  }
  return {
    ask,
    announce: (...topics: Topic[]) => heard.forEach((listener) => listener(topics)),
    go: (address: WindowAddress) => going.forEach((listener) => listener(address)),
  }
}

/** The whole window at one address, over a fake main. */
export function openWindow(answers: Answers, address = '/overview') {
  // jsdom knows neither media queries nor scrolling; MUI and the router ask for them.
  window.matchMedia ??= ((media: string) => ({
    media,
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  })) as never
  window.scrollTo = () => {}
  const main = fakeMain({
    'settings.get': () => ({ theme: 'system', clipboardSeconds: 30 }),
    'settings.about': () => aboutNow,
    'tables.get': () => ({}),
    'digest.get': () => null,
    'reminders.settings': () => remindersAtFirst,
    'attention.list': () => [],
    'backup.get': () => ({ lastAt: null, remindAfterDays: 30 }),
    ...answers,
  })
  const router = createKeywardRouter(createMemoryHistory({ initialEntries: [address] }))
  render(
    <Surroundings>
      <App router={router} />
    </Surroundings>,
  )
  onTestFinished(cleanup)
  return { ...main, router, user: userEvent.setup() }
}

export const remindersAtFirst = {
  notifications: true,
  quietUntil: null,
  stayInTray: false,
}

export const aboutNow = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '150',
  node: '24.0.0',
  profileFolder: '/profile',
  keysKeptIn: 'gnome_libsecret' as const,
  demo: false,
}

export const signedIn = (role: SignedIn['role']) => ({
  stage: 'signed_in' as const,
  demo: false,
  user: {
    userId: UserId.parse(1),
    username: 'ada',
    displayName: 'Ada Lovelace',
    role,
  },
})
