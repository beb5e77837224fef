import EditOutlined from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { useMay } from '../../ui/useMay'
import { EditFieldsDialog } from './EditFieldsDialog'
import { FieldCheckNotice } from './FieldCheckNotice'
import { useFieldRules } from './use-field-rules'

export function FieldsTab({ entityId }: { entityId: EntityId }) {
  const { t } = useTranslation('entities')
  const may = useMay()
  const rulesOf = useFieldRules()
  const [isEditing, setIsEditing] = useState(false)
  // A failure is shown by the page around, which asks the same.
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  if (!entity) return null
  return (
    <>
      <FieldCheckNotice entity={entity} />
      {may('entities.change') && (
        <Button
          variant="contained"
          startIcon={<EditOutlined />}
          disabled={entity.check?.state === 'checking'}
          onClick={() => setIsEditing(true)}
          sx={{ mb: 2 }}
        >
          {t('edit.button')}
        </Button>
      )}
      <Table
        size="small"
        aria-label={t('fields.label', { title: entity.title })}
        sx={{ maxWidth: 1000 }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('fields.title')}</TableCell>
            <TableCell>{t('fields.name')}</TableCell>
            <TableCell>{t('fields.type')}</TableCell>
            <TableCell>{t('fields.required')}</TableCell>
            <TableCell>{t('fields.rules')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {entity.fields.map((field) => (
            <TableRow key={field.id}>
              <TableCell>{field.title}</TableCell>
              <TableCell>
                <code>{field.name}</code>
              </TableCell>
              <TableCell>{t(`type.${field.type}`)}</TableCell>
              <TableCell>{t(field.required ? 'yes' : 'no')}</TableCell>
              <TableCell>{rulesOf(field)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {isEditing && <EditFieldsDialog entity={entity} onClose={() => setIsEditing(false)} />}
    </>
  )
}
