import Link from '@mui/material/Link'
import List from '@mui/material/List'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { CallAsked, Explanation } from '../../../electron/contract/explain'
import type { RefusalReason } from '../../../electron/contract/gateway'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'
import { TokenBadges } from '../../ui/TokenBadges'
import { CheckItem } from './CheckItem'
import { RefusedThen } from './RefusedThen'
import { VerdictNotice } from './VerdictNotice'

type Props = { asked: CallAsked; explanation: Explanation; then: RefusalReason | null }

/** The checks in their order; the first that failed decides, and leads to what can be changed. */
export function ExplanationList({ asked, explanation, then }: Props) {
  const { t } = useTranslation('explain')
  const { token, userName, presented } = explanation
  return (
    <Stack spacing={2} sx={{ maxWidth: 760 }}>
      <RefusedThen then={then} now={explanation.reason} />
      <VerdictNotice asked={asked} explanation={explanation} />
      <Stack direction="row" useFlexGap sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <NameAndId name={token.name} id={token.id}>
          <Link component={GoLink} to={`/parametrization/users/${token.userId}/tokens`}>
            {token.name}
          </Link>
        </NameAndId>
        <TokenBadges token={token} />
        {presented !== null && (
          <Typography variant="body2">{t('withEarlier', { number: presented })}</Typography>
        )}
        <Link component={GoLink} to={`/parametrization/users/${token.userId}/access`}>
          {t('accessOf', { name: userName })}
        </Link>
      </Stack>
      <List dense aria-label={t('checks')} component="ol" sx={{ py: 0 }}>
        {explanation.checks.map((one) => (
          <CheckItem key={one.check} {...one} />
        ))}
      </List>
    </Stack>
  )
}
