import { styled } from '@mui/material/styles'
import { createLink } from '@tanstack/react-router'

const Anchor = styled('a')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  padding: theme.spacing(0.75, 1.25),
  borderRadius: theme.shape.borderRadius,
  color: theme.palette.text.secondary,
  fontWeight: 500,
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  '&:hover': {
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.action.hover,
  },
  // The weight says it too, for those who cannot tell the tints apart.
  '&[aria-current="page"]': {
    color: theme.palette.text.primary,
    fontWeight: 650,
    backgroundColor: theme.palette.action.selected,
  },
}))

/** One entry of a menu; marked as current on its page and on those below it. */
export const MenuLink = createLink(Anchor)
