import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { printed } from './printed'

type Sample = {
  kind: string
  label: string
  text: string
  /** What to know before it is run. */
  hint?: ReactNode
}

type Props = {
  /** What a screen reader calls the row of tabs. */
  label: string
  samples: readonly [Sample, ...Sample[]]
  onCopy: (text: string) => void
}

/** Texts to paste somewhere else, one to a tab. */
export function SampleTabs({ label, samples, onCopy }: Props) {
  const { t } = useTranslation('common')
  const id = useId()
  const [kind, setKind] = useState(samples[0].kind)
  const { text, hint } = samples.find((one) => one.kind === kind) ?? samples[0]
  return (
    <>
      <Tabs
        value={kind}
        onChange={(_event, next: string) => setKind(next)}
        aria-label={label}
        variant="scrollable"
        scrollButtons="auto"
      >
        {samples.map((one) => (
          <Tab
            key={one.kind}
            value={one.kind}
            label={one.label}
            id={`${id}-${one.kind}`}
            aria-controls={`${id}-panel`}
            sx={{ textTransform: 'none' }}
          />
        ))}
      </Tabs>
      <Box
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${kind}`}
        sx={{ bgcolor: 'action.hover', borderRadius: 1, p: 1.5, mt: 1 }}
      >
        <Box component="pre" tabIndex={0} sx={printed}>
          {text}
        </Box>
        {hint}
        <Button
          size="small"
          startIcon={<ContentCopyRounded fontSize="small" />}
          onClick={() => onCopy(text)}
          sx={{ mt: 0.5 }}
        >
          {t('copySample')}
        </Button>
      </Box>
    </>
  )
}
