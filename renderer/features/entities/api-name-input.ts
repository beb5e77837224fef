/** For names used in URLs; tall enough that the underscore of a monospace font is not cut off. */
export const apiNameInput = { fontFamily: 'monospace', height: '1.75em', py: '6.25px' } as const
