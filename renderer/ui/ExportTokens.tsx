import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InventoryOrder } from '../../electron/contract/inventory'
import { TokenListFormat } from '../../electron/contract/token-export'
import { failureIn, useCommand } from '../keyward'
import { ExportProgress } from './ExportProgress'
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
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)

  function exportAs(format: TokenListFormat) {
    setAnchor(null)
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
      <Button
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
        disabled={!total}
        loading={write.isPending}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('export.button')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {TokenListFormat.options.map((format) => (
          <MenuItem key={format} onClick={() => exportAs(format)}>
            <ListItemText
              primary={t(`export.as.${format}`)}
              secondary={t(`export.hint.${format}`)}
            />
          </MenuItem>
        ))}
      </Menu>
      {write.isPending && <ExportProgress />}
    </>
  )
}
