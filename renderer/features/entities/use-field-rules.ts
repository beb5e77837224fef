import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'

const flags = ['unique', 'indexed', 'sensitive', 'deprecated'] as const
const limits = ['min', 'max', 'minLength', 'maxLength', 'scale', 'default'] as const

/** Everything else that holds for a field, in one line. */
export function useFieldRules() {
  const { t } = useTranslation('entities')
  return (field: Field): string =>
    [
      ...flags.filter((flag) => field[flag]).map((flag) => t(`attribute.${flag}`)),
      ...limits
        .filter((name) => field[name] !== undefined)
        .map((name) => t(`limit.${name}`, { value: String(field[name]) })),
      ...(field.values ? [t('limit.values', { values: field.values.join(', ') })] : []),
    ].join(' · ') || '–'
}
