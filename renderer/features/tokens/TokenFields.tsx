import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Token, TokenTerms } from '../../../electron/contract/token'
import { longest, useFieldText } from '../../ui/field-text'
import { ExpirationField } from './ExpirationField'
import { GrantsField } from './GrantsField'
import { MoreOptions } from './MoreOptions'
import { NameField } from './NameField'
import type { TokenForm } from './token-form'

type Props = {
  form: TokenForm
  terms: TokenTerms
  /** The token that is changed; absent for a new one. */
  token?: Token
}

/** Everything that is said of a token, new or changed, but whether it is enabled. */
export function TokenFields({ form, terms, token }: Props) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { errors } = form.formState
  const changed = token === undefined ? {} : { token }
  return (
    <>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
        <NameField form={form} terms={terms} {...changed} />
        <TextField
          {...form.register('note')}
          label={t('create.note')}
          error={errors.note !== undefined}
          helperText={fieldText(errors.note?.message, longest.note) ?? t('create.noteHint')}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
          sx={{ flex: 1 }}
        />
      </Stack>
      <ExpirationField form={form} terms={terms} {...changed} />
      <GrantsField form={form} terms={terms} {...changed} />
      <MoreOptions form={form} terms={terms} />
    </>
  )
}
