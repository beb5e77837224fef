import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLeak } from '../../../electron/contract/leak'
import { MatchBadge } from './MatchBadge'
import { matchOf } from './match-of'
import { usePlaceWords } from './use-place-words'

type Props = { leak: FoundLeak; onClose: () => void }

/** Every place that is kept of a token, to go and take it out there. */
export function PlacesDialog({ leak, onClose }: Props) {
  const { t } = useTranslation('leaks')
  const { t: common } = useTranslation('common')
  const wordsOf = usePlaceWords()
  const titleId = useId()
  const { known, tokenId, count, places } = leak
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>
        {t('details.title', { name: known?.token.name ?? tokenId })}
      </DialogTitle>
      <DialogContent dividers tabIndex={0}>
        <Stack spacing={1.5}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
            <MatchBadge leak={leak} />
            <Typography variant="body2">{t(`matchHint.${matchOf(leak)}`)}</Typography>
          </Stack>
          <Typography variant="body2">
            {t('details.count', { count })}
            {count > places.length && ` ${t('details.listed', { count: places.length })}`}
          </Typography>
          <Stack component="ul" sx={{ m: 0, pl: 2.5 }}>
            {places.map((place) => (
              <Typography
                key={`${place.path} ${place.offset}`}
                component="li"
                variant="body2"
                sx={{ overflowWrap: 'anywhere', userSelect: 'text' }}
              >
                {wordsOf(place)}
              </Typography>
            ))}
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {common('close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
