/** How a text is compared and searched: "ＩＮＧ" finds "ing", "Ä" finds "ä". */
export const textKey = (text: string): string => text.normalize('NFKC').toLowerCase()
