/** How a name is compared with others: "ＩＮＧ" is "ing", "Ä" is "ä", and "ä" is not "a". */
export const textKey = (text: string): string => text.normalize('NFKC').toLowerCase()

/** How a text is searched and put in order: "abel" finds "Ábel", who comes before "Zoë". */
export const foldedKey = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** All that a search looks through; in the order of the first, as a line break sorts before any text. */
export const searchKey = (...texts: string[]): string => foldedKey(texts.join('\n'))
