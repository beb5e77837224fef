import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { SecretInUse, TokenSecrets as Secrets } from '../../../electron/contract/rotation'
import type { Token } from '../../../electron/contract/token'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { relativeWords } from '../../ui/moments'
import { useNow } from '../../ui/useNow'
import { OverlapEvidence } from './OverlapEvidence'
import { SecretsTable } from './SecretsTable'

/** Who calls with which secret of a token that was rotated, and whether the old one can go. */
export function TokenSecrets({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  const { data, error, refetch } = useAnswer('tokens.secrets', { id: token.id })
  const now = useNow()
  const failure = failureIn(error)
  const overlapping = data?.all.filter((one) => isOverlapping(one, now)) ?? []
  return (
    <section>
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {t('secrets.title')}
      </Typography>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {!data && !failure && <Skeleton height={96} />}
      {data && (
        <Stack spacing={1.5}>
          {data.refused.calls > 0 && <StillCalled refused={data.refused} now={now} />}
          <Box>
            <SecretsTable secrets={data.all} now={now} />
            <Typography variant="caption" color="textSecondary">
              {t('secrets.counted')}
            </Typography>
          </Box>
          {overlapping.map((old) => (
            <OverlapEvidence
              key={old.number}
              token={token}
              old={old}
              all={data.all}
              isOnly={data.all.length === 2}
            />
          ))}
        </Stack>
      )}
    </section>
  )
}

const isOverlapping = ({ validUntil }: SecretInUse, now: number) =>
  validUntil !== null && validUntil > now

/** A notice and nothing more: nobody's token is stopped by somebody who kept an old secret. */
function StillCalled({ refused, now }: { refused: Secrets['refused']; now: number }) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const ago = refused.lastAt === null ? null : relativeWords(refused.lastAt, now)
  return (
    <Alert severity="warning">
      {t('secrets.refused', {
        count: refused.calls,
        ago: ago ?? common('when.justNow'),
        source: refused.lastSource,
      })}
    </Alert>
  )
}
