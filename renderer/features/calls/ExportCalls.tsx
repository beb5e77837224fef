import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { failureIn, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'
import type { CallFilters } from './use-call-filters'

type Props = { asked: CallFilters['asked']; disabled: boolean }

/** All that is filtered, not the page that is shown, into a file that the person chooses. */
export function ExportCalls({ asked, disabled }: Props) {
  const { t } = useTranslation('calls')
  const notify = useNotify()
  const write = useCommand('calls.exportRefused')
  return (
    <Button
      variant="outlined"
      startIcon={<FileDownloadOutlined />}
      disabled={disabled}
      loading={write.isPending}
      onClick={() =>
        write.mutate(asked, {
          onSuccess: (file) => {
            if (file) notify.success(t('exported', { name: file.name, count: file.rows }))
          },
          onError: (error) => {
            const failure = failureIn(error)
            if (failure) notify.failure(failure)
          },
        })
      }
    >
      {t('export')}
    </Button>
  )
}
