import { useTranslation } from 'react-i18next'
import activity from '../../../resources/locales/en/activity.json'
import { exactWords, localZone } from '../../ui/moments'
import type { FactValue } from './pair-facts'

type FactName = keyof typeof activity.fact

const isFactName = (name: string): name is FactName => Object.hasOwn(activity.fact, name)

/** Names and values of facts as people read them; a name without a text is shown as it is. */
export function useFactWords() {
  const { t } = useTranslation('activity')
  return {
    nameOf: (name: string) => (isFactName(name) ? t(`fact.${name}`) : name),
    valueOf: (name: string, value: FactValue): string => {
      if (value === undefined) return t('facts.nothing')
      if (value === null || value === '') return t('facts.none')
      if (typeof value === 'boolean') return t(value ? 'facts.yes' : 'facts.no')
      if (Array.isArray(value)) return value.length === 0 ? t('facts.none') : value.join(', ')
      // By the contract's manners, what is called "...At" is a moment.
      if (typeof value === 'number' && name.endsWith('At')) return exactWords(value, localZone())
      return String(value)
    },
  }
}
