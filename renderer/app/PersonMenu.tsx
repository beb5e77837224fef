import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded'
import LogoutRounded from '@mui/icons-material/LogoutRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useCommand } from '../keyward'
import { useNotify } from '../ui/notify'
import { useSignedIn } from '../ui/useMay'
import { useTakeSession } from './useTakeSession'

/** Who is signed in, with which role, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation('shell')
  const { t: tCommon } = useTranslation('common')
  const person = useSignedIn()
  const signOut = useCommand('session.signOut')
  const takeSession = useTakeSession()
  const notify = useNotify()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!person) return null

  const leave = () => {
    setAnchor(null)
    signOut.mutate(undefined, {
      onSuccess: takeSession,
      onError: (error) => notify.failure(failureIn(error) ?? { code: 'internal' }),
    })
  }
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandMoreRounded aria-hidden />}
        sx={{ py: 0.25, minWidth: 0, maxWidth: 240, textAlign: 'right', lineHeight: 1.3 }}
      >
        <Box component="span" sx={{ minWidth: 0 }}>
          <Typography component="span" variant="subtitle2" noWrap sx={{ display: 'block' }}>
            {person.displayName}
          </Typography>
          <Typography
            component="span"
            variant="caption"
            color="textSecondary"
            sx={{ display: 'block' }}
          >
            {tCommon(`role.${person.role}`)}
          </Typography>
        </Box>
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <MenuItem onClick={leave}>
          <ListItemIcon>
            <LogoutRounded aria-hidden fontSize="small" />
          </ListItemIcon>
          {t('signOut')}
        </MenuItem>
      </Menu>
    </>
  )
}
