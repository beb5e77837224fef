import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { day } from '../../../electron/contract/time'
import type { Token } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useFieldText } from '../../ui/field-text'
import { LastUse } from '../../ui/LastUse'
import { useNotify } from '../../ui/notify'
import { useNow } from '../../ui/useNow'

type DeleteTokenDialogProps = { token: Token; onClose(): void }

/** Says what depends on the token; one that is in use is deleted only by its name. */
export function DeleteTokenDialog({ token, onClose }: DeleteTokenDialogProps) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const notify = useNotify()
  const now = useNow()
  const revoke = useCommand('tokens.revoke')
  const [typed, setTyped] = useState('')
  // Main may know of a later use than this list does, and asks for the name then.
  const [isAsked, setIsAsked] = useState(false)

  const { lastUsedAt } = token
  const needsName = isAsked || (lastUsedAt !== null && now - lastUsedAt < day)
  const isMatching = typed.trim() === token.name.trim()
  const failure = failureIn(revoke.error)
  const isAboutName = failure?.code === 'name_confirmation_needed'

  const confirm = () =>
    revoke.mutate(
      { id: token.id, ...(needsName && { name: typed.trim() }) },
      {
        onSuccess: ({ enforced }) => {
          notify.success(t(`delete.done.${enforced}`, { name: token.name }))
          onClose()
        },
        onError: (error) => {
          if (failureIn(error)?.code === 'name_confirmation_needed') setIsAsked(true)
        },
      },
    )

  return (
    <ConfirmDialog
      open
      title={t('delete.title', { name: token.name })}
      confirmLabel={t('delete.confirm')}
      danger
      busy={revoke.isPending}
      confirmDisabled={needsName && !isMatching}
      failure={isAboutName ? null : failure}
      onConfirm={confirm}
      onClose={onClose}
    >
      <LastUse lastUsedAt={lastUsedAt} lastUsedFrom={token.lastUsedFrom} />
      <Typography>{t('delete.consequence')}</Typography>
      {needsName && (
        <>
          <Typography>{t('delete.stillUsed')}</Typography>
          <TextField
            label={t('delete.tokenName')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoFocus
            placeholder={token.name}
            error={isAboutName && typed !== '' && !isMatching}
            helperText={isAboutName ? fieldText(failure.code) : undefined}
            slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
          />
        </>
      )}
    </ConfirmDialog>
  )
}
