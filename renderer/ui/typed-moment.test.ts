import { expect, test } from 'vitest'
import { calendarValue, momentTyped, typedForm, typedMoment } from './typed-moment'

test('a moment that was written out is the same moment when it is read again', () => {
  const moment = 1_795_219_205_000
  expect(momentTyped(typedMoment(moment))).toBe(moment)
  expect(momentTyped(` ${typedMoment(moment)} `)).toBe(moment)
})

test('what is no moment is none, rather than some other moment', () => {
  for (const text of ['', 'soon', '2027-02-30 08:00:00', '31.3.2027'])
    expect(momentTyped(text)).toBeNaN()
})

test('the calendar is shown whole days and moments only, and answers in the form that is typed', () => {
  expect(calendarValue('day', '2027-03-31')).toBe('2027-03-31')
  expect(calendarValue('day', '2027-03-')).toBe('')
  expect(calendarValue('moment', '2027-03-31 08:30:00')).toBe('2027-03-31T08:30:00')
  expect(typedForm('2027-03-31T08:30:00')).toBe('2027-03-31 08:30:00')
})
