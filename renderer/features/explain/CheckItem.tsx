import CancelRounded from '@mui/icons-material/CancelRounded'
import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded'
import RadioButtonUncheckedRounded from '@mui/icons-material/RadioButtonUncheckedRounded'
import RemoveCircleOutlineRounded from '@mui/icons-material/RemoveCircleOutlineRounded'
import ListItem from '@mui/material/ListItem'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '../../../electron/contract/explain'
import { toneColours } from '../../ui/tones'
import { useCheckWords } from './use-check-words'

type Props = Explanation['checks'][number]

const icons = {
  passed: <CheckCircleOutlineRounded color="success" />,
  failed: <CancelRounded color="error" />,
  not_reached: <RadioButtonUncheckedRounded color="disabled" />,
  left_out: <RemoveCircleOutlineRounded color="disabled" />,
}

/** One check; the one that failed stands out, and those behind it were never made. */
export function CheckItem({ check, outcome, facts }: Props) {
  const { t } = useTranslation('explain')
  const { factsOf } = useCheckWords()
  const wasMade = outcome === 'passed' || outcome === 'failed'
  return (
    <ListItem
      sx={(theme) => ({
        borderRadius: 1,
        px: 1,
        alignItems: 'flex-start',
        ...(outcome === 'failed' && { bgcolor: toneColours(theme, 'bad').background }),
      })}
    >
      <ListItemIcon sx={{ minWidth: 36, mt: 0.5 }}>{icons[outcome]}</ListItemIcon>
      <ListItemText
        primary={`${t(`check.${check}`)} – ${t(`outcome.${outcome}`)}`}
        secondary={wasMade && factsOf(check, facts)}
        slotProps={{
          primary: {
            sx: {
              fontWeight: outcome === 'failed' ? 700 : undefined,
              color: wasMade ? undefined : 'text.secondary',
            },
          },
        }}
      />
    </ListItem>
  )
}
