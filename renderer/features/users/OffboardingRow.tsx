import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenId } from '../../../electron/contract/id'
import type { TransferPreview } from '../../../electron/contract/offboarding'
import type { Token } from '../../../electron/contract/token'
import { LastUseCell } from '../../ui/LastUseCell'
import { NameAndId } from '../../ui/NameAndId'
import { TokenStatusBadge } from '../../ui/TokenStatusBadge'
import { LotChoice } from './LotChoice'
import type { Choice } from './offboarding-choices'
import { TransferEffects } from './TransferEffects'

type Props = {
  token: Token
  choice: Choice
  preview: TransferPreview['tokens'][number] | undefined
  onChoose(id: TokenId, choice: Choice): void
}

/** One token of a user who leaves: who would miss it, and what becomes of it. */
export const OffboardingRow = memo(function OffboardingRow(props: Props) {
  const { token, choice, preview, onChoose } = props
  const { t } = useTranslation('users')
  const consumer = [token.system, token.contact].filter((one) => one !== '')
  return (
    <TableRow sx={{ '& td, & th': { verticalAlign: 'top', py: 1.25, px: 1.25 } }}>
      <TableCell component="th" scope="row" sx={{ maxWidth: 170 }}>
        <NameAndId name={token.name} id={token.id} />
        <Box sx={{ mt: 0.5 }}>
          <TokenStatusBadge token={token} />
        </Box>
      </TableCell>
      <TableCell sx={{ overflowWrap: 'break-word' }}>
        {consumer.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('offboard.unknownConsumer')}
          </Typography>
        ) : (
          consumer.map((one) => <div key={one}>{one}</div>)
        )}
      </TableCell>
      <TableCell>
        <LastUseCell lastUsedAt={token.lastUsedAt} lastUsedFrom={token.lastUsedFrom} />
      </TableCell>
      <TableCell align="right">{token.calls.toLocaleString('en-GB')}</TableCell>
      <TableCell sx={{ width: 270 }}>
        <LotChoice
          label={t('offboard.what')}
          value={choice}
          onChange={(next) => onChoose(token.id, next)}
          leaving={token.userId}
        />
        {choice.to && preview?.toUserId === choice.to.id && choice.lot.startsWith('transfer') && (
          <Box sx={{ mt: 1 }}>
            <TransferEffects token={token} preview={preview} toName={choice.to.displayName} />
          </Box>
        )}
      </TableCell>
    </TableRow>
  )
})
