import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { ImportFile, ImportMode } from '../../../electron/contract/transfer'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { BroughtIntoView } from '../../ui/BroughtIntoView'
import { FailureNotice } from '../../ui/FailureNotice'
import { CheckResult } from './CheckResult'
import { ImportChoices } from './ImportChoices'
import { ImportColumns } from './ImportColumns'
import { ImportFileFacts } from './ImportFileFacts'
import { TransferProgress } from './TransferProgress'

type Props = { entity: Entity; file: ImportFile; onClose: () => void }

/**
 * From a chosen file to the import: how its columns are read, what becomes of records that exist,
 * and a dry run before anything is written. The import itself goes on behind the closed dialog.
 */
export function ImportDialog({ entity, file, onClose }: Props) {
  const { t } = useTranslation('transfers')
  const { t: common } = useTranslation('common')
  const titleId = useId()
  const [mode, setMode] = useState<ImportMode>('add')
  const [key, setKey] = useState(file.keys[0] ?? 'id')
  const [checkId, setCheckId] = useState<string | null>(null)
  const transfers = useAnswer('transfers.list', { entityId: entity.id })
  const check = useCommand('imports.check')
  const cancel = useCommand('imports.cancel')
  const start = useCommand('imports.start')

  const checked = checkId === null ? undefined : transfers.data?.find((one) => one.id === checkId)
  const isChecking =
    check.isPending || (checkId !== null && (!checked || checked.state === 'running'))
  const result = checked && checked.state !== 'running' ? checked : null
  const isFaultless =
    result?.state === 'done' && result.faults.length === 0 && result.counts.refused === 0
  const isReadable =
    file.columns.every(({ problem }) => problem === null || problem === 'not_taken') &&
    (file.missing.length === 0 || mode === 'replace')
  const failure = failureIn(check.error) ?? failureIn(start.error)

  const stopChecking = () => {
    if (checkId !== null) cancel.mutate({ id: checkId })
    setCheckId(null)
  }
  const choose = (change: () => void) => {
    change()
    setCheckId(null)
    check.reset()
    start.reset()
  }
  const leave = () => {
    if (start.isPending) return
    if (isChecking) stopChecking()
    onClose()
  }

  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown') leave()
      }}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId}>{t('import.title', { title: entity.title })}</DialogTitle>
      <DialogContent dividers>
        <Stack spacing={2.5}>
          <ImportFileFacts file={file} />
          <ImportColumns entity={entity} file={file} mode={mode} />
          <ImportChoices
            entity={entity}
            keys={file.keys}
            mode={mode}
            chosenKey={key}
            disabled={isChecking || start.isPending}
            onMode={(chosen) => choose(() => setMode(chosen))}
            onKey={(chosen) => choose(() => setKey(chosen))}
          />
          {isChecking && (
            <BroughtIntoView>
              <TransferProgress label={t('check.running')} transfer={checked ?? null} />
            </BroughtIntoView>
          )}
          {result && <CheckResult key={result.id} entity={entity} result={result} />}
          {failure && <FailureNotice failure={failure} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={isChecking ? stopChecking : leave} disabled={start.isPending}>
          {isChecking ? t('check.cancel') : common('cancel')}
        </Button>
        <Button
          variant={isFaultless ? 'outlined' : 'contained'}
          disabled={!isReadable || start.isPending}
          loading={isChecking}
          onClick={() =>
            check.mutate(
              { fileId: file.fileId, mode, key },
              { onSuccess: ({ id }) => setCheckId(id) },
            )
          }
        >
          {t(result ? 'check.again' : 'check.button')}
        </Button>
        <Button
          variant={isFaultless ? 'contained' : 'outlined'}
          disabled={!isFaultless}
          loading={start.isPending}
          onClick={() => {
            if (checkId !== null) start.mutate({ checkId }, { onSuccess: onClose })
          }}
        >
          {t('import.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
