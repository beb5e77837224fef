import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { permissions, type Permission } from '../../../electron/contract/permission'

type Props = { granted: Permission[]; effective: Permission[] }

/** One letter a permission; struck through where the user's access takes it away. */
export function MatrixCell({ granted, effective }: Props) {
  const { t } = useTranslation('matrix')
  const { t: common } = useTranslation('common')
  if (granted.length === 0) return <span aria-label={common('none')}>·</span>
  const words = granted.map((one) =>
    effective.includes(one)
      ? common(`permission.${one}`)
      : t('taken', { permission: common(`permission.${one}`) }),
  )
  return (
    <Tooltip title={words.join(', ')}>
      <Box component="span" role="img" aria-label={words.join(', ')} sx={{ whiteSpace: 'nowrap' }}>
        {permissions
          .filter((one) => granted.includes(one))
          .map((one) => (
            <Box
              key={one}
              component="span"
              sx={{
                mx: 0.25,
                fontWeight: 600,
                ...(effective.includes(one)
                  ? { color: one === 'delete' ? 'error.main' : 'primary.main' }
                  : { color: 'text.disabled', textDecoration: 'line-through' }),
              }}
            >
              {common(`permission.${one}`).slice(0, 1)}
            </Box>
          ))}
      </Box>
    </Tooltip>
  )
}
