import useMediaQuery from '@mui/material/useMediaQuery'

/** Where a full-size table no longer fits beside the menu; the smallest window is 900 wide. */
export const narrowWindow = '@media (max-width: 1099px)'

export const useIsNarrow = () => useMediaQuery(narrowWindow, { noSsr: true })
