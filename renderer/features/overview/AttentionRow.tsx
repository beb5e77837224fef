import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttentionItem } from '../../../electron/contract/attention'
import { GoLink } from '../../ui/GoLink'
import { toneColours } from '../../ui/tones'
import { attentionLooks } from './attention-looks'
import { attentionPath } from './attention-path'
import { useAttentionWords } from './use-attention-words'

export function AttentionRow({ item }: { item: AttentionItem }) {
  const { t } = useTranslation('overview')
  const sentenceId = useId()
  const { sentence, exactly } = useAttentionWords(item)
  const { tone, Icon } = attentionLooks[item.kind]
  return (
    <Box
      component="li"
      sx={(theme) => ({
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        py: 0.75,
        '&:not(:last-child)': { borderBottom: `1px solid ${theme.palette.divider}` },
        '&:last-child': { pb: 0 },
        '&:first-of-type': { pt: 0 },
      })}
    >
      <Box
        aria-hidden
        sx={(theme) => {
          const { text, background } = toneColours(theme, tone)
          return {
            display: 'flex',
            p: 0.5,
            borderRadius: 1,
            color: text,
            backgroundColor: background,
            '& svg': { fontSize: 18 },
          }
        }}
      >
        <Icon />
      </Box>
      <Tooltip title={exactly} describeChild placement="bottom-start">
        <Typography id={sentenceId} component="span" sx={{ mr: 'auto', overflowWrap: 'anywhere' }}>
          {sentence}
        </Typography>
      </Tooltip>
      <Link
        component={GoLink}
        to={attentionPath(item)}
        variant="body2"
        aria-describedby={sentenceId}
        sx={{ flexShrink: 0, ml: 1 }}
      >
        {t('attention.show')}
      </Link>
    </Box>
  )
}
