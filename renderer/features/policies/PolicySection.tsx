import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type policies from '../../../resources/locales/en/policies.json'

type Props = { name: keyof typeof policies.section; children: ReactNode }

/** Rules about one thing, and when they are looked at. */
export function PolicySection({ name, children }: Props) {
  const { t } = useTranslation('policies')
  const headingId = useId()
  return (
    <Box component="section" aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2">
        {t(`section.${name}.title`)}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {t(`section.${name}.text`)}
      </Typography>
      <Stack sx={{ gap: 2.5 }}>{children}</Stack>
    </Box>
  )
}
