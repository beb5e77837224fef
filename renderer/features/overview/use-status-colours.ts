import { useTheme } from '@mui/material/styles'
import type { TokenStatus } from '../../../electron/contract/token'

/** Badges share their tones; parts of one ring have to be told from each other. */
export function useStatusColours(): Record<TokenStatus, string> {
  const { palette } = useTheme()
  const isLight = palette.mode === 'light'
  return {
    active: palette.success.main,
    expiring_soon: isLight ? '#d08a1a' : palette.warning.main,
    expired: palette.error.main,
    not_yet_active: palette.primary.main,
    user_disabled: isLight ? '#6d6f9c' : '#8f92c4',
    disabled: isLight ? '#7d8898' : '#7c8796',
    revoked: isLight ? '#b9c0cb' : '#4a5361',
  }
}
