import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { useTextCopy } from './use-text-copy'

type Props = {
  text: string
  /** What a screen reader calls the button: "Copy the metadata address". */
  copyLabel: string
}

/** A text that other programs need, with the button that copies it. Nothing secret. */
export function CopyableText({ text, copyLabel }: Props) {
  const { t } = useTranslation('common')
  const copy = useTextCopy()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Box component="code" sx={{ userSelect: 'all', overflowWrap: 'anywhere' }}>
        {text}
      </Box>
      <Tooltip title={t('copy')}>
        <IconButton
          size="small"
          aria-label={copyLabel}
          onClick={() => copy(text)}
          sx={{ my: -0.5 }}
        >
          <ContentCopyRounded sx={{ fontSize: 16 }} />
        </IconButton>
      </Tooltip>
    </Box>
  )
}
