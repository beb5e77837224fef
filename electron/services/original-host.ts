const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
const written = new RegExp(
  `^(?<name>(?=[^:]{1,253}(?::|$))${label}(?:\\.${label})*|\\[[0-9a-f:.]{2,45}\\])(?::\\d{1,5})?$`,
)

/** The host of a request in small letters and without its port; null where it is no plain name. */
export const hostOf = (text: string): string | null =>
  written.exec(text.toLowerCase())?.groups?.['name'] ?? null
