import { useTranslation } from 'react-i18next'
import type { LeakPlace } from '../../../electron/contract/leak'

/** "logs/app.log, line 12": where a token stands, as a person finds it. */
export function usePlaceWords() {
  const { t } = useTranslation('leaks')
  return ({ path, line, offset }: LeakPlace): string => {
    if (path === '') return t('place.pasted', { line })
    if (line !== null) return t('place.line', { path, line })
    if (offset !== null) return t('place.byte', { path, offset: offset.toLocaleString('en-GB') })
    return t('place.name', { path })
  }
}
