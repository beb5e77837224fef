import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'

export function FieldsTab({ entityId }: { entityId: EntityId }) {
  const { t } = useTranslation('entities')
  // A failure is shown by the page around, which asks the same.
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  if (!entity) return null
  return (
    <Table aria-label={t('fields.label', { title: entity.title })} sx={{ maxWidth: 800 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('fields.title')}</TableCell>
          <TableCell>{t('fields.name')}</TableCell>
          <TableCell>{t('fields.type')}</TableCell>
          <TableCell>{t('fields.required')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entity.fields.map((field) => (
          <TableRow key={field.name}>
            <TableCell>{field.title}</TableCell>
            <TableCell>
              <code>{field.name}</code>
            </TableCell>
            <TableCell>{t(`type.${field.type}`)}</TableCell>
            <TableCell>{t(field.required ? 'yes' : 'no')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
