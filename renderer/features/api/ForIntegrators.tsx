import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'

const addresses = [
  { what: 'docs', path: '/docs' },
  { what: 'openapi', path: '/openapi.json' },
  { what: 'metrics', path: '/metrics' },
] as const

/** Where the gateway describes itself, to be handed to whoever connects a system to it. */
export function ForIntegrators({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation('api')
  const notify = useNotify()
  const { mutate: copy } = useCommand('clipboard.copyAddress')
  const headingId = useId()

  const copyAddress = (address: string) =>
    copy(
      { address },
      {
        onSuccess: () => notify.success(t('integrators.copied')),
        onError: (error) => notify.failure(failureIn(error) ?? { code: 'internal' }),
      },
    )

  return (
    <Stack component="section" spacing={1} aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2">
        {t('integrators.title')}
      </Typography>
      <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {addresses.map(({ what, path }) => (
          <Stack
            key={what}
            component="li"
            direction="row"
            spacing={2}
            sx={{ alignItems: 'flex-start', justifyContent: 'space-between' }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{t(`integrators.${what}`)}</Typography>
              <Box component="code" sx={{ userSelect: 'all', overflowWrap: 'anywhere' }}>
                {`${baseUrl}${path}`}
              </Box>
              <Typography variant="body2" color="textSecondary">
                {t(`integrators.${what}Hint`)}
              </Typography>
            </Box>
            <Button
              size="small"
              startIcon={<ContentCopyRounded fontSize="small" />}
              aria-label={t('integrators.copyOne', { what: t(`integrators.${what}`) })}
              onClick={() => copyAddress(`${baseUrl}${path}`)}
              sx={{ flexShrink: 0 }}
            >
              {t('integrators.copy')}
            </Button>
          </Stack>
        ))}
      </Stack>
    </Stack>
  )
}
