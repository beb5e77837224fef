import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { DropArea } from './DropArea'
import { PasteDialog } from './PasteDialog'
import { ScanResult } from './ScanResult'
import { ScanUnderWay } from './ScanUnderWay'

/** Looks for tokens where they should not be: in a folder, a file, or a pasted text. */
export function LeakScanPage() {
  const { t } = useTranslation('leaks')
  const current = useAnswer('leaks.current', undefined)
  const [isPasting, setIsPasting] = useState(false)
  const failure = failureIn(current.error)
  const scan = current.data
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Stack sx={{ gap: 2 }}>
        <DropArea
          isBusy={scan?.state === 'running'}
          isAlone={!scan}
          onPaste={() => setIsPasting(true)}
        />
        {failure && <FailureNotice failure={failure} onRetry={() => void current.refetch()} />}
        {scan?.state === 'running' && <ScanUnderWay scan={scan} />}
        {scan && scan.state !== 'running' && <ScanResult key={scan.id} scan={scan} />}
      </Stack>
      {isPasting && <PasteDialog onClose={() => setIsPasting(false)} />}
    </>
  )
}
