import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CallAsked } from '../../../electron/contract/explain'
import type { FoundToken } from '../../../electron/contract/token'
import { CalendarField } from '../../ui/CalendarField'
import { useFieldText } from '../../ui/field-text'
import { momentTyped, typedMoment } from '../../ui/typed-moment'
import { EntityChoice } from './EntityChoice'
import { PermissionChoice } from './PermissionChoice'
import { SecretChoice } from './SecretChoice'
import { TokenPicker } from './TokenPicker'

type Props = {
  initial: CallAsked | null
  /** The token of the call that was given, once it is known. */
  token: FoundToken | null
  onAsk: (asked: CallAsked) => void
}

type Typed = {
  entity: string
  permission: CallAsked['permission']
  at: string
  source: string
  secret: CallAsked['secret']
}

/** A call as somebody describes it; empty fields leave that part out. */
export function CallForm({ initial, token, onAsk }: Props) {
  const { t } = useTranslation('explain')
  const fieldText = useFieldText()
  const [found, setFound] = useState(token)
  const [typed, setTyped] = useState<Typed>({
    entity: initial?.entity ?? '',
    permission: initial?.permission ?? 'read',
    at: initial?.at ? typedMoment(initial.at) : '',
    source: initial?.source ?? '',
    secret: initial?.secret ?? 'in_use',
  })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const change = (changed: Partial<typeof typed>) => {
    setTyped({ ...typed, ...changed })
    setWrong({})
  }

  // What was typed to the second lies within that second for the call that was asked about.
  const at = typed.at.trim() === '' ? null : sameMoment(typed.at, initial?.at ?? null)

  const ask = (event: FormEvent) => {
    event.preventDefault()
    const call = CallAsked.safeParse({
      tokenId: found?.token.id,
      entity: typed.entity || null,
      permission: typed.permission,
      at,
      source: typed.source.trim() || null,
      secret: typed.secret,
    })
    const issues = call.error?.issues ?? []
    setWrong(Object.fromEntries(issues.map((one) => [String(one.path[0]), one.message])))
    if (call.success) onAsk(call.data)
  }

  return (
    <form onSubmit={ask} noValidate>
      <Box sx={columns}>
        <TokenPicker
          value={found}
          onChange={(next) => {
            setFound(next)
            if (next?.token.id !== found?.token.id) change({ secret: 'in_use' })
            setWrong({})
          }}
          error={wrong['tokenId'] ? t('tokenMissing') : undefined}
        />
        {found !== null && found.token.rotations > 0 && (
          <SecretChoice
            tokenId={found.token.id}
            value={typed.secret}
            at={at}
            onChange={(secret) => change({ secret })}
          />
        )}
        <EntityChoice value={typed.entity} onChange={(entity) => change({ entity })} />
        <PermissionChoice
          value={typed.permission}
          disabled={typed.entity === ''}
          onChange={(permission) => change({ permission })}
        />
        <CalendarField
          kind="moment"
          label={t('at')}
          value={typed.at}
          onChange={(next) => change({ at: next })}
          error={wrong['at'] !== undefined}
          helperText={wrong['at'] ? t('atWrong') : t('atHint')}
        />
        <TextField
          label={t('source')}
          value={typed.source}
          onChange={(event) => change({ source: event.target.value })}
          error={wrong['source'] !== undefined}
          helperText={wrong['source'] ? fieldText('not_an_address') : t('sourceHint')}
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
      </Box>
      <Button type="submit" variant="contained" sx={{ mt: 2, mb: 3 }}>
        {t('ask')}
      </Button>
    </form>
  )
}

const columns = {
  display: 'grid',
  gridTemplateColumns: '3fr 2fr',
  gap: 2,
  alignItems: 'start',
  maxWidth: 760,
}

/** The exact moment of the call asked about, as long as nobody typed another second. */
function sameMoment(typed: string, given: number | null): number {
  return given !== null && typed.trim() === typedMoment(given) ? given : momentTyped(typed)
}
