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
import { useEffect, useId, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import { newRule, type RouteSetForm } from './route-set-form'
import { RuleRow, moveButtonId } from './RuleRow'

/** The rules in their order, which a mouse and a keyboard can change alike. */
export function RulesEditor({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('routeSets')
  const headingId = useId()
  const tableId = useId()
  const fieldText = useFieldText()
  const { control, formState } = useFormContext<RouteSetForm>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'rules', keyName: 'key' })
  const [moved, setMoved] = useState<{ to: number; by: -1 | 1 } | null>(null)

  // React takes a row out of the page to put it elsewhere, and the focus is lost with it.
  useEffect(() => {
    if (moved === null) return
    const button = (by: -1 | 1) =>
      document.querySelector<HTMLButtonElement>(
        `#${CSS.escape(moveButtonId(tableId, moved.to, by))}:not(:disabled)`,
      )
    const same = button(moved.by)
    ;(same ?? button(moved.by === 1 ? -1 : 1))?.focus()
  }, [moved, tableId])

  const whole = formState.errors.rules?.root?.message ?? formState.errors.rules?.message
  return (
    <Box component="section" aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2">
        {t('form.rules')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {t(fields.length === 0 ? 'form.noRules' : 'form.rulesHint')}
      </Typography>
      {fields.length > 0 && (
        <Table
          id={tableId}
          size="small"
          aria-labelledby={headingId}
          sx={{ '& td': { verticalAlign: 'top', px: 1, py: 1.25 }, '& th': { px: 1 } }}
        >
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 36 }}>{t('form.order')}</TableCell>
              <TableCell>{t('form.request')}</TableCell>
              <TableCell sx={{ width: '34%' }}>{t('form.needs')}</TableCell>
              {!readOnly && <TableCell sx={{ width: 116 }}>{t('form.actions')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((field, index) => (
              <RuleRow
                key={field.key}
                tableId={tableId}
                index={index}
                count={fields.length}
                readOnly={readOnly}
                onRemove={() => remove(index)}
                onMove={(by) => {
                  move(index, index + by)
                  setMoved({ to: index + by, by })
                }}
              />
            ))}
          </TableBody>
        </Table>
      )}
      {whole && <FormHelperText error>{fieldText(whole)}</FormHelperText>}
      <Box role="status" sx={hiddenFromSight}>
        {moved && t('form.moved', { number: moved.to + 1 })}
      </Box>
      {!readOnly && (
        <Button
          size="small"
          startIcon={<AddRounded />}
          sx={{ mt: 1 }}
          onClick={() => append(newRule(), { focusName: `rules.${fields.length}.path` })}
        >
          {t('form.add')}
        </Button>
      )}
    </Box>
  )
}

const hiddenFromSight = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const
