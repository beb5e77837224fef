import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CallAsked } from '../../../electron/contract/explain'
import { permissions } from '../../../electron/contract/permission'
import { useAnswer } from '../../keyward'
import { useFieldText } from '../../ui/field-text'
import { fromLocalInput, toLocalInput } from './local-input'

type Props = { initial: CallAsked | null; onAsk: (asked: CallAsked) => void }

/** A call as somebody describes it; empty fields leave that part out. */
export function CallForm({ initial, onAsk }: Props) {
  const { t } = useTranslation('explain')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const entities = useAnswer('entities.list', { pageSize: 100 })
  const [typed, setTyped] = useState({
    tokenId: initial?.tokenId ?? '',
    entity: initial?.entity ?? '',
    permission: initial?.permission ?? 'read',
    at: initial?.at ? toLocalInput(initial.at) : '',
    source: initial?.source ?? '',
  })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const change = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })

  const ask = (event: FormEvent) => {
    event.preventDefault()
    const call = CallAsked.safeParse({
      tokenId: typed.tokenId.trim(),
      entity: typed.entity.trim() || null,
      permission: typed.permission,
      at: typed.at === '' ? null : fromLocalInput(typed.at),
      source: typed.source.trim() || null,
    })
    const issues = call.error?.issues ?? []
    setWrong(Object.fromEntries(issues.map((one) => [String(one.path[0]), one.message])))
    if (call.success) onAsk(call.data)
  }

  return (
    <form onSubmit={ask} noValidate>
      <Stack
        direction="row"
        useFlexGap
        sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', maxWidth: 960, mb: 3 }}
      >
        <TextField
          label={t('token')}
          value={typed.tokenId}
          onChange={change('tokenId')}
          error={wrong['tokenId'] !== undefined}
          helperText={wrong['tokenId'] ? t('tokenWrong') : t('tokenHint')}
          slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off' } }}
          sx={{ width: 220 }}
        />
        <TextField
          label={t('entity')}
          value={typed.entity}
          onChange={change('entity')}
          helperText={t('entityHint')}
          slotProps={{ htmlInput: { list: 'entity-names', spellCheck: false } }}
          sx={{ width: 220 }}
        />
        <datalist id="entity-names">
          {(entities.data?.rows ?? []).map((entity) => (
            <option key={entity.id} value={entity.name}>
              {entity.title}
            </option>
          ))}
        </datalist>
        <TextField
          select
          label={t('permission')}
          value={typed.permission}
          onChange={change('permission')}
          disabled={typed.entity.trim() === ''}
          sx={{ width: 140 }}
        >
          {permissions.map((one) => (
            <MenuItem key={one} value={one}>
              {common(`permission.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('at')}
          type="datetime-local"
          value={typed.at}
          onChange={change('at')}
          helperText={t('atHint')}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { step: 1 } }}
          sx={{ width: 240 }}
        />
        <TextField
          label={t('source')}
          value={typed.source}
          onChange={change('source')}
          error={wrong['source'] !== undefined}
          helperText={wrong['source'] ? fieldText('not_an_address') : t('sourceHint')}
          slotProps={{ htmlInput: { spellCheck: false } }}
          sx={{ width: 220 }}
        />
        <Button type="submit" variant="contained" sx={{ height: 40 }}>
          {t('ask')}
        </Button>
      </Stack>
    </form>
  )
}
