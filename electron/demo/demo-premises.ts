import words from '../../resources/demo/words.json'
import type { Written } from './demo-records'
import { amount, calendarDay, moments, padded } from './demo-values'
import type { Seeded } from './seeded'
import { day } from './token-stories'

export const writeWarehouses = (seeded: Seeded, now: number, count: number) =>
  moments(seeded, now, count, [390, 200]).map((at, nth) => {
    const [city = '', country = ''] = words.places[nth % words.places.length]!
    return {
      at,
      data: {
        code: `WH-${country}-${padded(nth + 1, 3)}`,
        city,
        country,
        pallets: seeded.between(20, 900) * 10,
        cold_storage: seeded.chance(0.25),
      },
    } satisfies Written
  })

export const writeEmployees = (seeded: Seeded, now: number, count: number) =>
  moments(seeded, now, count, [390, 3]).map((at, nth) => {
    const isWoman = seeded.chance(0.5)
    const [his = '', hers = ''] = seeded.pick(words.lastNames)
    const hours = seeded.pick([40, 40, 40, 37.5, 30, 20])
    return {
      at,
      data: {
        number: nth + 1_001,
        name: `${seeded.pick(isWoman ? words.women : words.men)} ${isWoman ? hers : his}`,
        department: seeded.pick(words.departments),
        started_on: calendarDay(at - seeded.between(0, 3_500) * day),
        hours_per_week: String(hours),
        remote: seeded.chance(0.3),
        // Full pay in steps of a hundred, and of it what the hours are worth.
        salary: amount(Math.round((seeded.between(260, 920) * 10_000 * hours) / 40)),
      },
    } satisfies Written
  })
