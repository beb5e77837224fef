import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activityFormats } from '../../../electron/contract/activity'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'
import type { ActivityFilters } from './use-activity-filters'

/** Exactly what is filtered, into a file that the person chooses. */
export function ExportMenu({ filter }: { filter: ActivityFilters['asked'] }) {
  const { t } = useTranslation('activity')
  const notify = useNotify()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const write = useCommand('activity.export')
  const under = useAnswer('activity.exportState', undefined)
  const begin = (format: (typeof activityFormats)[number]) => {
    setAnchor(null)
    write.mutate(
      { filter, format },
      {
        onError: (error) => {
          const failure = failureIn(error)
          if (failure) notify.failure(failure)
        },
      },
    )
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
        aria-haspopup="menu"
        disabled={under.data?.state === 'running'}
        loading={write.isPending}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('export.button')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {activityFormats.map((format) => (
          <MenuItem key={format} onClick={() => begin(format)}>
            <ListItemText
              primary={t(`export.${format}`)}
              secondary={t(`export.${format}Hint`)}
              slotProps={{ secondary: { sx: { maxWidth: 320, whiteSpace: 'normal' } } }}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
