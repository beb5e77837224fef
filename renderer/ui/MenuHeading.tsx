import ListSubheader from '@mui/material/ListSubheader'

/**
 * Names what follows in a list of choices. A select gives all of its children what an option needs;
 * a heading takes none of it: it can't be chosen, and the arrow keys pass it by.
 */
export function MenuHeading({ children }: { children: string }) {
  return (
    <ListSubheader
      role="presentation"
      disableSticky
      sx={{ mt: 0.5, lineHeight: '30px', fontSize: '0.75rem', fontWeight: 600 }}
    >
      {children}
    </ListSubheader>
  )
}
MenuHeading.muiSkipListHighlight = true
