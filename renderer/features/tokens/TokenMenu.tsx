import MoreVertRounded from '@mui/icons-material/MoreVertRounded'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { isSwitchedOn } from '../../ui/unused-days'
import { useMay } from '../../ui/useMay'
import { useNow } from '../../ui/useNow'

export type TokenAction =
  'details' | 'explain' | 'edit' | 'rotate' | 'clone' | 'disable' | 'enable' | 'delete'

type TokenMenuProps = { token: Token; onAction(action: TokenAction, token: Token): void }

export function TokenMenu({ token, onAction }: TokenMenuProps) {
  const { t } = useTranslation('tokens')
  const may = useMay()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const now = useNow()
  const isRevoked = token.revokedAt !== null
  const isOver = isRevoked || (token.expiresAt !== null && token.expiresAt <= now)
  const actions: TokenAction[] = [
    'details',
    'explain',
    ...(isRevoked || !may('tokens.change') ? [] : ['edit' as const]),
    ...(isOver || !may('tokens.rotate') ? [] : ['rotate' as const]),
    ...(may('tokens.create') ? ['clone' as const] : []),
    ...(isRevoked || !may('tokens.setEnabled')
      ? []
      : [isSwitchedOn(token) ? ('disable' as const) : ('enable' as const)]),
    ...(isRevoked || !may('tokens.revoke') ? [] : ['delete' as const]),
  ]
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('menu.button', { name: token.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        // A portal's events reach the grid's row too; they are not meant for it.
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {actions.map((action) => (
          <MenuItem
            key={action}
            onClick={() => {
              setAnchor(null)
              onAction(action, token)
            }}
            sx={action === 'delete' ? { color: 'error.main' } : null}
          >
            {t(`menu.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
