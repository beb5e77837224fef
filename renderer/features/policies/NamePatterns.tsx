import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../electron/contract/policy'
import { LinesField } from '../../ui/LinesField'
import { NameTrial } from './NameTrial'

/** Forms that new names must have, with a place to try names out. */
export function NamePatterns({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('policies')
  const { control, formState } = useFormContext<Policy>()
  const { field } = useController({ control, name: 'namePatterns' })
  return (
    <>
      <LinesField
        field={field}
        errors={formState.errors.namePatterns}
        label={t('names.label')}
        hint={t('names.hint')}
        separator={/\n/}
        readOnly={readOnly}
        fullWidth
      />
      {field.value.length > 0 && <NameTrial patterns={field.value} />}
    </>
  )
}
