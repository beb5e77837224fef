import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { NamedGrant } from '../../electron/contract/token'
import { useIsNarrow } from './narrow-window'
import { useGrantWords } from './use-grant-words'

/** As many as fit a list's column; the rest is counted and said on hover. */
export function PermissionChips({ grants }: { grants: NamedGrant[] }) {
  const { t } = useTranslation('tokens')
  const { entityOf, lineOf, lettersOf } = useGrantWords()
  const shown = useIsNarrow() ? 1 : 2
  if (grants.length === 0)
    return (
      <Typography variant="body2" color="text.secondary">
        {t('grants.nothing')}
      </Typography>
    )
  const rest = grants.length - shown
  return (
    <Tooltip
      describeChild
      title={grants.map((one) => (
        <div key={one.entityId}>{lineOf(one)}</div>
      ))}
    >
      <Stack direction="row" useFlexGap sx={{ gap: 0.5, minWidth: 0 }}>
        {grants.slice(0, shown).map((one) => (
          <Chip
            key={one.entityId}
            size="small"
            variant="outlined"
            label={<Short entity={entityOf(one)} letters={lettersOf(one)} />}
            sx={{ minWidth: 0 }}
          />
        ))}
        {rest > 0 && (
          <Chip size="small" label={t('grants.more', { count: rest })} sx={{ flexShrink: 0 }} />
        )}
      </Stack>
    </Tooltip>
  )
}

/** Where room is short the entity's name gives way, never what is allowed on it. */
function Short({ entity, letters }: { entity: string; letters: string }) {
  return (
    <Box component="span" sx={{ display: 'flex', whiteSpace: 'pre' }}>
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {entity}
      </Box>
      <span>{` ${letters}`}</span>
    </Box>
  )
}
