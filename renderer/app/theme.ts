import { createTheme, type Theme } from '@mui/material/styles'
import '@mui/x-data-grid/themeAugmentation'

const systemFont =
  'system-ui, -apple-system, "Segoe UI", "Noto Sans", Cantarell, "Helvetica Neue", Arial, sans-serif'

const light = {
  mode: 'light',
  primary: { main: '#3557c4', dark: '#2a469f', light: '#5f7cd9', contrastText: '#ffffff' },
  error: { main: '#b3262f' },
  warning: { main: '#8a5300' },
  success: { main: '#12704c' },
  info: { main: '#3557c4' },
  text: { primary: '#1b222d', secondary: '#566070' },
  divider: '#e2e5ea',
  background: { default: '#ffffff', paper: '#ffffff' },
} as const

const dark = {
  mode: 'dark',
  primary: { main: '#94acff', dark: '#7690ee', light: '#b3c4ff', contrastText: '#10172b' },
  error: { main: '#ff8f8f', contrastText: '#2b0a0c' },
  warning: { main: '#efbe62' },
  success: { main: '#6fd3a6' },
  info: { main: '#94acff' },
  text: { primary: '#e7eaf0', secondary: '#a4adbb' },
  divider: '#2c323d',
  background: { default: '#14181f', paper: '#1a1f28' },
} as const

/** The rail beside a page and the head of a table: one step off the page. */
const quiet = { light: '#f6f7f9', dark: '#181d26' } as const
export const quietSurface = (theme: Theme) => quiet[theme.palette.mode]

/** Calm and dense: administrators read tables all day. */
export function keywardTheme(mode: 'light' | 'dark'): Theme {
  const palette = mode === 'light' ? light : dark
  const focusRing = { outline: `2px solid ${palette.primary.main}`, outlineOffset: 2 }

  return createTheme({
    palette: {
      ...palette,
      DataGrid: { bg: palette.background.default, headerBg: quiet[mode] },
    },
    spacing: 8,
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: systemFont,
      fontSize: 14,
      htmlFontSize: 16,
      h1: { fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.3, letterSpacing: '-0.01em' },
      h2: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.4 },
      h3: { fontSize: '0.9375rem', fontWeight: 600, lineHeight: 1.4 },
      subtitle1: { fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.5 },
      subtitle2: { fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.5 },
      body1: { fontSize: '0.875rem', lineHeight: 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
      caption: { fontSize: '0.75rem', lineHeight: 1.4 },
      button: { fontSize: '0.875rem', fontWeight: 550, textTransform: 'none' },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          'html, body, #root': { height: '100%', overflow: 'hidden' },
          '*': { scrollbarWidth: 'thin' },
          ':focus-visible': focusRing,
          code: { fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace' },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: { root: { whiteSpace: 'nowrap' } },
      },
      MuiLink: {
        defaultProps: { underline: 'hover' },
        styleOverrides: { root: { fontWeight: 500 } },
      },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiDialogTitle: {
        styleOverrides: { root: { fontSize: '1.0625rem', fontWeight: 600, paddingBottom: 8 } },
      },
      MuiDialogContent: {
        // A field's label at the very top of a dialog would otherwise be cut off.
        styleOverrides: { root: { '.MuiDialogTitle-root + &': { paddingTop: 8 } } },
      },
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px' } } },
      MuiTextField: { defaultProps: { size: 'small' } },
      MuiFormControl: { defaultProps: { size: 'small' } },
      MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '8px 12px', minWidth: 0 } } },
      MuiTabs: {
        styleOverrides: {
          root: { minHeight: 40, borderBottom: `1px solid ${palette.divider}` },
        },
      },
      MuiTableCell: { styleOverrides: { root: { borderColor: palette.divider } } },
      MuiTooltip: { defaultProps: { enterDelay: 400 } },
      MuiDataGrid: {
        defaultProps: { columnHeaderHeight: 40 },
        styleOverrides: {
          root: { borderColor: palette.divider },
          columnHeaderTitle: { fontWeight: 600, fontSize: '0.8125rem' },
        },
      },
    },
  })
}
