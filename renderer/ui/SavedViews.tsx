import BookmarkBorderRounded from '@mui/icons-material/BookmarkBorderRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskedView, SavedView, SavedViewList } from '../../electron/contract/saved-view'
import { failureIn, useAnswer, useCommand } from '../keyward'
import { FailureNotice } from './FailureNotice'
import { useNotify } from './notify'
import { SaveViewDialog } from './SaveViewDialog'

type Props = {
  list: SavedViewList
  /** What is shown now, to be saved. */
  view: AskedView
  onOpen: (view: AskedView) => void
}

/** A person's own views of a list: to open, to save another, to delete one and take that back. */
export function SavedViews({ list, view: shown, onOpen }: Props) {
  const { t } = useTranslation('savedViews')
  const views = useAnswer('views.list', { list })
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const remove = useDelete()
  const failure = failureIn(views.error)
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<BookmarkBorderRounded />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('button')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('button'), sx: { mt: 0.5, width: 320 } },
        }}
      >
        {failure && <FailureNotice failure={failure} onRetry={views.refetch} />}
        {views.data?.length === 0 && (
          <Typography color="textSecondary" variant="body2" sx={{ p: 2, pb: 1 }}>
            {t('none')}
          </Typography>
        )}
        <List dense sx={{ maxHeight: 320, overflow: 'auto' }}>
          {views.data?.map((view) => (
            <ListItem
              key={view.id}
              disablePadding
              secondaryAction={
                <DeleteButton
                  view={view}
                  onDelete={() => {
                    // Under the open menu nobody could reach what takes it back.
                    setAnchor(null)
                    remove(view)
                  }}
                />
              }
            >
              <ListItemButton
                onClick={() => {
                  setAnchor(null)
                  onOpen(view.filter)
                }}
              >
                <ListItemText
                  primary={view.name}
                  slotProps={{ primary: { noWrap: true, title: view.name } }}
                />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
        <Divider />
        <Button
          fullWidth
          sx={{ borderRadius: 0, py: 1 }}
          onClick={() => {
            setAnchor(null)
            setIsSaving(true)
          }}
        >
          {t('save')}
        </Button>
      </Popover>
      {isSaving && <SaveViewDialog list={list} filter={shown} onClose={() => setIsSaving(false)} />}
    </>
  )
}

function DeleteButton({ view, onDelete }: { view: SavedView; onDelete: () => void }) {
  const { t } = useTranslation('savedViews')
  return (
    <Tooltip title={t('delete', { name: view.name })}>
      <IconButton size="small" edge="end" onClick={onDelete}>
        <DeleteOutlineRounded fontSize="small" />
      </IconButton>
    </Tooltip>
  )
}

/** Taking it back saves the same once more. */
function useDelete() {
  const { t } = useTranslation('savedViews')
  const notify = useNotify()
  const remove = useCommand('views.delete')
  const save = useCommand('views.save')
  const onError = (error: unknown) => {
    const failure = failureIn(error)
    if (failure) notify.failure(failure)
  }
  return ({ id, list, name, filter }: SavedView) =>
    remove.mutate(
      { id },
      {
        onError,
        onSuccess: () =>
          notify.success(t('deleted', { name }), {
            label: t('undo'),
            run: () => save.mutate({ list, name, filter }, { onError }),
          }),
      },
    )
}
