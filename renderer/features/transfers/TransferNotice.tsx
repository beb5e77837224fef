import Alert, { type AlertColor } from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Transfer } from '../../../electron/contract/transfer'
import { failureIn, useCommand } from '../../keyward'
import { useFailureText } from '../../ui/failure-text'
import { FailureNotice } from '../../ui/FailureNotice'
import { useMay } from '../../ui/useMay'
import { DiscardImportDialog } from './DiscardImportDialog'
import { RowFaults } from './RowFaults'
import { TransferProgress } from './TransferProgress'
import { useCountWords } from './use-transfer-words'

const severities: Record<Transfer['state'], AlertColor> = {
  running: 'info',
  done: 'success',
  cancelled: 'warning',
  stopped: 'error',
  interrupted: 'warning',
}

/** One import or export: its progress, how it ended, and what can be done about it. */
export function TransferNotice({ entity, transfer }: { entity: Entity; transfer: Transfer }) {
  const { t } = useTranslation('transfers')
  const { t: common } = useTranslation('common')
  const failureText = useFailureText()
  const countWords = useCountWords()
  const may = useMay()
  const [isDiscarding, setIsDiscarding] = useState(false)
  const stopExport = useCommand('exports.cancel')
  const stopImport = useCommand('imports.cancel')
  const resume = useCommand('imports.resume')
  const discard = useCommand('imports.discard')

  const { id, state, file, rows, totalRows, failure, faults, counts } = transfer
  const kind = transfer.kind === 'export' ? 'export' : 'import'
  const isImport = kind === 'import'
  const mayChange = !isImport || may('imports.resume')
  const stop = isImport ? stopImport : stopExport
  const refused = failureIn(resume.error) ?? failureIn(stop.error) ?? failureIn(discard.error)
  const waits = isImport && ['cancelled', 'stopped', 'interrupted'].includes(state)
  const words = isImport
    ? t(`import.${state}`, { what: countWords(counts), rows, total: totalRows ?? rows })
    : t(`export.${state}`, { count: rows })

  return (
    <Alert
      severity={severities[state]}
      sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
      action={
        mayChange && (
          <Stack direction="row" sx={{ gap: 0.5 }}>
            {state === 'running' && (
              <Button
                color="inherit"
                size="small"
                loading={stop.isPending}
                onClick={() => stop.mutate({ id })}
              >
                {common('cancel')}
              </Button>
            )}
            {waits && (
              <>
                <Button
                  color="inherit"
                  size="small"
                  loading={resume.isPending}
                  onClick={() => resume.mutate({ id })}
                >
                  {t('resume')}
                </Button>
                <Button color="inherit" size="small" onClick={() => setIsDiscarding(true)}>
                  {t('discard.button')}
                </Button>
              </>
            )}
            {state !== 'running' && !waits && (
              <Button
                color="inherit"
                size="small"
                onClick={() => (isImport ? discard : stopExport).mutate({ id })}
              >
                {common('close')}
              </Button>
            )}
          </Stack>
        )
      }
    >
      <AlertTitle sx={{ overflowWrap: 'anywhere' }}>{t(`${kind}.of`, { file })}</AlertTitle>
      {state === 'running' ? (
        <TransferProgress label={t(`${kind}.running`)} transfer={transfer} />
      ) : (
        <Box>
          {words}
          {failure && ` ${failureText(failure)}`}
        </Box>
      )}
      {faults.length > 0 && (
        <Box sx={{ mt: 1, color: 'text.primary' }}>
          <RowFaults entity={entity} faults={faults} scrolls />
        </Box>
      )}
      {refused && (
        <Box sx={{ mt: 1 }}>
          <FailureNotice failure={refused} />
        </Box>
      )}
      {isDiscarding && (
        <DiscardImportDialog
          file={file}
          what={countWords(counts)}
          busy={discard.isPending}
          onClose={() => setIsDiscarding(false)}
          onConfirm={() => discard.mutate({ id }, { onSettled: () => setIsDiscarding(false) })}
        />
      )}
    </Alert>
  )
}
