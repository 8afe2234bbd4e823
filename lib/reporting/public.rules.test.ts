import { describe, expect, it } from 'vitest'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import { measureIds } from '@/lib/statistics/measure.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { DIMENSION_IDS } from './dimension.rules'
import { FIGURE_IDS } from './figure.rules'
import { publishHref, toPublicPeriod, toPublicQuestion, toPublicQuestions } from './public.rules'
import { PUBLIC_CHAPTERS, toPublicChapters } from './public-annual.rules'
import { type Column, canBreak } from './question.rules'
import { STANDARD_REPORTS, toStandard } from './standard.rules'

const column = (figure: Column['figure'], only: Column['only'] = null): Column => ({ figure, only })
const ask = { by: 'place', split: null, only: [] } as const

describe('the nearest public question', () => {
  it('asks the same where releases count it by the same', () => {
    expect(toPublicQuestion(column('people_met'), ask)).toEqual({
      code: 'public/peopleByCentre/centre/all',
      dropped: [],
      isSame: true,
    })
    expect(toPublicQuestion(column('people_met'), { ...ask, split: 'sex' })?.code).toBe(
      'public/peopleByCentre/centre,sex/all',
    )
    expect(toPublicQuestion(column('people_met'), { ...ask, by: 'age_group' })?.code).toBe(
      'public/peopleByAge/age:majority/all',
    )
    expect(toPublicQuestion(column('topics'), { ...ask, by: 'topic' })?.code).toBe(
      'public/peopleByTopic/topic/all',
    )
  })

  it('leaves out what no release is parted by, and says so', () => {
    expect(toPublicQuestion(column('people_met'), { ...ask, by: 'month' })).toEqual({
      code: 'public/peopleByCentre/centre/all',
      dropped: ['month'],
      isSame: false,
    })
    // Visits are by centre alone.
    expect(toPublicQuestion(column('visits'), { ...ask, split: 'office' })).toMatchObject({
      code: 'public/visitsByCentre/centre/all',
      dropped: ['office'],
    })
    expect(toPublicQuestion(column('released'), ask)).toEqual({
      code: 'public/peopleByCentre/centre,end/all',
      dropped: [],
      isSame: false,
    })
  })

  it('is none for what releases do not count', () => {
    for (const figure of ['complaints', 'visit_hours', 'files_open'] as const)
      expect(toPublicQuestion(column(figure), ask)).toBeNull()
  })

  it.each(FIGURE_IDS.codes)('is one that may be asked, or none: %s', (figure) => {
    const dimensions = DIMENSION_IDS.codes.filter((one) => canBreak(figure, one))
    for (const by of dimensions)
      for (const split of [null, ...dimensions]) {
        const found = toPublicQuestion(column(figure), { by, split, only: [] })
        if (found === null) continue
        const asked = findAsked(found.code)
        expect([found.code, asked?.profile]).toEqual([found.code, 'public'])
        // Nothing is lost in silence: each dimension is in the question or said to be left out.
        const parts = 1 + (asked?.also.length ?? 0)
        const wished = new Set([by, ...(split === null ? [] : [split])])
        expect(parts + found.dropped.length).toBeGreaterThanOrEqual(
          // Age and its groups are one.
          wished.has('age') && wished.has('age_group') ? wished.size - 1 : wished.size,
        )
      }
  })

  it('names each question of a report once, and the columns that have none', () => {
    const detention = toStandard('detention', { today: '2026-11-30', reach: 'team' })
    const { questions, none } = toPublicQuestions(detention)
    expect(questions.map(({ code }) => code)).toEqual([
      'public/peopleByCentre/centre/all',
      'public/peopleByCentre/centre,sex/all',
      'public/peopleByCentre/centre,age:majority/all',
      'public/visitsByCentre/centre/all',
      'public/peopleByCentre/centre,length/all',
      'public/peopleByCentre/centre,end/all',
    ])
    expect(none).toEqual([])
    for (const report of STANDARD_REPORTS.codes) {
      const question = toStandard(report, { today: '2026-11-30', reach: COUNT_REACHES.codes[0] })
      const all = toPublicQuestions(question)
      expect(all.questions.flatMap(({ columns }) => columns).length + all.none.length).toBe(
        question.columns.length,
      )
    }
  })
})

describe('the nearest period', () => {
  it('is the same, or the last closed one within it, or none', () => {
    const today = '2026-11-30'
    expect(toPublicPeriod({ from: '2025-01-01', until: '2025-12-31' }, today)).toEqual({
      code: '2025',
      isSame: true,
    })
    expect(toPublicPeriod({ from: '2026-04-01', until: '2026-06-30' }, today)).toEqual({
      code: '2026-Q2',
      isSame: true,
    })
    expect(toPublicPeriod({ from: '2026-01-01', until: today }, today)).toEqual({
      code: '2026-Q3',
      isSame: false,
    })
    expect(toPublicPeriod({ from: '2026-10-01', until: today }, today)).toBeNull()
    // Over, and not closed yet: what was noted on paper may still be entered.
    expect(toPublicPeriod({ from: '2026-07-01', until: '2026-09-30' }, '2026-10-10')).toBeNull()
  })

  it('takes codes along, and no number', () => {
    expect(publishHref('public/peopleByCentre/centre,sex/all', '2026-Q3')).toBe(
      '/statistics?table=public%2FpeopleByCentre%2Fcentre%2Csex%2Fall&period=2026-Q3',
    )
  })
})

describe('the chapters of the public report', () => {
  it('have a place for each measure of releases', () => {
    const own = PUBLIC_CHAPTERS.flatMap(({ measures }): readonly string[] => measures)
    expect(own.toSorted()).toEqual(measureIds.codes.toSorted())
  })

  it('say what no release covers', () => {
    const chapters = toPublicChapters([{ asked: { measure: 'peopleBySex' } }])
    const families = chapters.find(({ chapter }) => chapter === 'families')
    expect(families).toMatchObject({ missing: ['peopleByAge'], isCounted: true })
    expect(families?.tables).toHaveLength(1)
    expect(chapters.filter(({ isCounted }) => !isCounted).map(({ chapter }) => chapter)).toEqual([
      'arrival',
      'procedure',
      'conditions',
    ])
  })
})
