import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded'
import Chip from '@mui/material/Chip'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpirySummary } from '../../../electron/contract/expiry-summary'
import { expiryViews, type ExpiryView } from '../../../electron/contract/expiry-view'
import { useViewWords } from './use-view-words'

type Props = {
  summary: ExpirySummary
  current: ExpiryView | null
  /** Null is every token. */
  onChoose: (view: ExpiryView | null, unusedDays: number) => void
}

/** The ready views, with how many tokens each of them has. */
export function ExpiryViews({ summary, current, onChoose }: Props) {
  const { t } = useTranslation('expiry')
  const viewWords = useViewWords()
  const { unusedDays } = summary
  return (
    <Stack
      direction="row"
      useFlexGap
      role="group"
      aria-label={t('views')}
      sx={{ gap: 0.75, mb: 2, flexWrap: 'wrap', alignItems: 'center' }}
    >
      {expiryViews.map((view) => {
        const isCurrent = view === current
        const chip = (
          <Chip
            key={view}
            size="small"
            clickable
            aria-pressed={isCurrent}
            color={isCurrent ? 'primary' : 'default'}
            variant={isCurrent ? 'filled' : 'outlined'}
            label={`${viewWords(view, unusedDays)} · ${summary.views[view].toLocaleString('en-GB')}`}
            onClick={() => onChoose(isCurrent ? null : view, unusedDays)}
          />
        )
        return view === 'unused' ? (
          <Stack key={view} direction="row" sx={{ alignItems: 'center' }}>
            {chip}
            <DaysMenu days={unusedDays} onDays={(days) => onChoose('unused', days)} />
          </Stack>
        ) : (
          chip
        )
      })}
    </Stack>
  )
}

const offered = [7, 30, 60, 90, 180, 365]

function DaysMenu({ days, onDays }: { days: number; onDays: (days: number) => void }) {
  const { t } = useTranslation('expiry')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choices = [...new Set([...offered, days])].toSorted((a, b) => a - b)
  return (
    <>
      <Tooltip title={t('unusedDays')}>
        <IconButton
          size="small"
          sx={{ p: 0.25 }}
          aria-label={t('unusedDays')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <ArrowDropDownRounded fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {choices.map((one) => (
          <MenuItem
            key={one}
            role="menuitemradio"
            aria-checked={one === days}
            selected={one === days}
            onClick={() => {
              setAnchor(null)
              onDays(one)
            }}
          >
            {t('days', { count: one })}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
