const named: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/**
 * Words of people for a place that is read as Markdown (CommonMark, and HTML in it): whatever could
 * become markup, a link or a tag stays the text that it is.
 */
export const asMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>&#|~!]/g, (mark) => named[mark] ?? `\\${mark}`)
