import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { LinesField } from '../../ui/LinesField'
import type { TokenForm } from './token-form'

/** Source networks; none is everywhere. */
export function NetworksField({ form }: { form: TokenForm }) {
  const { t } = useTranslation('tokens')
  const { field } = useController({ control: form.control, name: 'networks' })
  return (
    <LinesField
      field={field}
      errors={form.formState.errors.networks}
      label={t('create.networks')}
      hint={t('create.networksHint')}
      fullWidth
    />
  )
}
