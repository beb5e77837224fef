import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { refusalReasons, type RefusalReason } from '../../../electron/contract/gateway'
import type { TokenId } from '../../../electron/contract/id'

type Props = {
  reason: RefusalReason | undefined
  onReason: (reason: string | undefined) => void
  tokenId: TokenId | undefined
  onEveryToken: () => void
}

export function RefusedCallFilters({ reason, onReason, tokenId, onEveryToken }: Props) {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation('common')
  return (
    <Stack direction="row" spacing={1.5} sx={{ mb: 2, alignItems: 'center' }}>
      <TextField
        select
        size="small"
        label={t('reason')}
        value={reason ?? 'any'}
        onChange={({ target }) => onReason(target.value === 'any' ? undefined : target.value)}
        sx={{ minWidth: 300 }}
      >
        <MenuItem value="any">{t('any')}</MenuItem>
        {refusalReasons.map((one) => (
          <MenuItem key={one} value={one}>
            {common(`refusalReason.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {tokenId && <Chip label={t('onlyToken', { id: tokenId })} onDelete={onEveryToken} />}
    </Stack>
  )
}
