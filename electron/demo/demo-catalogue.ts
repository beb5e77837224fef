import words from '../../resources/demo/words.json'
import type { Written } from './demo-records'
import { amount, calendarDay, moments, padded } from './demo-values'
import type { Seeded } from './seeded'
import { day } from './token-stories'

export type Customer = ReturnType<typeof writeCustomers>[number]['data']
export type Product = ReturnType<typeof writeProducts>[number]['data']

/** Steps through a table of names in a far jump, so that neighbours differ and none comes twice. */
const nthOf = (nth: number, size: number) => (nth * 283) % size

export function writeCustomers(seeded: Seeded, now: number, count: number) {
  const { companyBeginnings: beginnings, companyEndings: endings } = words
  return moments(seeded, now, count, [390, 8]).map((at, nth) => {
    const place = nthOf(nth, beginnings.length * endings.length)
    const [city = '', country = ''] = seeded.pick(words.places)
    const name = `${beginnings[place % beginnings.length]} ${endings[Math.floor(place / beginnings.length)]}`
    const form = words.legalForms[country as keyof typeof words.legalForms]
    return {
      at,
      data: {
        name: `${name} ${form}`,
        email: `orders@${name.toLowerCase().replaceAll(' ', '-')}.example`,
        city,
        country,
        // Some were never given one; an empty field is one that is not there.
        ...(seeded.chance(0.85) && { credit_limit: amount(seeded.between(2, 90) * 50_000) }),
        customer_since: calendarDay(at - seeded.between(0, 2_500) * day),
        active: seeded.chance(0.94),
      },
    } satisfies Written
  })
}

export function writeProducts(seeded: Seeded, now: number, count: number) {
  const {
    productBeginnings: beginnings,
    productEndings: endings,
    productVariants: variants,
  } = words
  return moments(seeded, now, count, [390, 20]).map((at, nth) => {
    const place = nthOf(nth, beginnings.length * endings.length * variants.length)
    const beginning = place % beginnings.length
    const [ending, base] = endings[Math.floor(place / beginnings.length) % endings.length] as [
      string,
      number,
    ]
    const variant = Math.floor(place / beginnings.length / endings.length)
    const discontinued = seeded.chance(0.08)
    return {
      at,
      data: {
        sku: `P-${padded(nth * 7 + 1_007, 5)}`,
        title: `${beginnings[beginning]} ${ending}, ${variants[variant]}`,
        price: amount(Math.floor(base * (1 + beginning * 0.06) * (1 + variant * 0.15)) * 100 + 90),
        in_stock: discontinued ? seeded.between(0, 4) : seeded.between(0, 640),
        launched_on: calendarDay(at - seeded.between(0, 40) * day),
        discontinued,
      },
    } satisfies Written
  })
}
