import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldType } from '../../../electron/contract/field'
import entities from '../../../resources/locales/en/entities.json'

type Hinted = keyof typeof entities.recordHint

const isHinted = (type: FieldType): type is FieldType & Hinted =>
  Object.hasOwn(entities.recordHint, type)

/** How a value is written, for types where that does not go without saying. */
export function useRecordHint() {
  const { t } = useTranslation('entities')
  return useCallback(
    (type: FieldType) => (isHinted(type) ? t(`recordHint.${type}`) : undefined),
    [t],
  )
}
