import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { attributeTypes, type FieldType } from '../../../electron/contract/field'
import type { EntityForm } from './entity-form'
import { FieldEntity } from './FieldEntity'
import { FieldScale } from './FieldScale'
import { FieldValues } from './FieldValues'

const flags = ['unique', 'indexed', 'sensitive', 'deprecated'] as const

type Props = { index: number; labelOf: (what: string) => string; isNew: boolean }

/** What else there is to say about a field; only what makes sense for its type. */
export function FieldAttributes({ index, labelOf, isNew }: Props) {
  const { t } = useTranslation('entities')
  const { control } = useFormContext<EntityForm>()
  const type = useWatch({ control, name: `fields.${index}.type` })
  const offered = flags.filter(
    (flag) =>
      flag === 'sensitive' || (flag === 'deprecated' ? !isNew : fits(attributeTypes[flag], type)),
  )
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
      {type === 'enum' && <FieldValues index={index} label={labelOf(t('attribute.values'))} />}
      {type === 'ref' && (
        <FieldEntity index={index} label={labelOf(t('attribute.entity'))} readOnly={!isNew} />
      )}
      {type === 'decimal' && <FieldScale index={index} label={labelOf(t('attribute.scale'))} />}
      {offered.map((flag) => (
        <Controller
          key={flag}
          control={control}
          name={`fields.${index}.${flag}`}
          render={({ field: { value, ref, onChange, ...field } }) => (
            <Tooltip title={t(`attributeHint.${flag}`)} describeChild>
              <FormControlLabel
                label={t(`attribute.${flag}`)}
                control={
                  <Checkbox
                    {...field}
                    size="small"
                    checked={value ?? false}
                    onChange={(_event, checked) => onChange(checked || undefined)}
                    slotProps={{ input: { ref, 'aria-label': labelOf(t(`attribute.${flag}`)) } }}
                  />
                }
              />
            </Tooltip>
          )}
        />
      ))}
    </Stack>
  )
}

const fits = (types: readonly FieldType[], type: FieldType) => types.includes(type)
