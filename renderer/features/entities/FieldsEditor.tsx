import AddRounded from '@mui/icons-material/AddRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'
import { useFieldText } from '../../ui/field-text'
import { newField, type EntityForm } from './entity-form'
import { FieldEditorRow } from './FieldEditorRow'

/** `known`: fields that systems use already, whose name and type stay. */
export function FieldsEditor({ known = [] }: { known?: Field[] }) {
  const { t } = useTranslation('entities')
  const headingId = useId()
  const fieldText = useFieldText()
  const { control, formState } = useFormContext<EntityForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'fields', keyName: 'key' })
  const fieldsTyped = useWatch({ control, name: 'fields' })
  const { errors } = formState
  const whole = errors.fields?.root?.message ?? errors.fields?.message
  return (
    <Box>
      <Typography id={headingId} variant="h3" component="h3">
        {t('create.fields')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {t('create.fieldsHint')}
      </Typography>
      <Table size="small" aria-labelledby={headingId} sx={{ '& td': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{t('create.fieldTitle')}</TableCell>
            <TableCell>{t('create.fieldName')}</TableCell>
            <TableCell sx={{ width: 170 }}>{t('create.fieldType')}</TableCell>
            <TableCell align="center" sx={{ width: 90 }}>
              {t('create.fieldRequired')}
            </TableCell>
            <TableCell sx={{ width: 48 }} />
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field, index) => (
            <FieldEditorRow
              key={field.key}
              index={index}
              known={known.find((one) => one.id === fieldsTyped[index]?.id) ?? null}
              {...(fields.length > 1 && { onRemove: () => remove(index) })}
            />
          ))}
        </TableBody>
      </Table>
      {whole && whole !== 'repeated' && <FormHelperText error>{fieldText(whole)}</FormHelperText>}
      <Button
        size="small"
        startIcon={<AddRounded />}
        sx={{ mt: 1 }}
        onClick={() => append(newField(), { focusName: `fields.${fields.length}.title` })}
      >
        {t('create.addField')}
      </Button>
    </Box>
  )
}
