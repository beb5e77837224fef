/** Any text with this one in it; its own % and _ are taken as they are (escape '\'). */
export const likePattern = (text: string): string =>
  `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
