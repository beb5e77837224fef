import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded'
import IconButton from '@mui/material/IconButton'

type Props = { isOpen: boolean; onToggle: () => void; label: string; controls?: string }

/** Opens what lies under a row. */
export function Opening({ isOpen, onToggle, label, controls }: Props) {
  return (
    <IconButton
      size="small"
      aria-label={label}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
    >
      <ExpandMoreRounded fontSize="small" sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
    </IconButton>
  )
}
