import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import { permissions, type Grant } from '../../../electron/contract/permission'
import type { TokenTerms } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { sameGrants, withoutCovered, type GrantInput } from '../../ui/permission-grants'
import { PermissionTable } from '../../ui/PermissionTable'
import { useMay } from '../../ui/useMay'
import { NarrowedTokens } from './NarrowedTokens'

type AccessFormProps = {
  userId: UserId
  /** The user's, as it was when the access was read. */
  version: number
  inForce: Grant[]
  entities: TokenTerms['entities']
  /** Resolves when the answer in force has been read again. */
  onSaved(): Promise<unknown>
}

/** What was ticked, and what was in force when the ticking began. */
type Draft = { grants: GrantInput[]; since: Grant[]; version: number }

export function AccessForm({ userId, version, inForce, entities, onSaved }: AccessFormProps) {
  const { t } = useTranslation('access')
  const { t: common } = useTranslation('common')
  const may = useMay()
  const notify = useNotify()
  const save = useCommand('access.set')
  const [draft, setDraft] = useState<Draft | null>(null)

  const grants = draft?.grants ?? inForce
  const mayChange = may('access.set')
  const hasChanges = draft !== null && !sameGrants(draft.grants, inForce)
  const isOvertaken = hasChanges && !save.isPending && !sameGrants(draft.since, inForce)
  const failure = failureIn(save.error)

  const confirm = () =>
    save.mutate(
      { userId, version: draft?.version ?? version, grants: withoutCovered(grants) },
      {
        onSuccess: ({ enforced }) => {
          notify.success(t(`saved.${enforced}`))
          void onSaved().then(() => setDraft(null))
        },
      },
    )
  const reset = () => {
    setDraft(null)
    save.reset()
  }

  return (
    <Stack spacing={2} sx={{ maxWidth: 760 }}>
      <Typography color="textSecondary">
        {t('explanation')} {mayChange ? t('live') : t('readOnly')}
      </Typography>
      {isOvertaken && <Alert severity="warning">{t('changedMeanwhile')}</Alert>}
      {failure && <FailureNotice failure={failure} />}
      <PermissionTable
        label={t('tableLabel')}
        entities={entities.map(({ id, ...entity }) => ({
          ...entity,
          entityId: id,
          allowed: permissions,
        }))}
        allEntities={permissions}
        grants={grants}
        onChange={(next) =>
          setDraft({
            grants: next,
            since: draft?.since ?? inForce,
            version: draft?.version ?? version,
          })
        }
        readOnly={!mayChange}
      />
      {hasChanges && <NarrowedTokens userId={userId} grants={grants} />}
      {grants.length === 0 && <Alert severity="warning">{t('nothing')}</Alert>}
      {mayChange && (
        <Stack direction="row" spacing={1}>
          <Button
            variant="contained"
            disabled={!hasChanges}
            loading={save.isPending}
            onClick={confirm}
          >
            {common('save')}
          </Button>
          <Button disabled={!hasChanges || save.isPending} onClick={reset}>
            {t('reset')}
          </Button>
        </Stack>
      )}
    </Stack>
  )
}
