import { shown } from './choices'
import type { OptionName, Options } from './options'
import { Stop } from './stop'
import { fill, words } from './words'

const day = /^\d{4}-\d\d-\d\d$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/

/** A day is its beginning, in the zone of this computer; undefined where none was given. */
export function momentOf(options: Options, name: OptionName): number | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const typed = String(given)
  const at = day.test(typed)
    ? new Date(`${typed}T00:00`).getTime()
    : moment.test(typed)
      ? new Date(typed).getTime()
      : NaN
  if (!Number.isNaN(at)) return at
  const values = { option: `--${name}`, given: shown(typed) }
  throw new Stop('usage', fill(words.usage.notAMoment, values))
}
