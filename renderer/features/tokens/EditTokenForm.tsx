import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Token, TokenTerms } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { changeOf, overNewer, settingsOf } from './edited-token'
import { showAtField, TokenSettings, type TokenSettingsInput } from './token-form'
import { TokenFields } from './TokenFields'
import { TokenFormBody } from './TokenFormBody'

type Props = {
  /** As it is now; what was opened stays until the person takes over what is new. */
  token: Token
  terms: TokenTerms
  onTyped(hasTyped: boolean): void
  onBusy(isBusy: boolean): void
  onClose(): void
}

export function EditTokenForm({ token, terms, onTyped, onBusy, onClose }: Props) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const notify = useNotify()
  const change = useCommand('tokens.change')
  const [opened, setOpened] = useState(token)
  const form = useForm<TokenSettingsInput, unknown, TokenSettings>({
    resolver: zodResolver(TokenSettings),
    defaultValues: settingsOf(opened),
  })
  const { isDirty } = form.formState
  const failure = failureIn(change.error)
  const isNewer = token.version > opened.version && !change.isPending && !change.isSuccess
  const isOvertaken = isNewer || failure?.code === 'changed_meanwhile'

  useEffect(() => onTyped(isDirty), [onTyped, isDirty])
  useEffect(() => onBusy(change.isPending), [onBusy, change.isPending])

  const takeOver = () => {
    const typed = overNewer(form.getValues(), opened, token)
    form.reset(settingsOf(token))
    for (const [part, value] of Object.entries(typed))
      form.setValue(part as keyof TokenSettingsInput, value, { shouldDirty: true })
    setOpened(token)
    change.reset()
  }

  const save = form.handleSubmit((typed) => {
    const what = changeOf(opened, typed)
    if (Object.keys(what).length === 0) return onClose()
    change.mutate(
      { id: opened.id, version: opened.version, ...what },
      {
        onSuccess: ({ value, enforced }) => {
          notify.success(t(`edit.done.${enforced}`, { name: value.name }))
          onClose()
        },
        onError: (error) => {
          const refused = failureIn(error)
          if (refused && showAtField(form, refused)) change.reset()
        },
      },
    )
  })

  return (
    <TokenFormBody
      confirmLabel={common('save')}
      busy={change.isPending}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      {isOvertaken && (
        <Alert
          severity="warning"
          action={
            isNewer && (
              <Button color="inherit" size="small" onClick={takeOver}>
                {t('edit.takeOver')}
              </Button>
            )
          }
        >
          {t('edit.changedMeanwhile')}
        </Alert>
      )}
      {failure && failure.code !== 'changed_meanwhile' && <FailureNotice failure={failure} />}
      <TokenFields form={form} terms={terms} token={opened} />
    </TokenFormBody>
  )
}
