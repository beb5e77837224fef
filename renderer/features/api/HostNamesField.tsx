import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { covers, type Certificate } from '../../../electron/contract/listening'
import { LinesField } from '../../ui/LinesField'
import type { ListeningForm } from './listening-form'

type Props = { form: ListeningForm; certificate: Certificate | null }

/** Names beside those of the certificate. */
export function HostNamesField({ form, certificate }: Props) {
  const { t } = useTranslation('api')
  const { field } = useController({ control: form.control, name: 'hostNames' })
  const uncovered = certificate
    ? field.value.filter((host) => !certificate.names.some((name) => covers(name, host)))
    : []
  return (
    <LinesField
      field={field}
      errors={form.formState.errors.hostNames}
      label={t('listening.hostNames')}
      hint={
        uncovered.length === 0
          ? t('listening.hostNamesHint')
          : t('listening.hostNamesUncovered', { names: uncovered.join(', ') })
      }
      size="small"
      fullWidth
    />
  )
}
