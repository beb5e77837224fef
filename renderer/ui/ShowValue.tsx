import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import { useTranslation } from 'react-i18next'

type Props = {
  what: string
  isShown: boolean
  onShow: (isShown: boolean) => void
  /** The arrow of a list of choices stands at the end already. */
  isBesideArrow?: boolean
}

/** Uncovers a sensitive value in its field, and covers it again. */
export function ShowValue({ what, isShown, onShow, isBesideArrow = false }: Props) {
  const { t } = useTranslation('common')
  const Icon = isShown ? VisibilityOffOutlined : VisibilityOutlined
  return (
    <InputAdornment position="end" sx={isBesideArrow ? { mr: 3 } : null}>
      <IconButton
        size="small"
        edge="end"
        aria-label={t(isShown ? 'secretValue.hide' : 'secretValue.show', { what })}
        onClick={() => onShow(!isShown)}
      >
        <Icon fontSize="small" />
      </IconButton>
    </InputAdornment>
  )
}
