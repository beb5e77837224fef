import TextField from '@mui/material/TextField'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { fitsOneOf } from '../../../electron/contract/name-pattern'
import type { Token, TokenTerms } from '../../../electron/contract/token'
import { useFieldText } from '../../ui/field-text'
import type { TokenForm } from './token-form'

type Props = { form: TokenForm; terms: Pick<TokenTerms, 'namePatterns'>; token?: Token }

/** The forms that the policy wants are said from the start, and held against what is typed. */
export function NameField({ form, terms: { namePatterns }, token }: Props) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { errors, touchedFields } = form.formState
  const name = useWatch({ control: form.control, name: 'name' }).trim().normalize('NFC')
  const problem = errors.name?.message
  // A name that it has already may stay.
  const isUnfit = name !== '' && name !== token?.name && !fitsOneOf(name, namePatterns)
  const patterns = namePatterns.map((pattern) => `“${pattern}”`).join(', ')
  const hint = () => {
    if (namePatterns.length === 0) return t('create.nameHint')
    return t(isUnfit ? 'create.nameFitsNot' : 'create.nameForms', { patterns })
  }
  return (
    <TextField
      {...form.register('name')}
      label={t('create.name')}
      autoFocus
      // A name that is only begun is no mistake.
      error={problem !== undefined || (isUnfit && touchedFields.name === true)}
      helperText={problem === 'name_not_allowed' ? hint() : (fieldText(problem) ?? hint())}
      slotProps={{ htmlInput: { 'aria-required': true, autoComplete: 'off' } }}
      sx={{ flex: 1 }}
    />
  )
}
