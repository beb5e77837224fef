import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import FolderOutlined from '@mui/icons-material/FolderOutlined'
import ContentPasteRounded from '@mui/icons-material/ContentPasteRounded'
import TravelExploreRounded from '@mui/icons-material/TravelExploreRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { failureIn, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'
import { useDroppedFiles } from './use-dropped-files'

type Props = {
  isBusy: boolean
  /** While there is nothing else on the page. */
  isAlone: boolean
  onPaste: () => void
}

/** Files may be dropped anywhere on the page; this is where it is said, and what to press instead. */
export function DropArea({ isBusy, isAlone, onPaste }: Props) {
  const { t } = useTranslation('leaks')
  const notify = useNotify()
  const isOver = useDroppedFiles(!isBusy)
  const folder = useCommand('leaks.scanFolder')
  const file = useCommand('leaks.scanFile')
  const refused = {
    onError: (error: Error) => {
      const failure = failureIn(error)
      if (failure) notify.failure(failure)
    },
  }
  return (
    <Stack
      direction={isAlone ? 'column' : 'row'}
      sx={{
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 2.5,
        py: isAlone ? 8 : 1.5,
        textAlign: isAlone ? 'center' : 'start',
        border: '1.5px dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        borderRadius: 2,
        backgroundColor: isOver ? 'action.hover' : undefined,
      }}
    >
      <TravelExploreRounded
        aria-hidden
        color={isOver ? 'primary' : 'action'}
        sx={{ fontSize: isAlone ? 40 : 24 }}
      />
      <Box sx={{ flex: isAlone ? undefined : 1, minWidth: 150, maxWidth: 520 }}>
        <Typography sx={{ fontWeight: 600 }}>{t(isOver ? 'drop.now' : 'drop.text')}</Typography>
        {isAlone && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
            {t('drop.hint')}
          </Typography>
        )}
      </Box>
      <Stack direction="row" sx={{ gap: 1, ml: isAlone ? 0 : 'auto', flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          startIcon={<FolderOutlined />}
          disabled={isBusy}
          loading={folder.isPending}
          onClick={() => folder.mutate(undefined, refused)}
        >
          {t('drop.folder')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<DescriptionOutlined />}
          disabled={isBusy}
          loading={file.isPending}
          onClick={() => file.mutate(undefined, refused)}
        >
          {t('drop.file')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<ContentPasteRounded />}
          disabled={isBusy}
          onClick={onPaste}
        >
          {t('drop.paste')}
        </Button>
      </Stack>
    </Stack>
  )
}
