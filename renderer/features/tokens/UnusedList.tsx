import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { UnusedPermission, UnusedPermissions } from '../../../electron/contract/usage'
import { dayWords, localZone } from '../../ui/moments'
import { When } from '../../ui/When'

type Props = { found: UnusedPermissions; days: number }

/** One sentence for each permission that was not used. */
export function UnusedList({ found, days }: Props) {
  const { t } = useTranslation('usage')
  if (found.observedSince === null)
    return <Typography color="textSecondary">{t('unused.notObserved')}</Typography>
  if (found.unused.length === 0)
    return <Typography color="textSecondary">{t('unused.everythingUsed', { days })}</Typography>
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }} aria-label={t('unused.title')}>
      {found.unused.map((one) => (
        <li key={`${one.entityId} ${one.permission}`}>
          <Sentence one={one} days={days} />
          <Typography variant="caption" component="div" color="textSecondary">
            {one.lastUsedAt !== null && (
              <>
                {t('unused.lastUse')} <When at={one.lastUsedAt} />
                {' · '}
              </>
            )}
            {t('unused.observed', { day: dayWords(one.observedSince, localZone()) })}
          </Typography>
        </li>
      ))}
    </Box>
  )
}

function Sentence({ one, days }: { one: UnusedPermission; days: number }) {
  const { t } = useTranslation('usage')
  const { t: common } = useTranslation('common')
  const said = one.isObserved ? (one.usedOn.length > 0 ? 'only' : 'never') : 'tooShort'
  return t(`unused.${said}`, {
    permission: common(`permission.${one.permission}`),
    entity: one.entityId === null ? common('allEntities') : (one.entityTitle ?? ''),
    days,
    used: one.usedOn.join(', '),
  })
}
