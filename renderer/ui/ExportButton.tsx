import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../electron/contract/index'
import { failureIn, useCommand } from '../keyward'
import { useNotify } from './notify'

type ListExport = 'calls.exportRefused' | 'matrix.export' | 'users.export' | 'tokens.export'
type Props<C extends ListExport> = { call: C; asked: Asked<C>; disabled?: boolean }

/** The whole list, not the page that is shown, into a file that the person chooses. */
export function ExportButton<C extends ListExport>({ call, asked, disabled }: Props<C>) {
  const { t } = useTranslation('common')
  const notify = useNotify()
  const write = useCommand<ListExport>(call)
  return (
    <Button
      variant="outlined"
      startIcon={<FileDownloadOutlined />}
      disabled={disabled}
      loading={write.isPending}
      onClick={() =>
        write.mutate(asked, {
          onSuccess: (file) => {
            if (file) notify.success(t('export.written', { name: file.name, count: file.rows }))
          },
          onError: (error) => {
            const failure = failureIn(error)
            if (failure) notify.failure(failure)
          },
        })
      }
    >
      {t('export.csv')}
    </Button>
  )
}
