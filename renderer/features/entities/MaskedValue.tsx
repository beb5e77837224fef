import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A sensitive value: covered until somebody wants to see this one. */
export function MaskedValue({ title, children }: { title: string; children: string }) {
  const { t } = useTranslation('entities')
  const { t: common } = useTranslation('common')
  const [isShown, setIsShown] = useState(false)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 0, maxWidth: '100%' }}>
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {isShown ? children : t('records.masked')}
      </Box>
      <IconButton
        size="small"
        aria-label={common(isShown ? 'secretValue.hide' : 'secretValue.show', { what: title })}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? (
          <VisibilityOffOutlined sx={{ fontSize: 16 }} />
        ) : (
          <VisibilityOutlined sx={{ fontSize: 16 }} />
        )}
      </IconButton>
    </Box>
  )
}
