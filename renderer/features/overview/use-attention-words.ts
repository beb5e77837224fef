import { useTranslation } from 'react-i18next'
import { unusedDeleteDays, type AttentionItem } from '../../../electron/contract/attention'
import { exactWords, localZone, relativeDays, relativeWords } from '../../ui/moments'
import { useNow } from '../../ui/useNow'

/** An item as a sentence, and the exact moment where the sentence has one in human words. */
export function useAttentionWords(item: AttentionItem): { sentence: string; exactly: string } {
  const { t } = useTranslation('overview')
  const { t: common } = useTranslation('common')
  const now = useNow()
  const zone = localZone()
  const ago = (at: number) => relativeWords(at, now) ?? common('when.justNow')
  const plain = (sentence: string) => ({ sentence, exactly: '' })
  const timed = (sentence: string, at: number) => ({ sentence, exactly: exactWords(at, zone) })

  switch (item.kind) {
    case 'expired_called':
    case 'replaced_called': {
      const { kind, count, lastCallAt } = item
      const words = { count, name: item.token?.name ?? '', ago: ago(lastCallAt) }
      return timed(t(`attention.${kind}`, words), lastCallAt)
    }
    case 'refused_spike':
      return plain(t('attention.refused_spike', { count: item.count, usual: item.usual }))
    case 'expiring_7': {
      const { count, nextAt } = item
      const when = relativeDays(nextAt, now, zone)
      return timed(t('attention.expiring_7', { count, name: item.token?.name ?? '', when }), nextAt)
    }
    case 'keys_in_file':
      return plain(t('attention.keys_in_file'))
    case 'unused_delete': {
      const words = { count: item.count, name: item.token?.name ?? '', days: unusedDeleteDays }
      return plain(t('attention.unused_delete', words))
    }
    case 'rotation_ready': {
      const words = { count: item.count, name: item.token?.name ?? '' }
      return plain(t('attention.rotation_ready', words))
    }
    case 'review_ready': {
      const words = { count: item.count, name: item.review?.name ?? '' }
      return plain(t('attention.review_ready', words))
    }
    case 'backup_overdue':
      return item.lastAt === null
        ? plain(t('attention.backup_never'))
        : timed(t('attention.backup_overdue', { ago: ago(item.lastAt) }), item.lastAt)
  }
}
