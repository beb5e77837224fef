import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import { useAnswer } from '../../keyward'
import { sampleCall } from './sample-call'

/** How the first record arrives; it names no secret, only where to put one. */
export function RecordSample({ entity }: { entity: Entity }) {
  const { t } = useTranslation('entities')
  const { data: gateway } = useAnswer('gateway.state', undefined)
  if (!gateway) return null
  return (
    <Box sx={{ textAlign: 'left', maxWidth: 720 }}>
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-label={t('records.empty.sample')}
        sx={{
          m: 0,
          p: 2,
          borderRadius: 1,
          bgcolor: 'action.hover',
          overflowX: 'auto',
          userSelect: 'text',
        }}
      >
        <code>{sampleCall(entity, gateway.baseUrl)}</code>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('records.empty.tokenHint', { title: entity.title })}
      </Typography>
    </Box>
  )
}
