import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import IconButton from '@mui/material/IconButton'
import { useTranslation } from 'react-i18next'

type Props = {
  /** "password", "Salary": what is uncovered. */
  what: string
  isShown: boolean
  onShow: (isShown: boolean) => void
  /** At the end of a field, where it stands nearer to the edge. */
  edge?: 'end'
  iconSize?: 'small' | 'inherit'
}

/** Uncovers what is not for every eye, and covers it again. */
export function ShowToggle({ what, isShown, onShow, edge, iconSize = 'small' }: Props) {
  const { t } = useTranslation('common')
  const Icon = isShown ? VisibilityOffOutlined : VisibilityOutlined
  return (
    <IconButton
      size="small"
      edge={edge ?? false}
      aria-label={t(isShown ? 'hide' : 'show', { what })}
      onClick={() => onShow(!isShown)}
    >
      <Icon fontSize={iconSize} />
    </IconButton>
  )
}
