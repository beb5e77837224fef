import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemText from '@mui/material/ListItemText'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../electron/contract/review'
import { When } from '../../ui/When'

type Props = { title: 'revoke' | 'narrow'; items: ReviewItem[] }

/** Tokens that a review is about to change, with who would notice. */
export function PlannedTokens({ title, items }: Props) {
  const { t } = useTranslation('reviews')
  const { t: tokens } = useTranslation('tokens')
  if (items.length === 0) return null
  return (
    <Box>
      <Typography variant="subtitle2">{t(`apply.${title}`, { count: items.length })}</Typography>
      <List dense disablePadding sx={{ maxHeight: 180, overflowY: 'auto' }}>
        {items.map(({ position, tokenName, userName, token }) => (
          <ListItem key={position} disableGutters>
            <ListItemText
              primary={`${tokenName} · ${userName}`}
              secondary={
                <>
                  {t('apply.lastUse')}{' '}
                  <When at={token.lastUsedAt} empty={tokens('list.neverUsed')} />
                  {token.lastUsedFrom !== null && (
                    <> {tokens('details.from', { source: token.lastUsedFrom })}</>
                  )}
                </>
              }
            />
          </ListItem>
        ))}
      </List>
    </Box>
  )
}
