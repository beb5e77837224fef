import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { NamedGrant } from '../../../electron/contract/token'
import { useGrantWords } from './use-grant-words'

/** As many as fit a list's column; the rest is counted and said on hover. */
const shownInList = 2

export function PermissionChips({ grants }: { grants: NamedGrant[] }) {
  const { t } = useTranslation('tokens')
  const { lineOf, shortOf } = useGrantWords()
  if (grants.length === 0)
    return (
      <Typography variant="body2" color="text.secondary">
        {t('grants.nothing')}
      </Typography>
    )
  const rest = grants.length - shownInList
  return (
    <Tooltip
      describeChild
      title={grants.map((one) => (
        <div key={one.entityId}>{lineOf(one)}</div>
      ))}
    >
      <Stack direction="row" useFlexGap sx={{ gap: 0.5, minWidth: 0 }}>
        {grants.slice(0, shownInList).map((one) => (
          <Chip key={one.entityId} size="small" variant="outlined" label={shortOf(one)} />
        ))}
        {rest > 0 && <Chip size="small" label={t('grants.more', { count: rest })} />}
      </Stack>
    </Tooltip>
  )
}
