import { useTranslation } from 'react-i18next'
import type { InventoryOrder } from '../../electron/contract/inventory'
import { TokenListFormat } from '../../electron/contract/token-export'
import { failureIn, useCommand } from '../keyward'
import { ExportProgress } from './ExportProgress'
import { FormatMenu } from './FormatMenu'
import type { AskedFilter } from './inventory-filter'
import { localZone } from './moments'
import { useNotify } from './notify'
import { useFilterWords } from './use-filter-words'

type Props = {
  /** The view's name: of the file, and over the report. */
  title: string
  filter: AskedFilter
  order: InventoryOrder
  total: number | undefined
}

/** All that is filtered, not the page that is shown, as one of three kinds of file. */
export function ExportTokens({ title, filter, order, total }: Props) {
  const { t } = useTranslation('common')
  const notify = useNotify()
  const write = useCommand('tokens.exportList')
  const words = useFilterWords(filter).map((one) => one.words)

  function exportAs(format: TokenListFormat) {
    const described = filter.search === undefined ? words : [`“${filter.search}”`, ...words]
    write.mutate(
      { filter, order, format, title, described, zone: localZone() },
      {
        onSuccess: (file) => {
          if (file) notify.success(t('export.written', { name: file.name, count: file.rows }))
        },
        onError: (error) => {
          const failure = failureIn(error)
          if (failure) notify.failure(failure)
        },
      },
    )
  }

  return (
    <>
      <FormatMenu
        label={t('export.button')}
        formats={TokenListFormat.options.map((format) => ({
          format,
          title: t(`export.as.${format}`),
          hint: t(`export.hint.${format}`),
        }))}
        disabled={!total}
        busy={write.isPending}
        onChoose={exportAs}
      />
      {write.isPending && <ExportProgress />}
    </>
  )
}
