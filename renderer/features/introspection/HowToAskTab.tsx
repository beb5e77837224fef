import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'
import { SampleTabs } from '../../ui/SampleTabs'
import { useTextCopy } from '../../ui/use-text-copy'
import { placeholders } from './samples'
import { useIntrospectionSamples } from './use-introspection-samples'

/** For whoever sets up the asking system: what it sends, what it gets, and samples that work. */
export function HowToAskTab() {
  const { t } = useTranslation('introspection')
  // What went wrong with the address is said above, beside it.
  const { data: gateway } = useAnswer('gateway.state', undefined)
  const copy = useTextCopy()
  const samples = useIntrospectionSamples(gateway?.baseUrl ?? '', placeholders)
  return (
    <Stack spacing={3} sx={{ maxWidth: 860 }}>
      <section>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('sample.title')}
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {t('sample.placeholders')}
        </Typography>
        {gateway ? (
          <SampleTabs label={t('sample.label')} samples={samples} onCopy={copy} />
        ) : (
          <Skeleton height={160} />
        )}
      </section>
      <section>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('how.title')}
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5, '& li + li': { mt: 1 } }}>
          {(['request', 'access', 'answer', 'judged', 'kept'] as const).map((one) => (
            <Typography key={one} component="li">
              {t(`how.${one}`)}
            </Typography>
          ))}
        </Box>
      </section>
    </Stack>
  )
}
