import { useTranslation } from 'react-i18next'
import { activityFormats } from '../../../electron/contract/activity'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { FormatMenu } from '../../ui/FormatMenu'
import { useNotify } from '../../ui/notify'
import type { ActivityFilters } from './use-activity-filters'

/** Exactly what is filtered, into a file that the person chooses. */
export function ExportMenu({ filter }: { filter: ActivityFilters['asked'] }) {
  const { t } = useTranslation('activity')
  const notify = useNotify()
  const write = useCommand('activity.export')
  const under = useAnswer('activity.exportState', undefined)
  const begin = (format: (typeof activityFormats)[number]) => {
    write.mutate(
      { filter, format },
      {
        onError: (error) => {
          const failure = failureIn(error)
          if (failure) notify.failure(failure)
        },
      },
    )
  }
  return (
    <FormatMenu
      label={t('export.button')}
      formats={activityFormats.map((format) => ({
        format,
        title: t(`export.${format}`),
        hint: t(`export.${format}Hint`),
      }))}
      disabled={under.data?.state === 'running'}
      busy={write.isPending}
      onChoose={begin}
    />
  )
}
