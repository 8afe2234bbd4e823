import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Asked } from '@/lib/reporting/cells-sql.data'
import { countFigure, countUncertain } from '@/lib/reporting/count.data'
import type { DimensionId } from '@/lib/reporting/dimension.rules'
import type { FigureId } from '@/lib/reporting/figure.rules'
import { newCode, newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

// What the figures of rooms make of corrections, of what was taken back, of two files of a person and of days that no one knows: one invented
// life each. That each of them is what a recount by hand says, over random lives, is in report-recounts.test.ts.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())
/** Every test counts its own files alone, in an office of its own. */
let office: string
beforeEach(async () => {
  office = newId()
  await organisation.ask(
    `INSERT INTO team (id, organisation_id, name) SELECT $1::uuid, organisation_id, $1::text FROM team WHERE id = $2`,
    [office, organisation.north],
  )
  await organisation.ask('INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, true)', [
    organisation.coral.id,
    office,
  ])
})

const add = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
  const whole = { id: newId(), ...row }
  const columns = Object.keys(whole).join(', ')
  await organisation.ask(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_record(NULL::${table}, $1::json)`,
    [JSON.stringify(whole)],
  )
  return whole.id
}

const person = async (sex: 'f' | 'm', born: string | null = null): Promise<string> => {
  const id = await add('person', { code: newCode(), sex, created_by: organisation.casey.id })
  if (born !== null)
    await add('age_claim', {
      person_id: id,
      basis: 'said',
      as_of: '2026-01-01',
      born_earliest: born,
      born_latest: born,
    })
  return id
}
const current = (caseId: string, personId: string, role = 'principal', more = {}) =>
  organisation.ask(
    `INSERT INTO case_person (case_id, person_id, role, until, left_because) SELECT $1, $2, $3, until, left_because
       FROM json_to_record($4::json) AS x(until date, left_because text)`,
    [caseId, personId, role, JSON.stringify(more)],
  )
const file = async (people: readonly string[], more = {}): Promise<string> => {
  const id = await add('case_file', {
    code: newCode(),
    kind: 'general',
    team_id: office,
    worker_id: organisation.casey.id,
    opened_on: '2025-12-01',
    created_by: organisation.casey.id,
    status: 'active',
    secrecy: 'open',
    ...more,
  })
  for (const [at, personId] of people.entries())
    await current(id, personId, at === 0 ? 'principal' : 'sibling')
  return id
}
const when = (from: string, to = from) => ({
  on_when: from === to ? from : `${from}/${to}`,
  on_from: from,
  on_to: to,
  on_text: from,
  on_basis: 'said',
})
const by = () => ({ created_by: organisation.casey.id, created_at: '2026-06-01T10:00:00Z' })
const stay = (caseId: string, personId: string, since: string, until: string | null, placeId: string) =>
  add('place_stay', {
    case_id: caseId,
    person_id: personId,
    place_id: placeId,
    since,
    until,
    created_at: since,
  })

const YEAR = { from: '2026-01-01', until: '2026-12-31' }
const count = async (figure: FigureId, dimension: DimensionId | null = null, more: Partial<Asked> = {}) => {
  const cells = await organisation.coral.work((work) =>
    work.counts('team', (counting) =>
      countFigure(counting, {
        ...YEAR,
        figure,
        by: dimension,
        split: null,
        only: [],
        offices: [office],
        ...more,
      }),
    ),
  )
  return Object.fromEntries(cells.map((cell) => [cell.by ?? 'all', cell.value]))
}
const on = (day: string): Partial<Asked> => ({ from: '2026-01-01', until: day })
const uncertain = (figure: FigureId) =>
  organisation.coral.work((work) =>
    work.counts('team', (counting) =>
      countUncertain(counting, { ...YEAR, figure, by: null, split: null, only: [], offices: [office] }),
    ),
  )

describe('a way to protection', () => {
  const given = async (people: readonly string[]) => {
    const caseId = await file(people)
    const applicationId = await add('asylum_application', {
      case_id: caseId,
      way: 'territory',
      sequence: 1,
      reasons: [],
      ...by(),
    })
    const event = (kind: string, day: string, more: Readonly<Record<string, unknown>> = {}) =>
      add('asylum_event', {
        case_id: caseId,
        application_id: applicationId,
        kind,
        facts: [],
        stands_on: day,
        ...when(day),
        ...by(),
        ...more,
      })
    return { caseId, event }
  }

  it('has one first decision, as it was corrected, for everyone in the file', async () => {
    const { caseId, event } = await given([await person('f'), await person('m')])
    await current(caseId, await person('m'), 'sibling', { until: '2026-12-01', left_because: 'mistake' })
    await event('lodged', '2026-01-10')
    const wrong = await event('cgrs_decision', '2026-03-01', { outcome: 'refused' })
    const mistaken = await event('cgrs_decision', '2026-02-01', { outcome: 'inadmissible' })
    await event('taken_back', '2026-02-01', { outcome: 'not_happened', replaces: mistaken })
    await event('cgrs_decision', '2026-03-02', { outcome: 'refugee_status', replaces: wrong })
    await event('cgrs_decision', '2026-09-01', { outcome: 'withdrawn_status' })
    await event('cgrs_decision', '2026-02-20', { outcome: 'further_investigation' })
    expect(await count('first_decisions', 'decision')).toEqual({ all: 1, refugee_status: 1 })
    expect(await count('first_decisions', 'sex')).toEqual({ all: 1, f: 1, m: 1 })
    expect(await count('share_protected')).toEqual({ all: 1 })
    expect(await count('share_protected', null, on('2026-02-28'))).toEqual({ all: null })
    expect(await count('applications', 'sequence')).toEqual({ all: 1, first: 1 })
  })

  it('counts a decision on the day it was notified, and tells of one whose day may lie outside', async () => {
    const { event } = await given([await person('f')])
    await event('cgrs_decision', '2025-12-30', { outcome: 'refused', notified_on: '2026-01-04' })
    await event('order_to_leave', '2025-12-20', when('2025-12-20', '2026-01-10'))
    expect(await count('first_decisions', 'month')).toEqual({ all: 1, '2026-01': 1 })
    expect(await count('orders_to_leave')).toEqual({ all: 0 })
    expect(await uncertain('orders_to_leave')).toBe(1)
  })

  it('knows the appeal that a judgment answers, also where it was corrected since', async () => {
    const { event } = await given([await person('f')])
    const decision = await event('cgrs_decision', '2026-02-01', { outcome: 'refused' })
    const appeal = await event('appeal', '2026-02-10', { form: 'annulment', concerns: decision })
    await event('appeal', '2026-02-10', { form: 'full', concerns: decision, replaces: appeal })
    await event('judgment', '2026-05-01', { outcome: 'confirmed', concerns: appeal })
    expect(await count('appeals', 'appeal')).toEqual({ all: 1, full: 1 })
    expect(await count('judgments', 'appeal')).toEqual({ all: 1, full: 1 })
  })

  it('waits: those who still do are counted in, and each application once though two are in the file', async () => {
    for (let n = 0; n < 24; n++) {
      const { event } = await given([await person('f'), await person('m')])
      await event('lodged', '2026-02-01')
      // Twelve are decided after 30 days, six after 100; six wait.
      if (n < 18) await event('cgrs_decision', n < 12 ? '2026-03-03' : '2026-05-12', { outcome: 'refused' })
    }
    expect(await count('decision_wait', 'sex')).toEqual({ all: 30, f: 30, m: 30 })
    expect(await count('decision_wait', null, on('2026-02-20'))).toEqual({ all: null })
  })
})

describe('legal aid', () => {
  it('acts for a person on the day they are first met, in whichever of their files', async () => {
    const people = await Promise.all([0, 1, 2, 3].map(() => person('m')))
    const [none, granted, asked, mistaken] = people
    if (none === undefined || granted === undefined || asked === undefined || mistaken === undefined)
      throw new Error()
    const mandate = async (caseId: string, more: Readonly<Record<string, unknown>>) => {
      const id = newId()
      const row = {
        case_id: caseId,
        subject_id: id,
        who_cipher: '\\x00',
        aid: 'second_line',
        ...by(),
        ...more,
      }
      await add('legal_mandate', { id, revision: 1, ...row })
      return row
    }
    const visitId = await add('visit', {
      team_id: office,
      place_id: organisation.placeId,
      on_date: '2026-03-10',
      access: 'granted',
      created_by: organisation.casey.id,
    })
    for (const [at, personId] of people.entries())
      await add('encounter', {
        visit_id: visitId,
        case_id: await file([personId]),
        person_id: personId,
        place_id: organisation.placeId,
        met_on: '2026-03-10',
        position: at,
        outcome: 'seen',
        mode: 'in_person',
        author_id: organisation.casey.id,
      })
    await mandate(await file([granted]), { asked_on: '2026-03-01', granted_on: '2026-03-09' })
    await mandate(await file([asked]), { asked_on: '2026-03-01' })
    const row = await mandate(await file([mistaken]), { granted_on: '2026-03-01' })
    await add('legal_mandate', { ...row, revision: 2, mistake: 'wrong_file' })
    expect(await count('without_lawyer')).toEqual({ all: 3 })
    expect(await count('share_without_lawyer')).toEqual({ all: 0.75 })
    expect(await count('people_aided', 'aid')).toEqual({ all: 1, second_line: 1 })
  })
})

describe('a referral', () => {
  it('is of the day of its first step, with its last answer, and none while it is a draft', async () => {
    const personId = await person('f')
    const caseId = await file([personId])
    const refer = async (steps: readonly (readonly [string, string])[]) => {
      const id = newId()
      await add('referral', {
        id,
        subject_id: id,
        revision: 1,
        case_id: caseId,
        person_id: personId,
        kind: 'health',
        urgency: 'now',
        fields: [],
        language: 'en',
        to_cipher: '\\x00',
        asked_cipher: '\\x00',
        ...by(),
      })
      const ids: string[] = []
      for (const [kind, day] of steps)
        ids.push(await add('referral_step', { case_id: caseId, referral_id: id, kind, on_day: day, ...by() }))
      return { id, ids }
    }
    await refer([])
    await refer([
      ['told', '2026-02-01'],
      ['accepted', '2026-02-05'],
      ['outcome', '2026-03-01'],
    ])
    const { id, ids } = await refer([
      ['told', '2026-02-02'],
      ['declined', '2026-02-03'],
    ])
    await add('referral_step', {
      case_id: caseId,
      referral_id: id,
      kind: 'taken_back',
      takes_back: ids[1],
      on_day: '2026-02-03',
      ...by(),
    })
    expect(await count('referrals', 'referral_result')).toEqual({ all: 2, accepted: 1, waiting: 1 })
    expect(await count('people_referred')).toEqual({ all: 1 })
  })
})

describe('a minor without parents', () => {
  const row = (caseId: string, personId: string, kind: string, day: string, more = {}) =>
    add('guardianship_event', {
      case_id: caseId,
      person_id: personId,
      kind,
      stands_on: day,
      ...when(day),
      ...by(),
      ...more,
    })

  it('is without a guardian from the report on, again when one resigns, in whichever file it stands', async () => {
    const personId = await person('m', '2010-01-01')
    const [one, other] = [await file([personId]), await file([personId])]
    await row(one, personId, 'reported', '2026-02-01', { form: 'police_local', outcome: 'by_sheet' })
    await row(one, personId, 'reported', '2026-02-03', { form: 'ngo', outcome: 'by_mail' })
    await row(other, personId, 'guardian_appointed', '2026-03-01')
    await row(other, personId, 'guardian_ended', '2026-05-01', { outcome: 'guardian_resigned' })
    await row(one, personId, 'guardian_appointed', '2026-06-01')
    const days = [
      '2026-01-31',
      '2026-02-01',
      '2026-02-28',
      '2026-03-01',
      '2026-05-01',
      '2026-05-31',
      '2026-06-01',
    ]
    const found = []
    for (const day of days) found.push((await count('without_guardian', null, on(day))).all)
    expect(found).toEqual([0, 1, 1, 0, 1, 1, 0])
    expect(await count('minors_reported', 'reporter')).toEqual({ all: 1, police_local: 1, ngo: 1 })
  })

  it('waits no more once it is decided that they are no minor, until someone says the contrary', async () => {
    const personId = await person('m')
    const caseId = await file([personId])
    await row(caseId, personId, 'reported', '2026-02-01', { form: 'ngo', outcome: 'by_sheet' })
    await row(caseId, personId, 'decided', '2026-03-01', { outcome: 'not_minor' })
    await row(caseId, personId, 'decided', '2026-04-01', { outcome: 'identified_uam' })
    expect((await count('without_guardian', null, on('2026-03-15'))).all).toBe(0)
    expect((await count('without_guardian', null, on('2026-04-15'))).all).toBe(1)
  })

  it('is missing until found; a search that was closed finds no one', async () => {
    const [one, two] = [await person('f'), await person('m')]
    const caseId = await file([one, two])
    const missing = await row(caseId, one, 'missing', '2026-02-01')
    await row(caseId, one, 'missing', '2026-02-02', { replaces: missing })
    await row(caseId, one, 'found', '2026-02-10', { outcome: 'found_safe', concerns: missing })
    const other = await row(caseId, two, 'missing', '2026-02-01')
    await row(caseId, two, 'found', '2026-06-01', { outcome: 'closed_no_news', concerns: other })
    expect((await count('missing_on_day', null, on('2026-02-09'))).all).toBe(2)
    expect((await count('missing_on_day', null, on('2026-02-10'))).all).toBe(1)
    expect(await count('minors_missing', 'month')).toEqual({ all: 2, '2026-02': 2 })
    expect(await count('minors_found', 'found')).toEqual({ all: 2, found_safe: 1, closed_no_news: 1 })
  })
})

describe('families and children in detention', () => {
  it('is a child to the day before eighteen, each day once, and the family is split while one of it is not held', async () => {
    const [mother, child, uncle] = [
      await person('f', '1990-01-01'),
      await person('m', '2008-03-11'),
      await person('m'),
    ]
    const caseId = await file([mother])
    await current(caseId, child, 'child')
    await current(caseId, uncle, 'companion')
    await stay(caseId, mother, '2026-03-01', '2026-03-20', organisation.placeId)
    await stay(caseId, child, '2026-03-06', '2026-03-20', organisation.placeId)
    await stay(caseId, child, '2026-03-08', '2026-03-20', organisation.otherPlaceId)
    expect(await count('child_days')).toEqual({ all: 5 })
    expect((await count('children_held_on_day', null, on('2026-03-10'))).all).toBe(1)
    expect((await count('children_held_on_day', null, on('2026-03-11'))).all).toBe(0)
    expect(await count('minors_in_centres', 'minority')).toEqual({ all: 1, undisputed: 1 })
    expect(await count('families_held')).toEqual({ all: 1 })
    expect((await count('families_split', null, { from: '2026-03-05', until: '2026-03-05' })).all).toBe(1)
    expect((await count('families_split', null, { from: '2026-03-06', until: '2026-03-20' })).all).toBe(0)
  })
})

describe('files', () => {
  it('are unseen from the last conversation on, and open for as long as they were since they were opened again', async () => {
    const personId = await person('f')
    const caseId = await file([personId], { opened_on: '2026-01-01' })
    const closing = (kind: 'closed' | 'reopened', day: string) =>
      add('case_closing', {
        case_id: caseId,
        kind,
        reason: kind === 'closed' ? 'goal_reached' : null,
        words_cipher: kind === 'closed' ? null : '\\x00',
        created_by: organisation.casey.id,
        created_at: `${day}T10:00:00Z`,
      })
    expect(await count('files_unseen', 'unseen', on('2026-01-08'))).toEqual({ all: 0 })
    expect(await count('files_unseen', 'unseen', on('2026-01-09'))).toEqual({ all: 1, '8-14': 1 })
    await closing('closed', '2026-02-10')
    await closing('reopened', '2026-05-01')
    await closing('closed', '2026-05-20')
    expect(await count('files_unseen', null, on('2026-03-01'))).toEqual({ all: 0 })
    expect(await count('files_unseen', 'unseen', on('2026-05-19'))).toEqual({ all: 1, '15-30': 1 })
    expect(await count('files_closed', 'open_for')).toEqual({ all: 2, '1-3': 1, under_1: 1 })
  })
})
