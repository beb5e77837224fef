import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import GridOnRounded from '@mui/icons-material/GridOnRounded'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatrixAsked } from '../../../electron/contract/matrix'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { MatrixLegend } from './MatrixLegend'
import { MatrixTable, type MatrixSort } from './MatrixTable'
import { sortedRows } from './sorted-rows'

/** Tokens against entities at a glance: of one user, or of all that reach one entity. */
export function MatrixPage({ asked }: { asked: MatrixAsked }) {
  const { t } = useTranslation('matrix')
  const notify = useNotify()
  const [sort, setSort] = useState<MatrixSort>('power')
  const { data, error, refetch } = useAnswer('matrix.get', asked)
  const write = useCommand('matrix.export')
  const failure = failureIn(error)
  if (failure) return <FailureNotice failure={failure} onRetry={() => void refetch()} />
  if (!data) return null
  if (data.rows.length === 0)
    return <EmptyState icon={<GridOnRounded />} title={t('empty.title')} text={t('empty.text')} />
  return (
    <>
      <Stack
        direction="row"
        useFlexGap
        sx={{ mb: 2, gap: 2, alignItems: 'center', flexWrap: 'wrap' }}
      >
        <MatrixLegend />
        <Button
          variant="outlined"
          startIcon={<FileDownloadOutlined />}
          loading={write.isPending}
          onClick={() =>
            write.mutate(asked, {
              onSuccess: (file) => {
                if (file) notify.success(t('exported', { name: file.name, count: file.rows }))
              },
              onError: (refusedFor) => {
                const refused = failureIn(refusedFor)
                if (refused) notify.failure(refused)
              },
            })
          }
        >
          {t('export')}
        </Button>
      </Stack>
      <MatrixTable
        entities={data.entities}
        rows={sortedRows(data.rows, sort)}
        withUser={asked.entityId !== undefined}
        sort={sort}
        onSort={setSort}
      />
      {data.more > 0 && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('more', { count: data.more })}
        </Alert>
      )}
    </>
  )
}
