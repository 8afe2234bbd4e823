import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listCaseIds, listLines } from '@/lib/caseload/caseload.data'
import { readQuery, writeSearch } from '@/lib/caseload/caseload.schema'
import { countCaseload } from '@/lib/caseload/caseload-order.data'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { closeFile } from '@/lib/closings/closing.actions'
import { listOpenThings } from '@/lib/closings/open-thing.data'
import { NotFound } from '@/lib/db/errors'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { readAllDeadlines } from '@/lib/deadlines/deadline-list.data'
import { byShownDay, shownDay } from '@/lib/deadlines/deadline-list.view'
import { recordGuardianship, takeGuardianshipBack } from '@/lib/guardianship/event.actions'
import { readGuardianshipPage } from '@/lib/guardianship/guardianship-page.data'
import { listMissing } from '@/lib/guardianship/urgent.data'
import { readWaiting } from '@/lib/guardianship/waiting.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { minority } from '@/lib/people/minority.rules'
import { toNewPerson } from '@/lib/people/person.schema'
import { findReasons } from '@/lib/planning/reason.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { readReportPage } from '@/lib/summaries/report-page.data'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { findFirsts } from '@/lib/today/firsts.data'
import { countMenu } from '@/lib/today/menu.data'
import { aGuardianshipEvent } from '../support/given/guardianship'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { expectCountsAsListed } from '../support/today-counts'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

type Who = 'casey' | 'coral' | 'cory' | 'sol' | 'gus' | 'ada'
type Minor = { readonly caseId: string; readonly code: string; readonly personId: string }

/** A file of casey with one invented girl, sixteen by what is said. */
const givenMinor = async (
  secrecy: 'open' | 'restricted' = 'open',
  change: Record<string, unknown> = { ageAnswer: 'years', ageYears: '16' },
): Promise<Minor> => {
  const { caseId, code } = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Mirabel Verzonnen', ...change }, today),
      file: {
        kind: 'uam',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
  const [row] = await organisation.ask('SELECT person_id FROM case_person WHERE case_id = $1', [caseId])
  return { caseId, code, personId: String(row?.person_id) }
}
const record = (minor: Minor, kind: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(
    organisation[who].token,
    recordGuardianship,
    aGuardianshipEvent(minor.caseId, minor.personId, kind, change),
  )
const written = async (minor: Minor, kind: string, change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await record(minor, kind, change)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.eventId
}
const takeBack = ({ caseId }: Minor, eventId: string, who: Who = 'casey') =>
  act(organisation[who].token, takeGuardianshipBack, { caseId, eventId, mistake: 'not_happened', words: '' })
const page = async (code: string, search: Record<string, string> = {}, who: 'casey' | 'coral' = 'casey') => {
  const data = await organisation[who].work((work) =>
    readGuardianshipPage(work, { params: { code }, search }),
  )
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part
}
const only = async (code: string) => {
  const [minor, ...others] = (await page(code)).minors
  if (minor === undefined || others.length > 0) throw new Error('not one minor')
  return minor
}
const open = async ({ caseId }: Minor) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ status }) => status === 'open')
    .map(({ rule }) => rule.code)
    .sort()
const ages = async ({ caseId }: Minor) => {
  const caseHeader = await organisation.casey.work((work) => getCaseHeader(work, caseId))
  return caseHeader.people[0]?.ageClaims ?? []
}
const reported = { form: 'ngo', outcome: 'by_phone' }

describe('a guardianship', () => {
  it('is reported, waited for and found, with the guardian and their telephone on the page', async () => {
    const minor = await givenMinor()
    expect(await only(minor.code)).toMatchObject({
      treatedAsMinor: true,
      current: { state: 'nothing', needsGuardian: true },
      wait: null,
    })
    await written(minor, 'reported', { ...reported, on: ago(40), reference: 'VERZONNEN-7' })
    expect(await only(minor.code)).toMatchObject({
      current: { state: 'reported' },
      wait: { days: 40, alarm: 15 },
    })
    expect(await open(minor)).toEqual(['GUARDIAN_WAIT_15', 'GUARDIAN_WAIT_5'])
    await written(minor, 'guardian_appointed', {
      on: ago(2),
      who: 'Voogd Verzonnen',
      phone: '0400 00 00 00',
      service: 'Bedachte vzw',
      language: 'Tigrinya',
    })
    const after = await only(minor.code)
    expect(after).toMatchObject({ current: { state: 'guardian', waitsSince: null }, wait: null })
    expect(after.current.guardian?.details).toMatchObject({ who: 'Voogd Verzonnen', phone: '0400 00 00 00' })
    expect(await open(minor)).toEqual(['GUARD_REPORT_INITIAL'])
  })

  it('keeps names and telephones of guardians sealed in the table', async () => {
    const minor = await givenMinor()
    const id = await written(minor, 'guardian_appointed', { on: ago(2), who: 'Voogd Ongelezen' })
    const [row] = await organisation.ask(
      `SELECT encode(details_cipher, 'escape') AS text, to_jsonb(g)::text AS all FROM guardianship_event g WHERE id = $1`,
      [id],
    )
    expect(String(row?.text).length).toBeGreaterThan(20)
    expect(`${row?.text}${row?.all}`).not.toContain('Ongelezen')
  })

  it('a report of the guardian stops its own clock, and begins the next one', async () => {
    const minor = await givenMinor()
    await written(minor, 'guardian_appointed', { on: ago(20), who: 'Voogd Verzonnen' })
    await written(minor, 'report_sent', { on: ago(10), form: 'initial' })
    expect(await open(minor)).toEqual(['GUARD_REPORT_PERIODIC'])
    await written(minor, 'guardian_ended', { on: ago(3), outcome: 'majority' })
    await written(minor, 'report_sent', { on: ago(1), form: 'final' })
    expect(await open(minor)).toEqual([])
  })

  it('is corrected once: what stood there stays readable, and who comes second is told', async () => {
    const minor = await givenMinor()
    const id = await written(minor, 'reported', { ...reported, on: ago(30) })
    expect(await record(minor, 'reported', { ...reported, on: ago(31), replaces: id })).toMatchObject({
      ok: true,
    })
    expect(
      await record(minor, 'reported', { ...reported, on: ago(32), replaces: id }, 'coral'),
    ).toMatchObject({
      code: 'correctedMeanwhile',
    })
    const { events } = await page(minor.code)
    expect(events.map(({ event, earlier }) => [event.typed, earlier.length])).toEqual([[ago(31), 1]])
    expect(await open(minor)).toEqual(['GUARDIAN_WAIT_15', 'GUARDIAN_WAIT_5'])
  })

  it('taken back, its clocks are gone and what it closed runs again', async () => {
    const minor = await givenMinor()
    await written(minor, 'reported', { ...reported, on: ago(30) })
    const named = await written(minor, 'guardian_appointed', { on: ago(3), who: 'Voogd Verzonnen' })
    expect(await open(minor)).toEqual(['GUARD_REPORT_INITIAL'])
    expect(await takeBack(minor, named)).toMatchObject({ ok: true })
    expect(await open(minor)).toEqual(['GUARDIAN_WAIT_15', 'GUARDIAN_WAIT_5'])
    expect((await page(minor.code)).mistakes).toHaveLength(1)
  })

  it.each([
    ['without a name of the guardian', 'guardian_appointed', { on: ago(1) }, { who: 'required' }],
    ['without what was decided', 'decided', { on: ago(1) }, { outcome: 'required' }],
    ['with an answer of another kind', 'decided', { outcome: 'majority' }, { outcome: 'unknownChoice' }],
    ['ahead of its day', 'taken_in_charge', { on: addDays(today, 2) }, { on: 'inTheFuture' }],
    ['found who was never missing', 'found', { outcome: 'found_safe' }, { concerns: 'required' }],
    [
      'a test without its day',
      'age_assessed',
      { form: 'medical_triple_test', outcome: 'adult', ageTested: '18.7', ageMargin: '1.6', on: '2026' },
      { on: 'testDayNeeded' },
    ],
    [
      'a test without its margin',
      'age_assessed',
      { form: 'medical_triple_test', outcome: 'adult', ageTested: '18.7', on: ago(3) },
      { ageMargin: 'notADecimal' },
    ],
  ])('is not recorded %s', async (_intention, kind, change, fields) => {
    expect(await record(await givenMinor(), kind, change)).toMatchObject({ ok: false, fields })
  })
})

describe('the sheet of a report', () => {
  const typed = {
    found: 'Halte Bedacht',
    family: 'Een verzonnen tante',
    route: '',
    reasons: '',
    doubts: '',
    urgent: '',
  }
  const sheet = async (code: string, search: Record<string, string> = {}, who: Who = 'casey') => {
    const data = await organisation[who].work((work) => readReportPage(work, { params: { code }, search }))
    if (data.type !== 'file') throw new Error('two files bear this code')
    return data.part
  }

  it('keeps what was typed encrypted, is written again in its place, and says nothing of a report that was made', async () => {
    const minor = await givenMinor()
    const first = await written(minor, 'prepared', { on: today, sheet: typed })
    const [row] = await organisation.ask(
      'SELECT to_jsonb(g)::text AS all FROM guardianship_event g WHERE id = $1',
      [first],
    )
    expect(row?.all).not.toContain('Bedacht')
    expect(await only(minor.code)).toMatchObject({
      current: { state: 'nothing', reported: null, needsGuardian: true },
    })
    expect(await open(minor)).toEqual([])
    const { fields, prepared } = await sheet(minor.code)
    expect(prepared?.details.sheet).toEqual(typed)
    expect(fields).toMatchObject({ replaces: first, sheet: typed })
    await written(minor, 'prepared', { ...fields, sheet: { ...typed, urgent: 'Insuline' } })
    expect(await record(minor, 'prepared', { ...fields, sheet: typed }, 'coral')).toMatchObject({
      code: 'correctedMeanwhile',
    })
    expect((await sheet(minor.code)).prepared?.details.sheet?.urgent).toBe('Insuline')
  })

  it('brings what is recorded of doubts and earlier reports, and a report from it begins by the sheet', async () => {
    const minor = await givenMinor()
    await written(minor, 'reported', { ...reported, on: ago(3) })
    await written(minor, 'age_doubted', { form: 'io', on: ago(2) })
    expect((await sheet(minor.code)).events.map(({ kind }) => kind)).toEqual(['reported', 'age_doubted'])
    const { form } = await page(minor.code, { event: 'reported', by: 'sheet' })
    expect(form?.fields).toMatchObject({ form: 'ngo', outcome: 'by_sheet', on: today })
  })

  it('is there for those who work on the file, and only about a person of it who may be a minor', async () => {
    const [minor, other] = [await givenMinor('restricted'), await givenMinor()]
    await expect(sheet(minor.code, { person: other.personId })).rejects.toThrow(NotFound)
    await expect(sheet(minor.code, {}, 'coral')).rejects.toThrow(NotFound)
    const grown = await givenMinor('open', { ageAnswer: 'years', ageYears: '30' })
    await expect(sheet(grown.code)).rejects.toThrow(NotFound)
  })
})

describe('the age', () => {
  const test = {
    form: 'medical_triple_test',
    outcome: 'adult',
    ageTested: '18.7',
    ageMargin: '1.6',
    informed: 'yes',
    consent: 'written',
  }

  it('that a test finds stands once beside all others, and the lowest counts', async () => {
    const minor = await givenMinor()
    await written(minor, 'age_assessed', { ...test, on: ago(5) })
    const claims = await ages(minor)
    expect(claims.map(({ basis }) => basis).sort()).toEqual(['said', 'test'])
    expect(minority(claims, today).treatedAsMinor).toBe(true)
  })

  it('is corrected with the row, taken back with it, and left alone when only words change', async () => {
    const minor = await givenMinor()
    const first = await written(minor, 'age_assessed', { ...test, on: ago(5) })
    const second = await written(minor, 'age_assessed', {
      ...test,
      on: ago(5),
      words: 'Meer',
      replaces: first,
    })
    expect(
      await organisation.ask('SELECT id FROM age_claim WHERE person_id = $1', [minor.personId]),
    ).toHaveLength(2)
    const third = await written(minor, 'age_assessed', {
      ...test,
      ageTested: '17.2',
      on: ago(5),
      replaces: second,
    })
    expect((await ages(minor)).flatMap(({ what }) => (what?.form === 'tested' ? [what.tenths] : []))).toEqual(
      [172],
    )
    await takeBack(minor, third)
    expect((await ages(minor)).map(({ basis }) => basis)).toEqual(['said'])
  })

  it('of a restricted file stays within its circle', async () => {
    const minor = await givenMinor('restricted')
    await written(minor, 'age_assessed', { ...test, on: ago(5) })
    const rows = await organisation.ask(
      `SELECT circle_case_id FROM age_claim WHERE person_id = $1 AND basis = 'test'`,
      [minor.personId],
    )
    expect(rows).toEqual([{ circle_case_id: minor.caseId }])
  })
})

describe('a minor who is missing', () => {
  it('is told to four, each of whom stops a clock, and looked for until found', async () => {
    const minor = await givenMinor()
    const missing = await written(minor, 'missing', {
      on: ago(9),
      at: '21:30',
      place: 'Bushalte Bedacht',
      worrying: 'worrying',
      factors: ['debt', 'threats'],
    })
    const all = ['MISSING_CF', 'MISSING_GUARDIANSHIP', 'MISSING_LAWYER', 'MISSING_POLICE']
    const reviews = ['MISSING_REVIEW_120', 'MISSING_REVIEW_30', 'MISSING_REVIEW_7']
    expect(await open(minor)).toEqual([...all, ...reviews].sort())
    for (const form of ['police', 'child_focus', 'guardianship_service', 'lawyer'])
      await written(minor, 'told', { on: ago(9), at: '22:00', form, concerns: missing })
    expect(await open(minor)).toEqual(reviews)
    expect((await only(minor.code)).told.map(({ whom, row }) => [whom, row !== null])).toEqual([
      ['police', true],
      ['child_focus', true],
      ['guardianship_service', true],
      ['lawyer', true],
      ['guardian', false],
    ])
    await written(minor, 'looked_again', { on: ago(1), concerns: missing })
    expect(await open(minor)).toEqual(['MISSING_REVIEW_120', 'MISSING_REVIEW_30'])
    await written(minor, 'found', { on: today, outcome: 'found_safe', concerns: missing })
    expect(await open(minor)).toEqual([])
    expect((await only(minor.code)).current.missing).toBeNull()
  })

  it('is not taken back while something answers it', async () => {
    const minor = await givenMinor()
    const missing = await written(minor, 'missing', { on: ago(2) })
    await written(minor, 'told', { on: ago(2), form: 'police', concerns: missing })
    expect(await takeBack(minor, missing)).toMatchObject({ code: 'answeredAlready' })
  })
})

describe('who may', () => {
  it('everyone else is told that it is not there', async () => {
    const minor = await givenMinor('restricted')
    const id = await written(minor, 'reported', { ...reported, on: ago(3) })
    for (const who of ['coral', 'cory', 'sol'] as const) {
      expect(await record(minor, 'taken_in_charge', {}, who)).toMatchObject({ code: 'notFound' })
      expect(await takeBack(minor, id, who)).toMatchObject({ code: 'notFound' })
    }
    for (const who of ['gus', 'ada'] as const)
      expect(await record(minor, 'taken_in_charge', {}, who)).toMatchObject({ code: 'forbidden' })
    await expect(page(minor.code, {}, 'coral')).rejects.toThrow()
  })

  it('rows are about a person of the file and answer rows of the file', async () => {
    const [here, elsewhere] = [await givenMinor(), await givenMinor()]
    const missing = await written(elsewhere, 'missing', { on: ago(2) })
    expect(await record({ ...here, personId: elsewhere.personId }, 'taken_in_charge')).toMatchObject({
      code: 'notFound',
    })
    expect(await record(here, 'told', { on: ago(1), form: 'police', concerns: missing })).toMatchObject({
      ok: false,
      fields: { concerns: 'unknownChoice' },
    })
    expect(await record(here, 'missing', { on: ago(1), replaces: missing })).toMatchObject({
      code: 'notFound',
    })
  })

  it('forged rows are refused by the database itself', async () => {
    const [here, other] = [await givenMinor(), await givenMinor()]
    const foreign = await written(other, 'missing', { on: ago(2) })
    const insert = async (change: Record<string, unknown>) => {
      const row = {
        id: newId(),
        case_id: here.caseId,
        person_id: here.personId,
        kind: 'taken_in_charge',
        at_border: false,
        stands_on: today,
        created_by: organisation.casey.id,
        ...change,
      }
      const keys = Object.keys(row)
      const sql = `INSERT INTO guardianship_event (${keys.join(', ')}) SELECT ${keys.join(', ')} FROM json_populate_record(NULL::guardianship_event, $1::json)`
      return organisation.casey
        .work((work) => work.tx.$executeRawUnsafe(sql, JSON.stringify(row)))
        .catch((error: unknown) => String(error))
    }
    expect(await insert({})).toBe(1)
    for (const forged of [
      { created_by: organisation.coral.id },
      { person_id: other.personId },
      { replaces: foreign },
      { kind: 'told', form: 'police', concerns: foreign },
      { kind: 'told', form: 'police' },
      { kind: 'escaped' },
      { kind: 'reported' },
      { kind: 'decided', outcome: 'majority' },
      { at_border: true },
      { at: '09:00' },
      { claim_id: newId() },
      { notified_on: today },
    ])
      expect(`${JSON.stringify(forged)} ${await insert(forged)}`).toMatch(/42501|23514|23503/)
    for (const sql of [`UPDATE guardianship_event SET kind = 'missing'`, 'DELETE FROM guardianship_event'])
      expect(
        `${sql} ${await organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql)).catch(String)}`,
      ).toMatch(/42501/)
  })
})

describe('the list of minors without a guardian', () => {
  const waiting = (who: 'casey' | 'cory' | 'coral' | 'sol') =>
    organisation[who].work((work) => readWaiting(work, false))
  const codes = async (who: 'casey' | 'cory' | 'coral' | 'sol') =>
    (await waiting(who)).lines.map(({ file }) => file.code)

  it('holds whom no one reported first, then the longest waiting, and no one who has a guardian', async () => {
    const [unreported, short, long, guarded, grown] = [
      await givenMinor(),
      await givenMinor(),
      await givenMinor(),
      await givenMinor(),
      await givenMinor('open', { ageAnswer: 'years', ageYears: '30' }),
    ]
    await written(short, 'reported', { ...reported, on: ago(3) })
    await written(long, 'reported', { ...reported, on: ago(33) })
    await written(guarded, 'guardian_appointed', { on: ago(1), who: 'Voogd Geteld' })
    const mine = [unreported, long, short, guarded, grown].map(({ code }) => code)
    expect((await codes('casey')).filter((code) => mine.includes(code))).toEqual(mine.slice(0, 3))
    const { guardians } = await waiting('casey')
    expect(guardians.find(({ who }) => who === 'Voogd Geteld')?.minors.map(({ file }) => file.code)).toEqual([
      guarded.code,
    ])
  })

  it('is the caseload under its filter, for every reader, also as a saved address', async () => {
    const [alone, guarded, grown, closed] = [
      await givenMinor(),
      await givenMinor(),
      await givenMinor('open', { ageAnswer: 'years', ageYears: '30' }),
      await givenMinor('restricted'),
    ]
    await written(guarded, 'guardian_appointed', { on: ago(1), who: 'Voogd Gefilterd' })
    const address = readQuery('guardian=awaited')
    expect(writeSearch(address)).toBe('/cases?guardian=awaited')
    const turned = readQuery('guardian=awaited&not=guardian')
    for (const who of ['casey', 'coral', 'cory', 'sol'] as const) {
      const files = ({ filters, sort }: typeof address) =>
        organisation[who].work((work) => listCaseIds(work, filters, sort))
      const listed = new Set((await waiting(who)).lines.map(({ file }) => file.id))
      expect([...(await files(address))].sort()).toEqual([...listed].sort())
      expect(await organisation[who].work((work) => countCaseload(work, address.filters))).toMatchObject({
        total: listed.size,
      })
      const others = await files(turned)
      expect(others.filter((id) => listed.has(id))).toEqual([])
      const reached = who === 'casey' || who === 'coral'
      expect(listed.has(alone.caseId)).toBe(reached)
      expect(listed.has(closed.caseId)).toBe(who === 'casey')
      for (const { caseId } of [guarded, grown]) expect(others.includes(caseId)).toBe(reached)
    }
  })

  it('counts the minors of one guardian together, however their name is cased', async () => {
    for (const who of ['Voogd Dubbel', 'voogd dubbel'])
      await written(await givenMinor(), 'guardian_appointed', { on: ago(1), who })
    const { guardians } = await waiting('casey')
    expect(
      guardians.filter(({ who }) => who.toLowerCase() === 'voogd dubbel').map(({ minors }) => minors.length),
    ).toEqual([2])
  })

  it('reaches as far as the reader: a circle is for its members, an office for its own', async () => {
    const [open, closed] = [await givenMinor(), await givenMinor('restricted')]
    await written(closed, 'guardian_appointed', { on: ago(1), who: 'Voogd Binnenskring' })
    expect(await codes('coral')).toContain(open.code)
    for (const who of ['cory', 'sol'] as const) expect(await codes(who)).not.toContain(open.code)
    const seen = async (who: 'casey' | 'coral') => (await waiting(who)).guardians.map((one) => one.who)
    expect(await seen('casey')).toContain('Voogd Binnenskring')
    expect(await seen('coral')).not.toContain('Voogd Binnenskring')
  })

  it('shows of each file the deadline that the list of deadlines shows first, on the same day', async () => {
    const [reminded, past, none] = [await givenMinor(), await givenMinor(), await givenMinor()]
    await written(reminded, 'reported', { ...reported, on: ago(1) })
    await written(past, 'reported', { ...reported, on: ago(40) })
    // One that is due on a confirmed day, and reminds two days earlier to be safe.
    await organisation.ask(
      `UPDATE deadline SET due_on = ($2::date + 31), remind_on = ($2::date + 29)
        WHERE id = (SELECT id FROM deadline WHERE case_id = $1 AND status = 'open' ORDER BY remind_on LIMIT 1)`,
      [reminded.caseId, today],
    )
    await organisation.ask(
      `UPDATE deadline SET remind_on = ($2::date + 40) WHERE case_id = $1 AND status = 'open' AND due_on IS NULL`,
      [reminded.caseId, today],
    )
    for (const who of ['casey', 'coral'] as const) {
      const { lines } = await waiting(who)
      const { lines: all } = await organisation[who].work((work) => readAllDeadlines(work, {}, false))
      const first = byShownDay(all)
      for (const { file, next } of lines) {
        const listed = first.find((one) => one.file.id === file.id)
        expect(next?.id).toBe(listed?.id)
        if (next && listed) expect(shownDay(next)).toBe(shownDay(listed))
      }
      const dayOfFile = ({ caseId }: Minor) => {
        const next = lines.find(({ file }) => file.id === caseId)?.next
        return next ? shownDay(next) : null
      }
      expect(dayOfFile(reminded)).toBe(addDays(today, 31))
      const late = dayOfFile(past)
      expect(late !== null && late < today).toBe(true)
      expect(dayOfFile(none)).toBeNull()
    }
  })

  it('is counted by the menu, for every reader, with those who are missing and without those who are guarded', async () => {
    const [lost, guarded, closed] = [await givenMinor(), await givenMinor(), await givenMinor('restricted')]
    await givenMinor('open', { ageAnswer: 'years', ageYears: '30' })
    for (const minor of [lost, guarded])
      await written(minor, 'guardian_appointed', { on: ago(3), who: 'Voogd' })
    await written(lost, 'missing', { on: ago(1) })
    const listed = async (who: 'casey' | 'cory' | 'coral' | 'sol') => {
      const { lines, missing } = await waiting(who)
      return new Set([...lines, ...missing].map(({ file }) => file.id))
    }
    for (const who of ['casey', 'cory', 'coral', 'sol'] as const)
      expect((await organisation[who].work(countMenu)).minors).toBe((await listed(who)).size)
    const mine = await listed('casey')
    expect([lost, guarded, closed].map(({ caseId }) => mine.has(caseId))).toEqual([true, false, true])
    expect((await listed('coral')).has(closed.caseId)).toBe(false)
  })

  it('puts who is missing and where each of them is beside their name, which is the name of that minor', async () => {
    const minor = await givenMinor()
    await written(minor, 'missing', { on: ago(2), at: '21:30' })
    const { missing, people } = await waiting('casey')
    expect(missing.map(({ file }) => file.id)).toContain(minor.caseId)
    expect(people.get(minor.caseId)).toEqual([
      { personId: minor.personId, full: 'Mirabel Verzonnen', initials: 'M. V.' },
    ])
    const discreet = await organisation.casey.work((work) => readWaiting(work, true))
    expect(discreet.people.get(minor.caseId)?.map(({ full }) => full)).toEqual([null])
  })

  it('names who is missing', async () => {
    const minor = await givenMinor()
    await written(minor, 'missing', { on: ago(1) })
    expect((await waiting('casey')).missing.map(({ file }) => file.code)).toContain(minor.code)
  })
})

describe('elsewhere in the file', () => {
  const openIn = async ({ caseId }: Minor) =>
    (
      await organisation.casey.work(async (work) => listOpenThings(work, await getCaseHeader(work, caseId)))
    ).flatMap((thing) => (thing.kind === 'minor' ? [[thing.ref, thing.state]] : []))

  it('closing asks about a minor who has no guardian, and first of all about one who is missing', async () => {
    const minor = await givenMinor()
    expect(await openIn(minor)).toEqual([[minor.personId, 'alone']])
    const missing = await written(minor, 'missing', { on: ago(1) })
    expect(await openIn(minor)).toEqual([[minor.personId, 'missing']])
    await written(minor, 'found', { on: today, outcome: 'found_safe', concerns: missing })
    await written(minor, 'guardian_appointed', { on: today, who: 'Voogd Verzonnen' })
    expect(await openIn(minor)).toEqual([])
  })

  it('a file is closed with a reason for leaving them, and the organisation knows it afterwards', async () => {
    const minor = await givenMinor()
    const close = async (left: Record<string, string>) => {
      const [row] = await organisation.ask('SELECT version FROM case_file WHERE id = $1', [minor.caseId])
      return act(organisation.casey.token, closeFile, {
        caseId: minor.caseId,
        version: Number(row?.version),
        reason: 'referred',
        left,
        words: '',
      })
    }
    expect(await close({})).toMatchObject({ ok: false })
    expect(await close({ [`minor_${minor.personId}`]: 'followedElsewhere' })).toMatchObject({ ok: true })
    expect(await openIn(minor)).toEqual([[minor.personId, 'alone']])
    expect(
      await organisation.ask('SELECT kind, ref::text, reason FROM case_leftover WHERE case_id = $1', [
        minor.caseId,
      ]),
    ).toEqual([{ kind: 'minor', ref: minor.personId, reason: 'followedElsewhere' }])
  })

  it('the timeline says what it was, and not only of which kind', async () => {
    const minor = await givenMinor()
    await written(minor, 'decided', { outcome: 'not_minor', notifiedOn: ago(2) })
    const { items } = await organisation.casey.work((work) =>
      listTimeline(work, minor.caseId, { kinds: ['event'], before: null, since: null }),
    )
    expect(items).toMatchObject([
      {
        room: 'guardianship',
        event: { kind: 'decided', outcome: 'not_minor' },
        when: { form: 'exact', day: ago(2) },
      },
    ])
  })
})

describe('what may not wait', () => {
  const firsts = async (who: 'casey' | 'coral' | 'sol', kind: 'missing' | 'eighteen') =>
    (await organisation[who].work(findFirsts)).firsts.flatMap((first) =>
      first.kind === kind ? [first.caseId] : [],
    )
  const shown = async ({ caseId }: Minor) =>
    (await organisation.casey.work((work) => getCaseHeader(work, caseId))).missing
  /** Born so that they are eighteen in so many days. */
  const turning = (days: number) => {
    const on = addDays(today, days)
    return { ageAnswer: 'born', born: `${Number(on.slice(0, 4)) - 18}${on.slice(4)}` }
  }

  it('a missing minor stands first as danger for anyone who reaches them, and on every page of their file, until they are found', async () => {
    const [minor, apart] = [await givenMinor(), await givenMinor('restricted')]
    const missing = await written(minor, 'missing', { on: ago(2) })
    await written(apart, 'missing', { on: ago(2) })
    for (const who of ['casey', 'coral'] as const)
      expect(await firsts(who, 'missing')).toContain(minor.caseId)
    expect(await firsts('casey', 'missing')).toContain(apart.caseId)
    expect(await firsts('coral', 'missing')).not.toContain(apart.caseId)
    expect(await firsts('sol', 'missing')).not.toContain(minor.caseId)
    expect(await shown(minor)).toMatchObject([{ id: missing, personId: minor.personId }])
    // What someone has just done lets others go before.
    const line = async () =>
      (await organisation.casey.work(listMissing)).find(({ file }) => file.id === minor.caseId)
    expect(await line()).toMatchObject({ dealtOn: ago(2), untold: ['police', 'child_focus'] })
    await written(minor, 'told', { on: ago(1), form: 'police', concerns: missing })
    expect(await line()).toMatchObject({ dealtOn: ago(1), untold: ['child_focus'] })
    await written(minor, 'told', { on: ago(1), form: 'child_focus', concerns: missing })
    expect(await line()).toMatchObject({ untold: [] })
    const moved = await written(minor, 'missing', { on: ago(3), replaces: missing })
    expect(await shown(minor)).toMatchObject([{ id: moved }])
    await written(minor, 'found', { on: today, outcome: 'found_safe', concerns: moved })
    expect(await shown(minor)).toEqual([])
    expect(await firsts('casey', 'missing')).not.toContain(minor.caseId)
  })

  it('who turns eighteen within thirty days is said on the first screen, and no one whom no reminder is about', async () => {
    const [soon, later, grown] = [
      await givenMinor('open', turning(20)),
      await givenMinor('open', turning(140)),
      await givenMinor('open', turning(-40)),
    ]
    const told = await firsts('casey', 'eighteen')
    expect(told).toContain(soon.caseId)
    expect(told).not.toContain(later.caseId)
    expect(told).not.toContain(grown.caseId)
    expect(await firsts('sol', 'eighteen')).not.toContain(soon.caseId)
  })

  it('the caseload says of a file that a minor in it has no guardian, and since when one is waited for', async () => {
    const [alone, waiting, guarded] = [await givenMinor(), await givenMinor(), await givenMinor()]
    await written(waiting, 'reported', { ...reported, on: ago(12) })
    await written(guarded, 'guardian_appointed', { on: ago(1), who: 'Voogd Verzonnen' })
    const lines = await organisation.casey.work((work) =>
      listLines(work, [alone.caseId, waiting.caseId, guarded.caseId]),
    )
    expect(lines.map(({ waits }) => waits)).toEqual([{ days: null }, { days: 12 }, null])
  })

  it('a minor who is held without a guardian is to be seen', async () => {
    const minor = await givenMinor()
    await written(minor, 'reported', { ...reported, on: ago(12) })
    const person = {
      caseId: minor.caseId,
      personId: minor.personId,
      code: minor.code,
      initials: 'M. V.',
      placeId: newId(),
      since: today,
      openedOn: today,
      status: 'active',
      risk: 'low',
      adultOn: null,
      lastMet: null,
      isOnScreenOnly: false,
    }
    const reasons = async () =>
      (await organisation.casey.work((work) => findReasons(work, [person])))[0]?.reasons.map(
        ({ code, days }) => [code, days],
      )
    expect(await reasons()).toContainEqual(['alone', 12])
    await written(minor, 'guardian_appointed', { on: ago(1), who: 'Voogd Verzonnen' })
    expect((await reasons())?.map(([code]) => code)).not.toContain('alone')
  })
})
