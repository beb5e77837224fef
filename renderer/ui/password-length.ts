/** Counted in code points, as main counts it. */
export const passwordMinimum = 15

export const isLongEnough = (password: string) => [...password].length >= passwordMinimum
