import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

/** First stop of the Tab key. No `#` link: what follows the `#` is the page's address here. */
export function SkipLink({ onSkip }: { onSkip: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <Button
      variant="contained"
      onClick={onSkip}
      sx={{
        position: 'absolute',
        left: 8,
        top: 8,
        zIndex: 'tooltip',
        '&:not(:focus)': { clipPath: 'inset(50%)' },
      }}
    >
      {t('skip')}
    </Button>
  )
}
