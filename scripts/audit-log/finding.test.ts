import { expect, it } from 'vitest'
import { finding, toLines } from './finding'

const row = (table: string, n: number) =>
  finding(
    `The row ${n} of ${table} was put in past the application.`,
    `Rows of ${table}: was put in past the application`,
    String(n),
  )
const many = (table: string, count: number) => Array.from({ length: count }, (_, n) => row(table, n + 1))

it('says each sentence while they can be read', () => {
  expect(toLines(many('note', 3))).toEqual([
    'The row 1 of note was put in past the application.',
    'The row 2 of note was put in past the application.',
    'The row 3 of note was put in past the application.',
  ])
})

it('counts what is alike, with the first five, and says what is alone whole', () => {
  expect(toLines([...many('note', 52_360), row('task', 7), finding('Checkpoint 3 was changed.')])).toEqual([
    'Rows of note: was put in past the application: 52360, the first 5: 1, 2, 3, 4, 5',
    'The row 7 of task was put in past the application.',
    'Checkpoint 3 was changed.',
  ])
})

it('never prints more than two hundred lines, whatever happened', () => {
  const lines = toLines(Array.from({ length: 600 }, (_, n) => many(`table_${n}`, 2)).flat())
  expect(lines.length).toBeLessThan(200)
  expect(lines.at(-1)).toBe('… and 410 more kinds.')
})
