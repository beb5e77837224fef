import { describe, expect, it } from 'vitest'
import { isOurs } from './origin'

describe('the window goes nowhere but to its own pages', () => {
  it.each(['keyward://app/', 'keyward://app/index.html', 'keyward://app/#/users'])(
    'stays on %s',
    (address) => expect(isOurs(address)).toBe(true),
  )

  it.each([
    'keyward://app.evil/',
    'keyward://app@evil/',
    'keyward://user@app/',
    'keyward://app:81/',
    'keyward:app',
    'https://app/',
    'https://example.com/#keyward://app/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'blob:keyward://app/1',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('refuses %s', (address) => expect(isOurs(address)).toBe(false))
})
