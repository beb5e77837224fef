import { useTranslation } from 'react-i18next'
import activity from '../../../resources/locales/en/activity.json'
import type { FactValue } from './fact-changes'

type FactName = keyof typeof activity.fact
type Word = keyof typeof activity.word

const isFactName = (name: string): name is FactName => Object.hasOwn(activity.fact, name)
const isWord = (value: string): value is Word => Object.hasOwn(activity.word, value)

/** Facts whose values are words of Keyward's; in others the same letters are somebody's own text. */
const inOurWords = ['kind', 'role', 'status', 'mode', 'found']

/** Names and values of facts as people read them; a name without a text is shown as it is. */
export function useFactWords() {
  const { t } = useTranslation('activity')
  return {
    nameOf: (name: string) => (isFactName(name) ? t(`fact.${name}`) : name),
    valueOf: (name: string, value: FactValue): string => {
      if (value === null && name === 'expiresAt') return t('facts.never')
      if (value === null || value === '') return t('facts.none')
      if (typeof value === 'boolean') return t(value ? 'facts.yes' : 'facts.no')
      if (Array.isArray(value)) return value.length === 0 ? t('facts.none') : value.join(', ')
      if (typeof value === 'number') return t('facts.number', { value })
      return inOurWords.includes(name) && isWord(value) ? t(`word.${value}`) : value
    },
  }
}

/** Entries hold moments as ISO 8601, under names that end so; null is anything else. */
export function momentIn(name: string, value: FactValue): number | null {
  if (!name.endsWith('At') || typeof value !== 'string') return null
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? null : moment
}
