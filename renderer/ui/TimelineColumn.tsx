import ButtonBase from '@mui/material/ButtonBase'
import { alpha, type SxProps, type Theme } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { GoLink } from './GoLink'

/** Pressed and let go, or a link. */
export type ColumnChoice =
  { isChosen: boolean; onChoose: (isChosen: boolean) => void } | { to: string }

type Props = {
  top: string
  bottom: string
  count: number
  /** All of it in a sentence: what a screen reader says, and what is shown on hover. */
  words: string
  /** No month: what lies behind. */
  isApart: boolean
  choice: ColumnChoice
}

/** How much room the words under the bars take. */
export const wordsHeight = 54

export function TimelineColumn(props: Props) {
  const { top, bottom, count, words, isApart, choice } = props
  const isChosen = 'isChosen' in choice && choice.isChosen
  const look: SxProps<Theme> = (theme) => ({
    height: '100%',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    borderRight: isApart ? `1px solid ${theme.palette.divider}` : 'none',
    color: 'text.primary',
    textAlign: 'center',
    backgroundColor: isChosen ? alpha(theme.palette.primary.main, 0.14) : 'transparent',
    '&:hover': { backgroundColor: alpha(theme.palette.primary.main, isChosen ? 0.2 : 0.07) },
    '&.Mui-focusVisible': { outlineOffset: '-3px', borderRadius: 1 },
  })
  const content = (
    <span style={{ height: wordsHeight, display: 'flex', flexDirection: 'column', paddingTop: 2 }}>
      <Typography
        variant="body2"
        component="span"
        sx={{
          fontWeight: 600,
          fontVariantNumeric: 'tabular-nums',
          lineHeight: 1.35,
          color: count === 0 ? 'text.secondary' : 'text.primary',
        }}
      >
        {count.toLocaleString('en-GB')}
      </Typography>
      <Typography variant="caption" component="span" sx={{ lineHeight: 1.25 }}>
        {top}
      </Typography>
      <Typography
        variant="caption"
        component="span"
        color="textSecondary"
        noWrap
        sx={{ lineHeight: 1.25, fontSize: '0.6875rem' }}
      >
        {bottom}
      </Typography>
    </span>
  )
  return (
    <Tooltip title={words} describeChild={false}>
      {'to' in choice ? (
        <ButtonBase component={GoLink} to={choice.to} aria-label={words} sx={look}>
          {content}
        </ButtonBase>
      ) : (
        <ButtonBase
          aria-label={words}
          aria-pressed={isChosen}
          onClick={() => choice.onChoose(!isChosen)}
          sx={look}
        >
          {content}
        </ButtonBase>
      )}
    </Tooltip>
  )
}
