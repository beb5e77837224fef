import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteSetId } from '../../../electron/contract/id'
import { proxyKinds, type ProxyKind } from '../../../electron/contract/route-set'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useTextCopy } from '../../ui/use-text-copy'

/** What the proxy in front of the other API is configured with. */
export function ConfigurationTab({ routeSetId }: { routeSetId: RouteSetId }) {
  const { t } = useTranslation('routeSets')
  const { t: common } = useTranslation('common')
  const id = useId()
  const [proxy, setProxy] = useState<ProxyKind>('nginx')
  const { data, error, refetch } = useAnswer('routeSets.configuration', { id: routeSetId })
  const copy = useTextCopy()
  const failure = failureIn(error)
  const shown = data?.find((one) => one.proxy === proxy)
  return (
    <Box sx={{ maxWidth: 900 }}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('configuration.intro')}
      </Typography>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      <Tabs
        value={proxy}
        onChange={(_event, next: ProxyKind) => setProxy(next)}
        aria-label={t('configuration.label')}
      >
        {proxyKinds.map((kind) => (
          <Tab
            key={kind}
            value={kind}
            label={t(`configuration.proxy.${kind}`)}
            id={`${id}-${kind}`}
            aria-controls={`${id}-text`}
            sx={{ textTransform: 'none' }}
          />
        ))}
      </Tabs>
      {shown && (
        <Box id={`${id}-text`} role="tabpanel" aria-labelledby={`${id}-${proxy}`} sx={{ mt: 1.5 }}>
          <Button
            variant="outlined"
            size="small"
            startIcon={<ContentCopyRounded fontSize="small" />}
            onClick={() => copy(shown.text)}
          >
            {common('copy')}
          </Button>
          <Box
            component="pre"
            tabIndex={0}
            role="region"
            aria-label={t('configuration.of', { proxy: t(`configuration.proxy.${proxy}`) })}
            sx={{
              mt: 1,
              p: 1.5,
              borderRadius: 1,
              bgcolor: 'action.hover',
              fontSize: 13,
              overflowX: 'auto',
              userSelect: 'text',
              tabSize: 4,
            }}
          >
            <code>{shown.text}</code>
          </Box>
        </Box>
      )}
    </Box>
  )
}
