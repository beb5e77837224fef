import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import RadioButtonUncheckedRounded from '@mui/icons-material/RadioButtonUncheckedRounded'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/contract/overview'
import { GoLink } from '../../ui/GoLink'
import { useMay } from '../../ui/useMay'
import { Panel } from './Panel'

/** The way from a new profile to the first call, until there is a token. */
export function FirstSteps({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  const may = useMay()
  if (!may('tokens.create')) return null
  const steps = [
    { name: 'entity', to: '/parametrization/entities', isDone: overview.entities > 0 },
    {
      name: 'user',
      to: '/parametrization/users',
      // Whoever reads this is one of the people already.
      isDone: overview.serviceAccounts > 0 || overview.people > 1,
    },
    { name: 'token', to: '/parametrization/users', isDone: false },
  ] as const
  return (
    <Panel title={t('first.title')}>
      <Box
        component="ol"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 1.5 }}
      >
        {steps.map(({ name, to, isDone }) => (
          <Box component="li" key={name} sx={{ display: 'flex', gap: 1.5 }}>
            {isDone ? (
              <CheckCircleRounded color="success" fontSize="small" titleAccess={t('first.done')} />
            ) : (
              <RadioButtonUncheckedRounded color="disabled" fontSize="small" aria-hidden />
            )}
            <Box>
              <Link component={GoLink} to={to}>
                {t(`first.${name}`)}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {t(`first.${name}Text`)}
              </Typography>
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  )
}
