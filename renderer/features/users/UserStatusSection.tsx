import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../electron/contract/user'
import { UserStatusDialog } from './UserStatusDialog'

export function UserStatusSection({ user }: { user: User }) {
  const { t } = useTranslation('users')
  const [isAsking, setIsAsking] = useState(false)
  const isActive = user.status === 'active'
  return (
    <Box>
      <Typography color="textSecondary" gutterBottom>
        {t(isActive ? 'profile.activeHint' : 'profile.disabledHint')}
      </Typography>
      <Button
        variant="outlined"
        color={isActive ? 'error' : 'primary'}
        onClick={() => setIsAsking(true)}
      >
        {t(isActive ? 'profile.disable' : 'profile.enable')}
      </Button>
      {isAsking && <UserStatusDialog user={user} onClose={() => setIsAsking(false)} />}
    </Box>
  )
}
