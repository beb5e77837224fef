import BlockRounded from '@mui/icons-material/BlockRounded'
import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded'
import RadioButtonUncheckedRounded from '@mui/icons-material/RadioButtonUncheckedRounded'
import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '../../../electron/contract/explain'
import { GoLink } from '../../ui/GoLink'
import { exactWords, localZone } from '../../ui/moments'
import { NameAndId } from '../../ui/NameAndId'
import { StatusBadge } from '../../ui/StatusBadge'
import { useCheckWords } from './use-check-words'

const icons = {
  passed: <CheckCircleOutlineRounded color="success" />,
  failed: <BlockRounded color="error" />,
  not_reached: <RadioButtonUncheckedRounded color="disabled" />,
  left_out: <RadioButtonUncheckedRounded color="disabled" />,
}

/** The checks in their order; the first that failed decides, and leads to what can be changed. */
export function ExplanationList({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('explain')
  const { t: common } = useTranslation('common')
  const { factsOf } = useCheckWords()
  const { token, allowed, reason, at, userName } = explanation
  return (
    <Stack spacing={2} sx={{ maxWidth: 760 }}>
      <Alert severity={allowed ? 'success' : 'error'}>
        {allowed || reason === null
          ? t('allowed', { at: exactWords(at, localZone()) })
          : t('refused', {
              reason: common(`refusalReason.${reason}`),
              at: exactWords(at, localZone()),
            })}
      </Alert>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <NameAndId name={token.name} id={token.id}>
          <Link component={GoLink} to={`/parametrization/users/${token.userId}/tokens`}>
            {token.name}
          </Link>
        </NameAndId>
        <StatusBadge status={token.status} />
        <Link component={GoLink} to={`/parametrization/users/${token.userId}/access`}>
          {t('accessOf', { name: userName })}
        </Link>
      </Stack>
      <List aria-label={t('checks')}>
        {explanation.checks.map(({ check, outcome, facts }) => (
          <ListItem
            key={check}
            disableGutters
            sx={{ opacity: outcome === 'not_reached' ? 0.6 : 1, alignItems: 'flex-start' }}
          >
            <ListItemIcon sx={{ minWidth: 40, mt: 0.75 }}>{icons[outcome]}</ListItemIcon>
            <ListItemText
              primary={`${t(`check.${check}`)} – ${t(`outcome.${outcome}`)}`}
              secondary={factsOf(check, facts)}
              slotProps={{
                primary: { sx: { fontWeight: outcome === 'failed' ? 700 : undefined } },
              }}
            />
          </ListItem>
        ))}
      </List>
    </Stack>
  )
}
