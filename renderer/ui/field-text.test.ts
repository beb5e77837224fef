import { renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { Day } from '../../electron/contract/expiry'
import { ApiName, Name, Note, Username } from '../../electron/contract/text'
import { texts } from '../app/texts'
import { longest, useFieldText } from './field-text'

const fieldText = () => {
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(I18nextProvider, { i18n: texts }, children)
  return renderHook(useFieldText, { wrapper }).result.current
}

test.each([
  ['name', Name],
  ['note', Note],
  ['username', Username],
  ['apiName', ApiName],
] as const)('the limit that is said of a %s is the one that holds', (kind, schema) => {
  const most = longest[kind]
  expect(schema.safeParse('x'.repeat(most)).success).toBe(true)
  const problem = schema.safeParse('x'.repeat(most + 1)).error?.issues[0]?.message
  expect(fieldText()(problem, most)).toBe(`Use at most ${most} characters.`)
})

test('what is not a date is answered with how one is written', () => {
  const problem = Day.safeParse('31.3.2027').error?.issues[0]?.message
  expect(fieldText()(problem)).toBe('Write the date as YYYY-MM-DD, for example 2027-03-31.')
})
