import GppMaybeOutlined from '@mui/icons-material/GppMaybeOutlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLeak, LeakScan } from '../../../electron/contract/leak'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { PlacesDialog } from './PlacesDialog'
import { RevokeLeaksDialog } from './RevokeLeaksDialog'
import { ScanSummary } from './ScanSummary'
import { useLeakColumns } from './use-leak-columns'

/** What the scan found, the worst first; a click on a row tells all its places. */
export function ScanResult({ scan }: { scan: LeakScan }) {
  const { t } = useTranslation('leaks')
  const may = useMay()
  const columns = useLeakColumns()
  const { page, pageSize, setPage } = useListState({ sort: '', direction: 'asc' })
  const leaks = useAnswer('leaks.found', { id: scan.id, page, pageSize })
  const [opened, setOpened] = useState<FoundLeak | null>(null)
  const [isRevoking, setIsRevoking] = useState(false)
  return (
    <>
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 2 }}>
        <ScanSummary scan={scan} />
        {may('leaks.revoke') && scan.revocable > 0 && (
          <Button
            variant="contained"
            color="error"
            startIcon={<GppMaybeOutlined />}
            onClick={() => setIsRevoking(true)}
            sx={{ flexShrink: 0 }}
          >
            {t('revoke.button')}
          </Button>
        )}
      </Stack>
      {scan.tokens > 0 && (
        <DataTable<FoundLeak>
          id="leaks"
          label={t('title')}
          {...tableAnswer(leaks)}
          columns={columns}
          hideWhenNarrow={['userName']}
          page={{ page, pageSize }}
          onPage={setPage}
          getRowId={(row) => `${row.tokenId} ${row.match}`}
          onOpenRow={setOpened}
        />
      )}
      {opened && <PlacesDialog leak={opened} onClose={() => setOpened(null)} />}
      {isRevoking && <RevokeLeaksDialog scanId={scan.id} onClose={() => setIsRevoking(false)} />}
    </>
  )
}
