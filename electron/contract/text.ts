import * as z from 'zod'

/**
 * Control characters, line breaks, zero-width and bidirectional marks: they make two names look
 * alike or turn a line around, so no name may hold them.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{3164}\u{FFA0}]/u

/** Issue messages are codes; the window's catalogue turns them into sentences. */
const wellFormed = (max: number) =>
  z
    .string()
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .max(max, { error: 'too_long' })
        .refine((text) => text.isWellFormed() && !invisible.test(text), {
          error: 'invisible_characters',
        }),
    )

/** A name people read: trimmed, NFC, 1 to 120 characters, nothing invisible. */
export const Name = wellFormed(120).pipe(z.string().min(1, { error: 'empty' }))

/** Free words about something; several lines are not needed anywhere yet. Empty is allowed. */
export const Note = wellFormed(500)

/** What is typed into a search field. */
export const Search = wellFormed(120).optional()

/**
 * A sign-in or account name: letters and digits first, then also `. _ - @ +`, 1 to 64 characters.
 * Case is kept for showing and ignored for comparing.
 */
export const Username = wellFormed(64).pipe(
  z
    .string()
    .min(1, { error: 'empty' })
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u, { error: 'username_characters' }),
)

/** The word under which an entity or a field stands in URLs and JSON. Never changes. */
export const ApiName = z
  .string()
  .trim()
  .min(1, { error: 'empty' })
  .max(63, { error: 'too_long' })
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'api_name_characters' })
  .refine((name) => !reservedNames.has(name), { error: 'reserved_name' })

const reservedNames = new Set([
  'id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'data',
  'constructor',
  'prototype',
])
