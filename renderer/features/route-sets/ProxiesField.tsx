import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { LinesField } from '../../ui/LinesField'
import type { RouteSetForm } from './route-set-form'

/** Source networks of the proxies that may ask. */
export function ProxiesField({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('routeSets')
  const { control, formState } = useFormContext<RouteSetForm>()
  const { field } = useController({ control, name: 'proxies' })
  return (
    <LinesField
      field={field}
      errors={formState.errors.proxies}
      label={t('form.proxies')}
      hint={t('form.proxiesHint')}
      readOnly={readOnly}
      sx={{ flex: '2 1 320px', maxWidth: 560 }}
    />
  )
}
