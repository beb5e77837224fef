import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'
import type { FieldValue } from '../../../electron/contract/record'
import { fieldWords } from './field-words'

/** A value of a field as people read it. */
export function useFieldWords() {
  const { t } = useTranslation('entities')
  return useCallback(
    ({ type }: Pick<Field, 'type'>, value: FieldValue | undefined): string =>
      fieldWords(value ?? null, type, {
        yes: t('yes'),
        no: t('no'),
        notSet: t('records.notSet'),
        bytes: (count) => t('records.ofType.bytes', { count }),
      }),
    [t],
  )
}
