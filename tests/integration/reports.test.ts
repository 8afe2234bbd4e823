import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { withJobWork } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { countAnnual, readAnnualChoices } from '@/lib/reporting/annual.data'
import { ANNUAL_KINDS, chaptersOf } from '@/lib/reporting/annual.rules'
import { toAnnualDocument } from '@/lib/reporting/annual.view'
import type { Asked } from '@/lib/reporting/cells-sql.data'
import { readCompleteness, readCompletenessByOffice } from '@/lib/reporting/completeness.data'
import { type Cell, countFigure, countUncertain } from '@/lib/reporting/count.data'
import { toStored } from '@/lib/reporting/counted.rules'
import { FIGURE_IDS, type FigureId, figureOf } from '@/lib/reporting/figure.rules'
import { readFiles } from '@/lib/reporting/files.data'
import { readQuestion, toSearch } from '@/lib/reporting/question.rules'
import { countQuestion } from '@/lib/reporting/report.data'
import { blankOldRuns, getRun, insertRun } from '@/lib/reporting/run.data'
import { readRun } from '@/lib/reporting/run-page.data'
import { newId } from '@/lib/shared/ids'
import type { Search } from '@/lib/shared/search'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

const YEAR = { from: '2026-01-01', until: '2026-12-31', offices: [], only: [] }
const ask = (figure: FigureId, more: Partial<Asked> = {}): Asked => ({
  ...YEAR,
  figure,
  by: null,
  split: null,
  ...more,
})
const total = (cells: readonly Cell[]): number | null | undefined =>
  cells.find(({ by, split }) => by === null && split === null)?.value

let organisation: GivenOrganisation
const met = async (file: { caseId: string; personId: string }, placeId: string, onDate: string) => {
  const visitId = newId()
  await organisation.ask(
    `INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)`,
    [visitId, organisation.north, placeId, onDate, organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
     VALUES ($1, $2, $3, $4, $5, $6, 1, 'seen', $7)`,
    [newId(), visitId, file.caseId, file.personId, placeId, onDate, organisation.casey.id],
  )
}
const givenFile = (secrecy: 'open' | 'restricted', sex: 'f' | 'm') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar', sex }, '2026-03-01'),
      file: {
        kind: 'detention',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: '2026-03-01',
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: secrecy === 'open' ? null : organisation.cory.id,
        nextStep: null,
        stay: null,
      },
    }),
  )

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const one = await givenFile('open', 'f')
  const two = await givenFile('open', 'm')
  const hidden = await givenFile('restricted', 'm')
  await met(one, organisation.placeId, '2026-03-02')
  await met(one, organisation.placeId, '2026-03-03')
  await met(one, organisation.otherPlaceId, '2026-04-04')
  await met(two, organisation.placeId, '2026-05-05')
  await met(hidden, organisation.placeId, '2026-06-06')
  await met(one, organisation.placeId, '2025-06-06')
})
afterAll(() => organisation.close())

describe('the figures of reports', () => {
  it.each(FIGURE_IDS.codes)('count %s by each of its dimensions, and have a total', async (figure) => {
    const { by } = figureOf(figure)
    await organisation.coral.work((work) =>
      work.counts('team', async (counting) => {
        for (const dimension of by) {
          const cells = await countFigure(counting, ask(figure, { by: dimension, split: by.at(-1) ?? null }))
          expect(cells.some((cell) => cell.by === null && cell.split === null)).toBe(true)
        }
        expect(await countUncertain(counting, ask(figure))).toBe(0)
      }),
    )
  })

  it('count a person once, in each centre where they were met', async () => {
    const cells = await organisation.coral.work((work) =>
      work.counts('team', (counting) => countFigure(counting, ask('people_met', { by: 'place' }))),
    )
    expect(total(cells)).toBe(2)
    expect(cells.flatMap(({ by, value }) => (by === null ? [] : [value])).sort()).toEqual([1, 2])
  })

  it('count a restricted file for its members alone, and only when they count their own', async () => {
    const seenBy = (reach: 'own' | 'team', who: 'casey' | 'coral' | 'cory') =>
      organisation[who].work((work) =>
        work.counts(reach, async (counting) => total(await countFigure(counting, ask('people_met')))),
      )
    expect(await seenBy('team', 'coral')).toBe(2)
    expect(await seenBy('own', 'casey')).toBe(3)
    expect(await seenBy('own', 'cory')).toBe(1)
    expect(await seenBy('team', 'casey')).toBe(0)
  })

  it('read no text and no name', async () => {
    for (const query of [
      'SELECT text FROM person_name',
      'SELECT note_cipher FROM encounter',
      'SELECT code FROM case_file',
    ])
      await expect(
        organisation.coral.work((work) => work.counts('team', ({ tx }) => tx.$queryRawUnsafe(query))),
      ).rejects.toThrow(/permission denied/)
  })

  it('write nothing', async () => {
    await expect(
      organisation.coral.work((work) =>
        work.counts('team', ({ tx }) => tx.$executeRawUnsafe('DELETE FROM encounter')),
      ),
    ).rejects.toThrow(/permission denied|read-only/)
  })
})

describe('a condition that a figure does not know', () => {
  it('leaves the column without a number, and is met by the others', async () => {
    const [visits, women] = await organisation.coral.work(async (work) => {
      const raw = {
        from: YEAR.from,
        until: YEAR.until,
        reach: 'team',
        only: 'sex~f',
        column: ['visits', 'people_met'],
      }
      return (await countQuestion(work, readQuestion(raw, { today: '2026-12-31', reach: 'team', own: [] })))
        .columns
    })
    expect([visits?.isKnown, visits?.values.size]).toEqual([false, 0])
    expect(women?.values.get(null)).toBe(1)
  })
})

describe('the files behind a number', () => {
  const filesOf = (who: 'casey' | 'coral' | 'ada', search: Search) =>
    organisation[who].work(async (work) => (await readFiles(work, search, false)).files.map(({ id }) => id))
  const MET = { from: YEAR.from, until: YEAR.until, column: 'people_met', reach: 'team' }

  it('are those that the reader may open', async () => {
    expect(await filesOf('coral', MET)).toHaveLength(2)
    expect(await filesOf('coral', { ...MET, row: 'sex~f' })).toHaveLength(1)
    expect(await filesOf('casey', { ...MET, reach: 'own' })).toHaveLength(3)
  })

  it('are none for who has no right to files', async () => {
    expect(await filesOf('ada', { ...MET, reach: 'organisation' })).toEqual([])
  })
})

describe('numbers that were kept', () => {
  const keep = (who: 'coral' | 'casey', from: string, until: string, column = 'people_met') =>
    organisation[who].work(async (work) => {
      const question = readQuestion(
        { from, until, reach: who === 'coral' ? 'team' : 'own', column },
        { today: '2026-12-31', reach: 'own', own: [] },
      )
      const cells = toStored(await countQuestion(work, question))
      return insertRun(work, { name: from, question: toSearch(question), cells })
    })

  it('are compared with others of the same question, and with no others', async () => {
    const before = await keep('coral', '2025-01-01', '2025-12-31')
    const after = await keep('coral', '2026-01-01', '2026-12-31')
    await keep('coral', '2026-01-01', '2026-12-31', 'visits')
    const foreign = await keep('casey', '2026-01-01', '2026-12-31')
    const run = await organisation.coral.work((work) => readRun(work, before, { with: after }))
    expect(run.others.map(({ id }) => id)).toEqual([after])
    expect([run.then, run.now, run.change].map((one) => one?.columns[0]?.values.get(null))).toEqual([1, 2, 1])
    const alone = await organisation.coral.work((work) => readRun(work, before, { with: foreign }))
    expect(alone.other).toBeNull()
  })
})

describe('what is not recorded', () => {
  it('is told office by office, and in all as the annual report tells it', async () => {
    const asked = { reach: 'team' as const, from: YEAR.from, until: YEAR.until, offices: [] }
    const [all, offices] = await organisation.coral.work(async (work) => [
      await readCompleteness(work, asked),
      await readCompletenessByOffice(work, asked),
    ])
    expect(offices.map(({ office }) => office)).toEqual([organisation.north])
    expect(offices[0]?.gaps).toEqual(all)
    const sex = all.find(({ figure, by }) => figure === 'people_met' && by === 'sex')
    const language = all.find(({ figure, by }) => figure === 'conversations' && by === 'language')
    expect([sex, language].map((one) => [one?.recorded, one?.all])).toEqual([
      [2, 2],
      [0, 4],
    ])
  })
})

describe('an annual report', () => {
  it.each(ANNUAL_KINDS.codes)('on %s has every chapter, in four languages', async (kind) => {
    const documents = await organisation.coral.work(async (work) => {
      const choices = readAnnualChoices(work, { kind, year: '2026' })
      const annual = await countAnnual(work, { ...choices, reach: 'team' })
      return Promise.all(
        LOCALES.codes.map((locale) =>
          toAnnualDocument(annual, choices, {
            locale,
            organisation: 'Invented',
            by: 'Coral',
            moment: 'now',
            copy: 'AAA-AAA',
            day: (day) => day,
          }),
        ),
      )
    })
    for (const { blocks } of documents) {
      const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 1)
      expect(headings).toHaveLength(chaptersOf(kind).length)
    }
  })
})

describe('what was stored two years ago', () => {
  const cells = {
    columns: [
      { column: 'people_met', split: null, isBroken: true },
      { column: 'visits', split: null, isBroken: true },
      { column: 'signals', split: null, isBroken: true },
      { column: 'signals', split: 'f', isBroken: true },
      { column: 'signals', split: 'm', isBroken: true },
      { column: 'share_agreeing', split: null, isBroken: true },
    ],
    rows: [
      { value: null, cells: [60, 70, 45, 30, 15, 0.25] },
      { value: 'north', cells: [50, 40, 20, 5, 15, null] },
      { value: 'south', cells: [10, 30, 25, 25, 0, 0.5] },
    ],
  }
  const store = async (months: number): Promise<string> => {
    const id = await organisation.coral.work((work) =>
      insertRun(work, { name: 'Stored', question: '', cells }),
    )
    await organisation.ask(
      'UPDATE report_run SET counted_at = counted_at - make_interval(months => $2) WHERE id = $1',
      [id, months],
    )
    return id
  }
  const cellsOf = async (id: string) =>
    (await organisation.coral.work((work) => getRun(work, id))).cells.rows.map(({ cells: own }) => own)

  it('loses numbers from one to ten, and the totals that would give them away', async () => {
    // What other tests stored is blanked first: they run in any order.
    await withJobWork('reports', blankOldRuns)
    const [old, young] = [await store(25), await store(23)]
    expect(await withJobWork('reports', blankOldRuns)).toBe(1)
    expect(await cellsOf(old)).toEqual([
      [null, 70, null, null, null, 0.25],
      [50, 40, null, null, 15, null],
      [null, 30, null, 25, 0, 0.5],
    ])
    expect(await cellsOf(young)).toEqual(cells.rows.map(({ cells: own }) => own))
    // Nothing is left to be done.
    expect(await withJobWork('reports', blankOldRuns)).toBe(0)
  })

  it('says so on its page', async () => {
    const [old, young] = [await store(25), await store(23)]
    const isSaid = (id: string) =>
      organisation.coral.work(async (work) => (await readRun(work, id, {})).isBlanked)
    expect([await isSaid(old), await isSaid(young)]).toEqual([true, false])
  })

  it('is changed by no one else', async () => {
    await expect(withJobWork('statistics', blankOldRuns)).rejects.toThrow(/only the job for reports/)
    const tryIt = organisation.coral.work(({ tx }) => tx.$executeRaw`SELECT app.blank_old_runs()`)
    await expect(tryIt).rejects.toThrow(/permission denied/)
  })
})
