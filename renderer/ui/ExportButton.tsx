import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../electron/contract/index'
import { failureIn, useCommand } from '../keyward'
import { useIsNarrow } from './narrow-window'
import { useNotify } from './notify'

type ListExport = 'calls.exportRefused' | 'matrix.export' | 'users.export' | 'tokens.export'
type Props<C extends ListExport> = {
  call: C
  asked: Asked<C>
  disabled?: boolean
  /** Where a small window has no room for its words. */
  shrinks?: boolean
}

/** The whole list, not the page that is shown, into a file that the person chooses. */
export function ExportButton<C extends ListExport>(props: Props<C>) {
  const { call, asked, disabled = false, shrinks = false } = props
  const { t } = useTranslation('common')
  const notify = useNotify()
  const isNarrow = useIsNarrow()
  const write = useCommand<ListExport>(call)
  const begin = () =>
    write.mutate(asked, {
      onSuccess: (file) => {
        if (file) notify.success(t('export.written', { name: file.name, count: file.rows }))
      },
      onError: (error) => {
        const failure = failureIn(error)
        if (failure) notify.failure(failure)
      },
    })
  if (shrinks && isNarrow)
    return (
      <Tooltip title={t('export.csv')}>
        <span>
          <IconButton
            aria-label={t('export.csv')}
            disabled={disabled}
            loading={write.isPending}
            onClick={begin}
          >
            <FileDownloadOutlined />
          </IconButton>
        </span>
      </Tooltip>
    )
  return (
    <Button
      variant="outlined"
      startIcon={<FileDownloadOutlined />}
      disabled={disabled}
      loading={write.isPending}
      onClick={begin}
    >
      {t('export.csv')}
    </Button>
  )
}
