import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { TransferPreview } from '../../../electron/contract/offboarding'
import type { NamedGrant, Token } from '../../../electron/contract/token'

type Props = { token: Token; preview: TransferPreview['tokens'][number]; toName: string }

/** More than these are counted. */
const said = 4

/** What is otherwise with the new user: its name, and what it can do there. */
export function TransferEffects({ token, preview, toName }: Props) {
  const { t } = useTranslation('users')
  const wordsOf = useWordsOf()
  const { name, loses, gains } = preview
  return (
    <Box
      component="ul"
      role="status"
      sx={{ m: 0, pl: 2.5, typography: 'body2', color: 'text.secondary' }}
    >
      {name !== token.name && <li>{t('offboard.renamed', { user: toName, name })}</li>}
      {loses.length > 0 && (
        <Box component="li" sx={{ color: 'warning.main' }}>
          {t('offboard.loses', { what: wordsOf(loses) })}
        </Box>
      )}
      {gains.length > 0 && (
        <Box component="li" sx={{ color: 'warning.main' }}>
          {t('offboard.gains', { what: wordsOf(gains) })}
        </Box>
      )}
      {loses.length + gains.length === 0 && <li>{t('offboard.sameAccess', { user: toName })}</li>}
    </Box>
  )
}

function useWordsOf() {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const lineOf = ({ entityTitle, permissions }: NamedGrant) => {
    const words = permissions.map((one) => common(`permission.${one}`)).join(', ')
    return `${entityTitle ?? t('offboard.later')}: ${words}`
  }
  return (grants: NamedGrant[]) => {
    const lines = grants.slice(0, said).map(lineOf)
    const rest = grants.length - lines.length
    return [...lines, ...(rest > 0 ? [t('offboard.more', { count: rest })] : [])].join('; ')
  }
}
