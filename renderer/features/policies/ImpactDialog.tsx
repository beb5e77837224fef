import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../electron/contract/failure'
import type { Policy } from '../../../electron/contract/policy'
import type { ImpactKind, PolicyImpact } from '../../../electron/contract/policy-impact'
import { useAnswer } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ImpactKinds } from './ImpactKinds'
import { ImpactTable } from './ImpactTable'
import { ImpactWords } from './ImpactWords'
import { StricterWords } from './StricterWords'

type Props = {
  before: Policy
  after: Policy
  /** As it was found when Save was pressed. */
  found: PolicyImpact
  busy: boolean
  failure: Failure | null
  onConfirm(confirmedStopping: number): void
  onClose(): void
}

/** What saving would do; what stops tokens in use is saved only by their number. */
export function ImpactDialog({ before, after, found, ...dialog }: Props) {
  const { t } = useTranslation('policies')
  const [kind, setKind] = useState<ImpactKind | null>(null)
  const [typed, setTyped] = useState('')
  const { data: impact = found, refetch } = useAnswer('policy.preview', { policy: after, kind })
  const { stopping, stoppingInUse, tokens } = impact
  const listed = kind === null ? tokens : impact.counts[kind]
  const isSeen = stoppingInUse === 0 || Number(typed) === stoppingInUse
  const refusedWith = dialog.failure?.code

  // More of them are in use by now: the number to type is the new one.
  useEffect(() => {
    if (refusedWith !== undefined) void refetch()
  }, [refusedWith, refetch])

  return (
    <ConfirmDialog
      open
      wide={tokens > 0}
      title={t(stopping > 0 ? 'impact.titleStops' : 'impact.title')}
      confirmLabel={t('impact.confirm')}
      danger={stopping > 0}
      confirmDisabled={!isSeen}
      {...dialog}
      onConfirm={() => dialog.onConfirm(stoppingInUse)}
    >
      <ImpactWords impact={impact} />
      <StricterWords before={before} after={after} />
      {tokens > 0 && (
        <>
          <ImpactKinds impact={impact} chosen={kind} onChoose={setKind} />
          <ImpactTable rows={impact.rows} more={listed - impact.rows.length} />
        </>
      )}
      {stoppingInUse > 0 && (
        <TextField
          label={t('impact.type')}
          value={typed}
          onChange={({ target }) => setTyped(target.value.replaceAll(/\D/g, '').slice(0, 7))}
          helperText={t('impact.typeHint', { count: stoppingInUse })}
          slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
          sx={{ maxWidth: 400 }}
        />
      )}
    </ConfirmDialog>
  )
}
