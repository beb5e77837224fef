/**
 * For names used in URLs. Whole pixels: with the input's usual 20.125 Chromium cuts the underscore
 * of a monospace font off.
 */
export const apiNameInput = {
  fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  lineHeight: '24px',
  height: '24px',
  py: '6.5px',
} as const
