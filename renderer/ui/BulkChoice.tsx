import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction, BulkKind } from '../../electron/contract/bulk'
import { Note } from '../../electron/contract/text'
import { BulkExpiryField } from './BulkExpiryField'
import { useFieldText } from './field-text'

type Props = { kind: BulkKind; onChange(action: BulkAction | null): void }

/** What an action on many tokens needs to know; null while it does not. */
export function BulkChoice({ kind, onChange }: Props) {
  if (kind === 'extend')
    return <BulkExpiryField onChange={(expiry) => onChange(expiry && { kind: 'extend', expiry })} />
  if (kind === 'assign_contact')
    return (
      <ContactField
        onChange={(contact) =>
          onChange(contact === null ? null : { kind: 'assign_contact', contact })
        }
      />
    )
  return null
}

function ContactField({ onChange }: { onChange(contact: string | null): void }) {
  const { t } = useTranslation('bulk')
  const fieldText = useFieldText()
  const [typed, setTyped] = useState('')
  const contact = Note.safeParse(typed)
  return (
    <TextField
      label={t('contact')}
      value={typed}
      autoFocus
      error={!contact.success}
      helperText={contact.success ? t('contactHint') : fieldText(contact.error.issues[0]?.message)}
      onChange={({ target }) => {
        setTyped(target.value)
        const { data } = Note.safeParse(target.value)
        onChange(data === undefined || data === '' ? null : data)
      }}
    />
  )
}
