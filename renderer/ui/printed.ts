/** How a text for another program is shown: whole, in its own lines, and never wider than its place. */
export const printed = {
  m: 0,
  mb: 1,
  fontFamily: 'monospace',
  fontSize: 13,
  maxHeight: 260,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  userSelect: 'text',
} as const
