import * as z from 'zod'

/** Seconds after which a copied secret is cleared from the clipboard. */
export const clipboardSecondsChoices = [10, 20, 30, 60, 120] as const

export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  clipboardSeconds: z.literal(clipboardSecondsChoices),
})
export type Settings = z.output<typeof Settings>

/** Keychains that keep a secret away from other accounts, by the name of their backend. */
export const keychains = [
  'gnome_libsecret',
  'kwallet',
  'kwallet5',
  'kwallet6',
  'keychain',
  'dpapi',
] as const

/** Where things are and what runs, for the Settings page and for support. */
export const About = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  profileFolder: z.string(),
  /** The keychain that wraps the keys, or `file` where the machine has none. */
  keysKeptIn: z.enum([...keychains, 'file']),
  demo: z.boolean(),
})
export type About = z.output<typeof About>

export const CopiedSecret = z.object({ clearsAt: z.number().int(), seconds: z.number().int() })
export type CopiedSecret = z.output<typeof CopiedSecret>
