import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'
import type { StoredRecord } from '../../../electron/contract/record'
import { When } from '../../ui/When'
import { MaskedValue } from './MaskedValue'
import { ReferredRecord } from './ReferredRecord'
import { useFieldWords } from './use-field-words'

const numbers = ['decimal', 'integer', 'number']
const inWords = ['string', 'text', 'email', 'url', 'uuid', 'ref']

/** A number of an order and the title of a field are read whole, up to a length. */
function leastWidthOf({ type, title }: Field): number {
  const ofValue = inWords.includes(type) || type === 'datetime' ? 156 : 110
  const ofTitle = 28 + title.length * 8
  return Math.max(ofValue, Math.min(ofTitle, 200))
}

/** A list shows the beginning of a long text; all of it is in the record. */
const mostShown = 300
const shortened = (text: string) =>
  text.length > mostShown ? `${text.slice(0, mostShown)}…` : text

/** The fields of an entity as columns, and what every record has besides. */
export function useRecordColumns(fields: Field[]) {
  const { t } = useTranslation('entities')
  const wordsOf = useFieldWords()
  return useMemo((): GridColDef<StoredRecord>[] => {
    const ofField = (field: Field): GridColDef<StoredRecord> => ({
      field: field.name,
      headerName: field.title,
      minWidth: leastWidthOf(field),
      flex: inWords.includes(field.type) ? 1.5 : 1,
      sortable: field.indexed === true,
      ...(numbers.includes(field.type) && { align: 'right', headerAlign: 'right' }),
      valueGetter: (_value, row) => shortened(wordsOf(field, row.data[field.name])),
      ...shownOtherwise(field),
    })
    const shownOtherwise = (field: Field): Partial<GridColDef<StoredRecord>> => {
      const { name, title, type, entityId } = field
      if (field.sensitive)
        return {
          display: 'flex',
          minWidth: Math.max(140, leastWidthOf(field)),
          valueGetter: (_value, row) => row.data[name] !== undefined && t('records.masked'),
          renderCell: ({ row }) =>
            row.data[name] === undefined ? (
              t('records.notSet')
            ) : (
              <MaskedValue title={title}>{wordsOf(field, row.data[name])}</MaskedValue>
            ),
        }
      if (type === 'ref' && entityId !== undefined)
        return {
          display: 'flex',
          renderCell: ({ row }) => {
            const id = row.data[name]
            return typeof id === 'string' ? (
              <ReferredRecord key={id} entityId={entityId} id={id} />
            ) : (
              t('records.notSet')
            )
          },
        }
      if (type !== 'json') return {}
      return {
        renderCell: ({ value }) => <code title={String(value)}>{String(value)}</code>,
      }
    }
    return [
      ...fields.map(ofField),
      { field: 'id', headerName: t('records.id'), width: 150 },
      {
        field: 'version',
        headerName: t('records.version'),
        width: 90,
        align: 'right',
        headerAlign: 'right',
        sortable: false,
      },
      {
        field: 'updatedAt',
        headerName: t('records.updatedAt'),
        width: 136,
        renderCell: ({ row }) => <When at={row.updatedAt} />,
      },
    ]
  }, [fields, t, wordsOf])
}
