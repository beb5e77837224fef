import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, test, vi } from 'vitest'
import { texts } from '../app/texts'
import { WhenDay } from './WhenDay'

afterEach(() => {
  cleanup()
  vi.unstubAllEnvs()
})

/** The end of 31 March 2027 in Prague. */
const end = Date.UTC(2027, 2, 31, 21, 59, 59, 999)

test.each(['Europe/Prague', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'an expiry is the day in the zone in which it was chosen, with the computer in %s',
  async (zone) => {
    vi.stubEnv('TZ', zone)
    render(
      <I18nextProvider i18n={texts}>
        <WhenDay at={end} zone="Europe/Prague" />
      </I18nextProvider>,
    )
    const day = screen.getByText(/31 Mar 2027/)
    await userEvent.setup().hover(day)
    const exact = (await screen.findByRole('tooltip')).textContent
    expect(exact).toContain('31 March 2027 at 23:59:59')
    expect(exact).toContain('(Europe/Prague)')
    // Where the computer is elsewhere, its own words for that moment stand beside.
    expect(exact?.includes(`(${zone})`)).toBe(true)
  },
)
