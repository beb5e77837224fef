/** One line over a smaller, quieter one; both are cut off where the column ends. */
export const twoLines = {
  lineHeight: 1.25,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  '& small': { display: 'block', color: 'text.secondary', fontSize: '0.75rem' },
} as const
