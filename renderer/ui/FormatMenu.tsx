import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'

type Props<F extends string> = {
  label: string
  formats: readonly { format: F; title: string; hint: string }[]
  disabled: boolean
  busy: boolean
  onChoose(format: F): void
}

/** A button that writes a list as one of several kinds of file. */
export function FormatMenu<F extends string>(props: Props<F>) {
  const { label, formats, disabled, busy, onChoose } = props
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
        disabled={disabled}
        loading={busy}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {formats.map(({ format, title, hint }) => (
          <MenuItem
            key={format}
            onClick={() => {
              setAnchor(null)
              onChoose(format)
            }}
          >
            <ListItemText
              primary={title}
              secondary={hint}
              slotProps={{ secondary: { sx: { maxWidth: 320, whiteSpace: 'normal' } } }}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
