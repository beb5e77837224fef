import { render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { texts } from '../app/texts'
import { When } from './When'

test('what happened after the clock was last read is told as just now, not as ahead', () => {
  render(
    <I18nextProvider i18n={texts}>
      <When at={Date.now() + 25_000} />
    </I18nextProvider>,
  )
  expect(screen.getByText('just now')).toBeTruthy()
})
