import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { eachPersonField } from '@/lib/people/person-field.rules'
import { ANSWERS, HEADERS, type MessyRow, messyTable } from '@/tests/support/messy-table'
import { belgianCsv, workbookOf } from '@/tests/support/tables'
import type { Reading } from './cell.schema'
import { guessColumns } from './heading.rules'
import { readTable } from './read-table'
import { judgeRow } from './row.schema'
import { unknownWords } from './row-keys.schema'
import { makeWordBook } from './word.rules'

const text = z
  .string()
  .nullish()
  .transform((one) => one ?? null)
const row = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.string(),
  name: z.string(),
  label: z.record(z.string(), z.string()),
  abbreviation: text,
  city: text,
})
const places = z
  .object({ rows: z.array(row) })
  .parse(JSON.parse(readFileSync('prisma/reference/be/places.json', 'utf8')))
  .rows.filter(({ kind }) => ['closed_centre', 'return_home', 'inad_centre'].includes(kind))
const slugOf = new Map(places.map(({ id, slug }) => [id, slug]))
const idOf = new Map(places.map(({ id, slug }) => [slug, id]))

const SIZE = 200
const { rows, people } = messyTable(SIZE)
const reading: Reading = {
  headers: HEADERS.map(([heading]) => heading),
  columns: HEADERS.map(([, field]) => field),
  dateOrder: 'dmy',
  said: {},
  recall: () => null,
  book: makeWordBook({
    kinds: [],
    places: places.map(({ label, name, ...place }) => ({ ...place, names: [name, ...Object.values(label)] })),
    workers: [],
    answers: eachPersonField(() => []),
  }),
  teamId: '00000000-0000-4000-8000-000000000002',
  kind: 'detention',
  own: [],
  ground: { on: '2026-11-29', kinds: new Set(['detention']), centres: new Set(places.map(({ id }) => id)) },
}
const answered: Reading = {
  ...reading,
  said: {
    nationality: { congo: 'CD' },
    place: Object.fromEntries(
      ANSWERS.filter(({ field }) => field === 'place').map(({ word, means }) => [
        word.toLowerCase(),
        idOf.get(means) ?? '',
      ]),
    ),
  },
}

/** What became of each field of a row; null for what went into a note. */
const became = (cells: readonly string[], by: Reading): MessyRow['means'] | null => {
  const judged = judgeRow(cells, by)
  if (!judged.ok) return null
  const { input, more, unread } = judged
  const isWhole = new Set(unread.flatMap(({ field, code }) => (code === 'readInPart' ? [] : [field])))
  const values: Record<string, string> = {
    ownReference: more.numbers.find(({ kind }) => kind === 'own_reference')?.text ?? '',
    officeNumber: more.numbers.find(({ kind }) => kind === 'immigration_office')?.text ?? '',
    familyName: input.name.split(' ')[1] ?? '',
    givenName: input.name.split(' ')[0] ?? '',
    sex: input.sex,
    born: input.ageAnswer === 'born' ? input.born : '',
    nationality: input.nationality,
    language: [input.language, ...more.languages].join(' '),
    place: slugOf.get(input.placeId) ?? '',
    since: input.since,
    phone: more.contacts.map(({ value }) => value).join('|'),
    note: more.notes.map((note) => note.text).join(''),
  }
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, isWhole.has(asField(field)) ? null : value]),
  )
}
const asField = (name: string) => HEADERS.find(([, field]) => field === name)?.[1] || 'name'

describe('a messy table of two hundred people', () => {
  it.each([
    { form: 'CSV', file: belgianCsv(rows) },
    { form: 'workbook', file: workbookOf(rows.map((cells) => cells.map((cell) => cell || null))) },
  ])('is read as a $form: titles, headings, totals and empty rows are what they are', async ({ file }) => {
    const read = await readTable(file)
    if (!read.ok) throw new Error(read.code)
    const { headers, headLine, above, lines, blank } = read.value
    expect(headers).toEqual(HEADERS.map(([heading]) => heading))
    expect(headLine).toBe(4)
    expect(above).toEqual(['Suivi centres fermés 2026', 'Mis à jour 01/11/2026'])
    expect(blank).toBeGreaterThan(0)
    expect(guessColumns(headers)).toEqual(HEADERS.map(([, field]) => field))
    const judged = lines.map(({ cells }) => judgeRow(cells, reading))
    expect(judged.flatMap((one) => (one.ok ? [] : [one.left]))).toEqual(['totalRow', 'totalRow'])
    expect(judged.filter(({ ok }) => ok)).toHaveLength(SIZE)
  })

  it('asks about four values, each once', () => {
    const asked = new Set(
      people.flatMap(({ cells }) =>
        unknownWords(cells, reading).map(({ field, word }) => `${field} ${word}`),
      ),
    )
    expect([...asked].sort()).toEqual(ANSWERS.map(({ field, word }) => `${field} ${word}`).sort())
  })

  it('makes a file of every row and reads every cell right after these answers; what no one can read goes into a note', () => {
    const wrong = people.flatMap(({ cells, means }) => {
      const is = became(cells, answered)
      return Object.entries(means).flatMap(([field, should]) =>
        is !== null && is[asField(field) || 'name'] === should
          ? []
          : [{ cells, field, should, is: is?.[asField(field) || 'name'] }],
      )
    })
    expect(wrong).toEqual([])
  })

  it('loses no cell when no one answers: each file is made, and the values are in its note', () => {
    for (const { cells } of people) {
      const judged = judgeRow(cells, reading)
      expect(judged.ok).toBe(true)
      if (!judged.ok) continue
      const asked = unknownWords(cells, reading).map(({ word }) => word)
      expect(judged.unread.map((one) => one.text)).toEqual(expect.arrayContaining(asked))
    }
  })
})
