import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { GoLink } from '../../ui/GoLink'

/** The ready views of refused calls. */
export function CallViews({ current }: { current: 'all' | 'expired' | 'replaced' }) {
  const { t } = useTranslation('calls')
  const views = [
    { name: 'all', to: '/audit/refused-calls', label: t('expired.all') },
    { name: 'expired', to: '/audit/expired-but-called', label: t('expired.tab') },
    { name: 'replaced', to: '/audit/replaced-but-called', label: t('replaced.tab') },
  ] as const
  return (
    <Stack component="nav" aria-label={t('title')} direction="row" spacing={1} sx={{ mb: 2 }}>
      {views.map(({ name, to, label }) => (
        <Button
          key={name}
          component={GoLink}
          to={to}
          size="small"
          variant={name === current ? 'contained' : 'outlined'}
          aria-current={name === current ? 'page' : undefined}
        >
          {label}
        </Button>
      ))}
    </Stack>
  )
}
