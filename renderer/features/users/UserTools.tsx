import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../../electron/contract/index'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { ExportButton } from '../../ui/ExportButton'
import { useNotify } from '../../ui/notify'
import { useMay } from '../../ui/useMay'
import { UserImportDialog } from './UserImportDialog'

type Props = {
  /** What is listed now: that is what an export holds. */
  asked: Asked<'users.export'>
  total: number | undefined
}

export function UserTools({ asked, total }: Props) {
  const may = useMay()
  return (
    <>
      {may('userImports.choose') && <UserImportButton />}
      <ExportButton call="users.export" asked={asked} disabled={!total} />
    </>
  )
}

/** The dialog is open as long as main has an import to tell of. */
function UserImportButton() {
  const { t } = useTranslation('users')
  const notify = useNotify()
  const choose = useCommand('userImports.choose')
  const current = useAnswer('userImports.current', undefined)
  const chooseFile = () =>
    choose.mutate(undefined, {
      onError: (error) => {
        const failure = failureIn(error)
        if (failure) notify.failure(failure)
      },
    })
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FileUploadOutlined />}
        loading={choose.isPending}
        onClick={chooseFile}
      >
        {t('import.button')}
      </Button>
      {current.data && <UserImportDialog current={current.data} onChooseAgain={chooseFile} />}
    </>
  )
}
