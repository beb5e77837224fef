import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShowToggle } from '../../ui/ShowToggle'

/** A sensitive value: covered until somebody wants to see this one. */
export function MaskedValue({ title, children }: { title: string; children: string }) {
  const { t } = useTranslation('entities')
  const [isShown, setIsShown] = useState(false)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 0, maxWidth: '100%' }}>
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {isShown ? children : t('records.masked')}
      </Box>
      <ShowToggle what={title} isShown={isShown} onShow={setIsShown} iconSize="inherit" />
    </Box>
  )
}
