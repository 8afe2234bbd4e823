import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/i18n/catalogue'
import { toCharts } from './chart.view'
import type { Counted } from './counted.rules'
import { type Question, readQuestion } from './question.rules'
import { toWording } from './wording.view'

const names = {
  words: [],
  leads: ['north'],
  places: ['caricole', 'merksplas', 'vottem'].map((slug, position) => ({
    slug,
    position,
    kind: 'closed_centre',
    labelEn: slug,
    labelFr: slug,
    labelNl: slug,
    labelDe: slug,
  })),
  projects: [],
  bodies: [],
  own: [],
  offices: [{ id: 'north', name: 'North' }],
}
const ask = (by: string, split: string): Question =>
  readQuestion(
    { from: '2026-01-01', until: '2026-03-31', column: 'people_met', by, split },
    { today: '2026-03-31', reach: 'team', own: [] },
  )
/** People met by centre and sex; the same whichever of the two are the rows. */
const MET = { caricole: { f: 3, m: 40 }, merksplas: { m: 20 }, vottem: {} } as const
const counted = (by: 'place' | 'sex'): Counted => {
  const cells = Object.entries(MET).flatMap(([place, own]) =>
    Object.entries(own).map(([sex, value]) => ({
      row: by === 'place' ? place : sex,
      split: by === 'place' ? sex : place,
      value,
    })),
  )
  const parts = [...new Set(cells.map(({ split }) => split))]
  return {
    uncertain: [0],
    months: null,
    columns: [...parts, null].map((split) => ({
      column: { figure: 'people_met', only: null },
      split,
      isBroken: true,
      isKnown: true,
      values: new Map(cells.filter((cell) => cell.split === split).map(({ row, value }) => [row, value])),
    })),
  }
}
const draw = async (question: Question, given: Counted) => {
  const messages = await catalogue.en()
  const t = createTranslator({ locale: 'en', messages, namespace: 'reporting' })
  const wording = toWording(names, 'en', t)
  return toCharts({ question, counted: given, names }, { wording, t, locale: 'en' })
}

describe('small charts by centre', () => {
  it.each(['place', 'sex'] as const)(
    'are the same where the rows are by %s, and of centres that have any',
    async (by) => {
      const [first, ...others] = await draw(ask(by, by === 'place' ? 'sex' : 'place'), counted(by))
      expect([first?.id, others]).toEqual(['centres', []])
      expect(first?.chart.kind).toBe('multiples')
      expect(
        first?.chart.series.map(({ label, points }) => [label, points.map(({ value }) => value)]),
      ).toEqual([
        ['caricole', [3, 40]],
        ['merksplas', [0, 20]],
      ])
      for (const said of ['caricole', '40', 'the same scale'])
        expect(first?.chart.alternative).toContain(said)
    },
  )

  it('are not drawn of one centre, nor without a second dimension', async () => {
    const [women] = await draw(ask('place', 'sex'), {
      ...counted('place'),
      columns: counted('place').columns.filter(({ split }) => split === 'f'),
    })
    expect(women).toBeUndefined()
    const plain = readQuestion(
      { column: 'people_met', by: 'place' },
      { today: '2026-03-31', reach: 'team', own: [] },
    )
    expect(await draw(plain, counted('place'))).toEqual([])
  })
})
