import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../electron/contract/user'

/** Person or service account, over the role of those who may sign in. */
export function KindAndRole({ user }: { user: UserRow }) {
  const { t } = useTranslation('common')
  return (
    <Box sx={{ lineHeight: 1.25, minWidth: 0 }}>
      {t(`userKind.${user.kind}`)}
      {user.role !== null && (
        <Box sx={{ typography: 'caption', color: 'text.secondary', lineHeight: 1.25 }}>
          {t(`role.${user.role}`)}
        </Box>
      )}
    </Box>
  )
}
