import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { CallAsked } from '../../../electron/contract/explain'
import type { TokenId } from '../../../electron/contract/id'
import { momentOfEnd, replacedAt } from '../../../electron/contract/rotation'
import { useAnswer } from '../../keyward'
import { exactWords, localZone } from '../../ui/moments'

type Secret = CallAsked['secret']
type Props = {
  tokenId: TokenId
  value: Secret
  /** Null is now. */
  at: number | null
  onChange: (secret: Secret) => void
}

/** With which of its secrets a token that was rotated is called. */
export function SecretChoice({ tokenId, value, at, onChange }: Props) {
  const { t } = useTranslation('explain')
  const { data } = useAnswer('tokens.secrets', { id: tokenId })
  const earlier = data?.all.filter(({ isCurrent }) => !isCurrent) ?? []
  // The list of refused calls knows that it was replaced; which one it was shows by the moment.
  const shown =
    value === 'replaced' ? (replacedAt(earlier, at ?? Infinity)?.number ?? value) : value
  const isListed = shown === 'in_use' || earlier.some(({ number }) => number === shown)
  return (
    <TextField
      select
      label={t('secret')}
      value={String(shown)}
      onChange={({ target }) =>
        onChange(target.value === 'in_use' ? 'in_use' : Number(target.value))
      }
      sx={{ gridColumn: '1 / -1' }}
    >
      <MenuItem value="in_use">{t('secretInUse')}</MenuItem>
      {!isListed && <MenuItem value={String(shown)}>{t('secretEarlier')}</MenuItem>}
      {earlier.map(({ number, validUntil }) => (
        <MenuItem key={number} value={String(number)}>
          {t('secretNumbered', {
            number,
            moment: exactWords(momentOfEnd(validUntil ?? 0), localZone()),
          })}
        </MenuItem>
      ))}
    </TextField>
  )
}
