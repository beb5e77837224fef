import ContentCutRounded from '@mui/icons-material/ContentCutRounded'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { NamedGrant } from '../../../electron/contract/token'
import { useMay } from '../../ui/useMay'
import { GrantDifference } from './GrantDifference'
import type { Narrow } from './use-narrow'

type Props = {
  narrow: Narrow
  version: number
  current: NamedGrant[]
  proposed: NamedGrant[]
}

/** The narrower grants beside those there are, applied with one click. */
export function NarrowProposal({ narrow, version, current, proposed }: Props) {
  const { t } = useTranslation('usage')
  const may = useMay()
  return (
    <Box>
      <GrantDifference before={current} after={proposed} label={t('unused.difference')} />
      {proposed.length === 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {t('unused.nothingLeft')}
        </Alert>
      )}
      {may('tokens.narrow') && (
        <Button
          variant="outlined"
          size="small"
          startIcon={<ContentCutRounded />}
          loading={narrow.isNarrowing}
          onClick={() => narrow.narrow(version, proposed)}
          sx={{ mt: 1 }}
        >
          {t('unused.narrow')}
        </Button>
      )}
    </Box>
  )
}
