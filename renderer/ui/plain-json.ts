/** JSON without a character that any shell, or the code page of a terminal, takes for its own. */
export const plainJson = (value: unknown) =>
  JSON.stringify(value).replaceAll(
    /[^ -&(-~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
