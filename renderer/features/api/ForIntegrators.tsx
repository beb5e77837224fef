import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyableText } from '../../ui/CopyableText'

const addresses = [
  { what: 'docs', path: '/docs' },
  { what: 'openapi', path: '/openapi.json' },
  { what: 'metrics', path: '/metrics' },
] as const

/** Where the gateway describes itself, to be handed to whoever connects a system to it. */
export function ForIntegrators({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation('api')
  const headingId = useId()
  return (
    <Stack component="section" spacing={1} aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2">
        {t('integrators.title')}
      </Typography>
      <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {addresses.map(({ what, path }) => (
          <Box key={what} component="li">
            <Typography sx={{ fontWeight: 600 }}>{t(`integrators.${what}`)}</Typography>
            <CopyableText
              text={`${baseUrl}${path}`}
              copyLabel={t('integrators.copyOne', { what: t(`integrators.${what}`) })}
            />
            <Typography variant="body2" color="textSecondary">
              {t(`integrators.${what}Hint`)}
            </Typography>
          </Box>
        ))}
      </Stack>
    </Stack>
  )
}
