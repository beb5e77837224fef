import type { UseFormReturn } from 'react-hook-form'
import * as z from 'zod'
import { ExpiryChoice } from '../../../electron/contract/expiry'
import type { Failure } from '../../../electron/contract/failure'
import { NewToken, type TokenTerms } from '../../../electron/contract/token'
import { localZone } from '../../ui/moments'

/** What is filled in for a new token and for one that is changed, whose expiry may also stay. */
export const TokenSettings = NewToken.omit({ userId: true, clonedFrom: true }).extend({
  expiry: z.discriminatedUnion('kind', [
    ...ExpiryChoice.options,
    z.object({ kind: z.literal('keep') }),
  ]),
})
export type TokenSettings = z.output<typeof TokenSettings>
export type TokenSettingsInput = z.input<typeof TokenSettings>
export type TokenForm = UseFormReturn<TokenSettingsInput, unknown, TokenSettings>

/** Nothing is chosen for the person but Enabled, and no expiry. */
export const nothingFilledIn = {
  name: '',
  note: '',
  system: '',
  contact: '',
  keptIn: '',
  grants: [],
  enabled: true,
  start: null,
  networks: [],
  callsPerMinute: null,
} satisfies Partial<TokenSettingsInput>

/** A new token lives as long as the policy proposes, where it does. */
export const newTokenValues = ({ defaultLifetimeDays: days }: TokenTerms) => ({
  ...nothingFilledIn,
  ...(days !== null && { expiry: { kind: 'days' as const, days, zone: localZone() } }),
})

const fields = [
  'name',
  'note',
  'system',
  'contact',
  'keptIn',
  'expiry',
  'start',
] as const satisfies (keyof TokenSettingsInput)[]
type Field = (typeof fields)[number]

const fieldOf = ({ code, field }: Failure): Field | null => {
  if (code === 'start_not_before_expiry') return 'start'
  if (code === 'token_name_taken' || code === 'name_not_allowed') return 'name'
  if (code === 'expiry_in_past' || code === 'expiry_beyond_policy' || code === 'never_not_allowed')
    return 'expiry'
  if (code !== 'invalid_input') return null
  return fields.find((one) => one === field?.split('.')[0]) ?? null
}

/** Shows a refusal at the field to blame; false when there is none, so that it goes on top. */
export function showAtField(form: TokenForm, failure: Failure): boolean {
  const field = fieldOf(failure)
  if (field === null) return false
  form.setError(field, { type: 'refused', message: failure.code }, { shouldFocus: true })
  return true
}
