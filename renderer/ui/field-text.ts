import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import fields from '../../resources/locales/en/fields.json'

type FieldCode = keyof typeof fields

const isFieldCode = (code: string): code is FieldCode => Object.hasOwn(fields, code)

/**
 * How long a text may be. `contract/text.ts` decides, and the test compares; passwords are judged
 * by main.
 */
export const longest = { name: 120, note: 500, username: 64, apiName: 63, password: 256 } as const

/**
 * The sentence under a form field for the code a schema or a failure gave it. What no text was
 * written for (zod's own English, for one) becomes "not accepted" rather than jargon.
 */
export function useFieldText() {
  const { t } = useTranslation('fields')
  return useCallback(
    (code: string | undefined, most: number = longest.name) =>
      code === undefined || code === ''
        ? undefined
        : t(isFieldCode(code) ? code : 'not_accepted', { longest: most }),
    [t],
  )
}
