import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  /** What a screen reader calls the row of tabs. */
  label: string
  samples: readonly { kind: string; label: string; text: string; hint?: ReactNode }[]
  onCopy: (text: string) => void
}

/** Texts to paste somewhere else, one to a tab. */
export function SampleTabs({ label, samples, onCopy }: Props) {
  const { t } = useTranslation('common')
  const id = useId()
  const [kind, setKind] = useState(samples[0]?.kind)
  const sample = samples.find((one) => one.kind === kind)
  return (
    <Box>
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
          {sample?.text}
        </Box>
        {sample?.hint}
        <Button
          size="small"
          startIcon={<ContentCopyRounded fontSize="small" />}
          onClick={() => sample && onCopy(sample.text)}
        >
          {t('copySample')}
        </Button>
      </Box>
    </Box>
  )
}

/** How a text is shown that is to be pasted as it is. */
export const printed = {
  m: 0,
  mb: 1,
  fontFamily: 'monospace',
  fontSize: 13,
  maxHeight: 260,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  userSelect: 'text',
} as const
