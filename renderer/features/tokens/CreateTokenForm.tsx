import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Switch from '@mui/material/Switch'
import { useEffect } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TokenId, UserId } from '../../../electron/contract/id'
import type { IssuedToken, TokenTerms } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { withoutCovered } from '../../ui/permission-grants'
import type { Clone } from './cloned-token'
import { newTokenValues, showAtField, TokenSettings, type TokenSettingsInput } from './token-form'
import { TokenFields } from './TokenFields'
import { TokenFormBody } from './TokenFormBody'
import { useGrantWords } from '../../ui/use-grant-words'

type CreateTokenFormProps = {
  userId: UserId
  terms: TokenTerms
  /** What it is filled in with at first: the settings of another token. */
  clone?: Clone & { of: TokenId }
  onTyped(hasTyped: boolean): void
  onBusy(isBusy: boolean): void
  onCancel(): void
  onIssued(issued: IssuedToken): void
}

export function CreateTokenForm(props: CreateTokenFormProps) {
  const { userId, terms, clone, onTyped, onBusy, onCancel, onIssued } = props
  const { t } = useTranslation('tokens')
  const { lineOf } = useGrantWords()
  const create = useCommand('tokens.create')
  const form = useForm<TokenSettingsInput, unknown, TokenSettings>({
    resolver: zodResolver(TokenSettings),
    defaultValues: clone?.values ?? newTokenValues(terms),
  })
  const { isDirty } = form.formState
  const failure = failureIn(create.error)

  useEffect(() => onTyped(isDirty), [onTyped, isDirty])
  useEffect(() => onBusy(create.isPending), [onBusy, create.isPending])

  const confirm = form.handleSubmit(({ expiry, ...token }) => {
    // Only a token that is there already has an expiry to keep.
    if (expiry.kind === 'keep') return
    create.mutate(
      {
        ...token,
        userId,
        expiry,
        grants: withoutCovered(token.grants),
        ...(clone && { clonedFrom: clone.of }),
      },
      {
        onSuccess: (issued) => {
          onIssued(issued)
          create.reset()
        },
        onError: (error) => {
          const refused = failureIn(error)
          if (refused && showAtField(form, refused)) create.reset()
        },
      },
    )
  })

  return (
    <TokenFormBody
      confirmLabel={t('create.confirm')}
      busy={create.isPending}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      {failure && <FailureNotice failure={failure} />}
      {clone && clone.leftOut.length > 0 && (
        <Alert severity="warning">
          {t('clone.leftOut')} {clone.leftOut.map(lineOf).join('; ')}
        </Alert>
      )}
      <TokenFields form={form} terms={terms} />
      <Controller
        control={form.control}
        name="enabled"
        render={({ field: { value, onChange, ...field } }) => (
          <div>
            <FormControlLabel
              label={t('create.enabled')}
              control={<Switch {...field} checked={value ?? true} onChange={onChange} />}
            />
            {value === false && <FormHelperText>{t('create.enabledHint')}</FormHelperText>}
          </div>
        )}
      />
    </TokenFormBody>
  )
}
