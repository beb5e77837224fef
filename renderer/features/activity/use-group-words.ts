import { useTranslation } from 'react-i18next'
import { groupKinds, type Grouped } from '../../../electron/contract/activity'

/** What a group of entries is called: "Bulk change: disabled a token", "12 tokens". */
export function useGroupWords() {
  const { t } = useTranslation('activity')
  return {
    what(group: string, { action }: Grouped): string {
      const known = groupKinds.find((one) => group.startsWith(`${one}:`))
      const kind = known ? t(`group.kind.${known}`) : t('group.several')
      return action === null ? kind : t('group.of', { kind, what: t(`did.${action}`) })
    },
    objects: ({ count, subjectKind }: Grouped): string =>
      subjectKind === 'token' || subjectKind === 'user'
        ? t(`group.objects.${subjectKind}`, { count })
        : t('group.objects.entries', { count }),
  }
}
