import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/calendar/[secret]/route'
import { hashToken, newToken } from '@/lib/accounts/token'
import { saveAppointment, takeAppointmentBack } from '@/lib/appointments/appointment.actions'
import { appointments } from '@/lib/appointments/appointment.data'
import { readAppointmentsPart } from '@/lib/appointments/appointments-page.data'
import { readBookingFigures } from '@/lib/appointments/booking-figures.data'
import { listLines } from '@/lib/caseload/caseload.data'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import {
  removePartnerPerson,
  savePartner,
  savePartnerPerson,
  warnOfPartner,
} from '@/lib/partners/partner.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { readWeek } from '@/lib/planning/week.data'
import { toShown, toWeekProps } from '@/lib/planning/week.view'
import { readMore } from '@/lib/rights/extract-more.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { readSheetPage } from '@/lib/sheets/sheets-page.data'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { countFirsts } from '@/lib/today/count.data'
import { SOURCES } from '@/lib/today/first.data'
import { readTodoPage } from '@/lib/todo/todo-page.data'
import { anAppointment } from '../support/given/appointments'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aPartner, aPartnerPerson } from '../support/given/partners'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())
// The first screen lists ten at most: those of the test before would crowd out its own.
beforeEach(() => organisation.ask('TRUNCATE appointment'))

const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Selamo Fictar' }, today),
      file: {
        kind: 'general',
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
type Who = 'casey' | 'coral' | 'sol' | 'ada' | 'stranger'
type File = { readonly caseId: string; readonly personId: string }
const save = ({ caseId, personId }: File, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveAppointment, anAppointment(caseId, personId, { on: today, ...change }))
const saved = async (...args: Parameters<typeof save>): Promise<string> => {
  const answer = await save(...args)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.subjectId
}
const partOf = ({ caseId }: File, who: Who = 'casey') =>
  organisation[who].work(async (work) => readAppointmentsPart(work, await getCaseHeader(work, caseId)))
/** Of this file what the first screen lists, and how many items it counts of all. */
const asked = ({ caseId }: File, who: Who = 'casey') =>
  organisation[who].work(async (work) => {
    const all = await SOURCES.appointment(work)
    expect((await countFirsts(work)).appointment ?? 0).toBe(all.length)
    return all.filter((one) => one.caseId === caseId).map(({ key, appointment }) => [key, appointment.on])
  })
const nextOn = ({ caseId }: File) =>
  organisation.casey.work(async (work) => (await listLines(work, [caseId]))[0]?.nextAppointmentOn ?? null)

describe('an appointment', () => {
  it('is written down, corrected by the next row, and taken back', async () => {
    const file = await givenFile()
    const words = { address: 'Rue Zz 1', contact: 'Zzlawyer', preparation: 'Zzpapers' }
    const subjectId = await saved(file, { ...words, companionId: organisation.casey.id, endsAt: '11:00' })
    expect((await partOf(file)).planned).toMatchObject([
      { row: { ...words, kind: 'lawyer', companionId: organisation.casey.id }, earlier: [] },
    ])
    await saved(file, { subjectId, version: 1, state: 'missed', reason: 'Zztrain' })
    const { planned, over, companions } = await partOf(file)
    expect(planned).toEqual([])
    expect(over).toMatchObject([
      { row: { state: 'missed', reason: 'Zztrain', companionId: null }, earlier: [{ state: 'planned' }] },
    ])
    expect(companions.map(({ id }) => id)).toEqual([organisation.casey.id])
    const back = { caseId: file.caseId, subjectId, version: 2, mistake: 'wrong_file' }
    expect(await act(organisation.casey.token, takeAppointmentBack, back)).toMatchObject({ ok: true })
    expect(await partOf(file)).toMatchObject({ planned: [], over: [], mistakes: [{ row: { revision: 3 } }] })
    const cells = await organisation.ask(
      'SELECT string_agg(to_jsonb(a)::text, chr(10)) AS row FROM appointment a WHERE case_id = $1',
      [file.caseId],
    )
    expect(JSON.stringify(cells)).not.toMatch(/Zz/)
  })

  it.each([
    ['without a kind', { kind: '' }, { kind: 'required' }],
    ['of a kind that is none', { kind: 'party' }, { kind: 'unknownChoice' }],
    ['without a day', { on: '' }, { on: 'notADay' }],
    ['at no time of day', { startsAt: '25:00' }, { startsAt: 'notATime' }],
    ['that ends and does not begin', { startsAt: '', endsAt: '11:00' }, { startsAt: 'required' }],
    ['that ends before it begins', { endsAt: '09:59' }, { endsAt: 'endsBeforeItStarts' }],
    ['missed without a reason', { state: 'missed' }, { reason: 'required' }],
    ['cancelled without a reason', { state: 'cancelled' }, { reason: 'required' }],
    ['moved without a reason', { state: 'moved' }, { reason: 'required' }],
    ['kept before its day', { state: 'kept', on: addDays(today, 1) }, { state: 'notYetKept' }],
    ['at a place that is none', { placeId: newId() }, { placeId: 'unknownChoice' }],
    ['with a companion who is none', { companionId: newId() }, { companionId: 'notAColleague' }],
    ['in no language', { interpreterLanguage: 'xx' }, { interpreterLanguage: 'unknownChoice' }],
  ])('%s is refused beside its field', async (_what, change, fields) => {
    expect(await save(await givenFile(), change)).toMatchObject({ ok: false, fields })
  })

  it('drops what its form does not show', async () => {
    const file = await givenFile()
    await saved(file, {
      interpreterWay: 'video',
      interpreterState: 'came',
      interpreter: 'Zz',
      reason: 'Zz',
      outcome: 'Zz',
    })
    expect((await partOf(file)).planned[0]?.row).toMatchObject({
      interpreterWay: null,
      interpreterState: null,
      interpreter: '',
      reason: '',
      outcome: '',
    })
  })

  it('with a word of no list in the database is read loudly', async () => {
    const file = await givenFile()
    const subjectId = await saved(file)
    await organisation.ask('ALTER TABLE appointment DROP CONSTRAINT appointment_state')
    await organisation.ask(`UPDATE appointment SET state = 'forgotten' WHERE id = $1`, [subjectId])
    await expect(organisation.casey.work((work) => appointments.list(work, file.caseId))).rejects.toThrow(
      UnknownCode,
    )
    await organisation.ask(`UPDATE appointment SET state = 'planned' WHERE id = $1`, [subjectId])
    await organisation.ask(
      `ALTER TABLE appointment ADD CONSTRAINT appointment_state CHECK (state IN ('planned', 'moved', 'kept', 'missed', 'cancelled'))`,
    )
  })

  it('is read and written where the file is, and never changed or deleted', async () => {
    const file = await givenFile('restricted')
    const other = await givenFile()
    expect(await save({ ...file, personId: other.personId })).toMatchObject({ code: 'notFound' })
    await saved(file)
    for (const who of ['coral', 'sol', 'stranger'] as const) {
      expect(await save(file, {}, who)).toMatchObject({ code: 'notFound' })
      expect(
        await organisation[who].work((work) => work.tx.appointment.count({ where: { caseId: file.caseId } })),
      ).toBe(0)
      expect(await asked(file, who)).toEqual([])
    }
    expect(await save(file, {}, 'ada')).toMatchObject({ code: 'forbidden' })
    expect(
      await organisation.ada.work((work) => work.tx.appointment.count({ where: { caseId: file.caseId } })),
    ).toBe(0)
    for (const sql of [`UPDATE appointment SET state = 'kept'`, 'DELETE FROM appointment'])
      await expect(organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
  })

  it('goes with the access extract of its person, and with the file when that is erased', async () => {
    const file = await givenFile()
    await saved(file, { state: 'cancelled', reason: 'Zzstrike', contact: 'Zzofficer' })
    const of = (personId: string) =>
      organisation.casey.work(async (work) =>
        (await readMore(work, await getCaseHeader(work, file.caseId), personId, true)).appointments.map(
          ({ reason, contact }) => [reason, contact],
        ),
      )
    expect(await of(file.personId)).toEqual([['Zzstrike', 'Zzofficer']])
    expect(await of(newId())).toEqual([])
    const rule = await organisation.ask(
      `SELECT confdeltype AS on_delete FROM pg_constraint
        WHERE conrelid = 'appointment'::regclass AND confrelid = 'case_file'::regclass`,
    )
    expect(rule).toEqual([{ on_delete: 'c' }])
  })
})

describe('an interpreter', () => {
  const givenService = async (change: Record<string, unknown> = {}, who: 'coral' | 'stranger' = 'coral') => {
    const answer = await act(
      organisation[who].token,
      savePartner,
      aPartner({ name: 'Tolkendienst', kind: 'interpreter', languages: ['am'], ...change }),
    )
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.partnerId
  }
  const givenSomeone = async (partnerId: string, change: Record<string, unknown> = {}) => {
    const answer = await act(organisation.coral.token, savePartnerPerson, aPartnerPerson(partnerId, change))
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.partnerPersonId
  }
  const amharic = (booked: string, change: Record<string, unknown> = {}) => ({
    interpreterLanguage: 'am',
    interpreterState: 'asked',
    booked,
    ...change,
  })
  const figures = (ids: readonly string[], who: Who = 'casey') =>
    organisation[who].work((work) => readBookingFigures(work, ids))

  it('is chosen among partners and colleagues, and kept by their name of that day', async () => {
    const partnerId = await givenService()
    const personId = await givenSomeone(partnerId)
    await organisation.ask(`UPDATE staff SET languages = '{am}' WHERE id = $1`, [organisation.casey.id])
    const file = await givenFile()
    const offered = (await partOf(file)).interpreters
    expect(offered).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ value: `staff:${organisation.casey.id}`, languages: ['am'], at: null }),
        expect.objectContaining({ value: `partner:${partnerId}`, name: 'Tolkendienst', at: null }),
        expect.objectContaining({ value: `partner:${partnerId}:${personId}`, at: 'Tolkendienst' }),
      ]),
    )
    const subjectId = await saved(file, amharic(`partner:${partnerId}:${personId}`, { interpreter: 'typed' }))
    const row = async () => (await partOf(file)).planned[0]?.row
    expect(await row()).toMatchObject({
      booked: { staffId: null, partnerId, personId },
      interpreter: 'Zztolk Qqverzonnen (Tolkendienst)',
    })
    // Who has left the partner stays named in the file, and the row can be corrected and taken back.
    await act(organisation.coral.token, removePartnerPerson, {
      partnerId,
      partnerPersonId: personId,
      version: 1,
    })
    const kept = { subjectId, interpreter: 'Zztolk Qqverzonnen (Tolkendienst)' }
    await saved(file, amharic(`partner:${partnerId}:${personId}`, { ...kept, version: 1, endsAt: '12:00' }))
    expect(await row()).toMatchObject({ interpreter: kept.interpreter, endsAt: '12:00' })
    const back = { caseId: file.caseId, subjectId, version: 2, mistake: 'wrong_file' }
    expect(await act(organisation.casey.token, takeAppointmentBack, back)).toMatchObject({ ok: true })
    const cells = await organisation.ask(
      'SELECT string_agg(to_jsonb(a)::text, chr(10)) AS row FROM appointment a WHERE case_id = $1',
      [file.caseId],
    )
    expect(JSON.stringify(cells)).not.toMatch(/Zztolk/)
    await organisation.ask(`UPDATE staff SET languages = '{}' WHERE id = $1`, [organisation.casey.id])
  })

  it('who is unknown, of another organisation, no interpreter or warned of is refused beside the field', async () => {
    const file = await givenFile()
    const theirs = await givenService({}, 'stranger')
    const shelter = await givenService({ kind: 'shelter' })
    const warned = await givenService()
    await act(organisation.coral.token, warnOfPartner, { partnerId: warned, reason: 'Vertelt verder' })
    for (const booked of [
      `partner:${newId()}`,
      `partner:${theirs}`,
      `partner:${shelter}`,
      `staff:${newId()}`,
      'x',
    ])
      expect(await save(file, amharic(booked))).toMatchObject({
        ok: false,
        fields: { booked: 'unknownChoice' },
      })
    expect(await save(file, amharic(`partner:${warned}`))).toMatchObject({ fields: { booked: 'doNotRefer' } })
    const insert = (bookedPartnerId: string) =>
      organisation.casey.work((work) => {
        const id = newId()
        return work.tx.appointment.createMany({
          data: {
            ...{
              id,
              caseId: file.caseId,
              subjectId: id,
              revision: 1,
              personId: file.personId,
              kind: 'other',
            },
            ...{ onDay: new Date(today), state: 'planned', interpreterLanguage: 'am', bookedPartnerId },
            ...{ detailsCipher: new Uint8Array(8), createdBy: organisation.casey.id },
          },
        })
      })
    await expect(insert(theirs)).rejects.toThrow(/row-level security/)
    await expect(insert(warned)).resolves.toEqual({ count: 1 })
  })

  it('is told days before while they have not confirmed', async () => {
    const partnerId = await givenService()
    const file = await givenFile()
    const on = addDays(today, 5)
    const subjectId = await saved(file, amharic(`partner:${partnerId}`, { on }))
    await saved(file, amharic(`partner:${partnerId}`, { on: addDays(today, 8) }))
    expect(await asked(file)).toEqual([[subjectId, on]])
    const promised = { subjectId, version: 1, on, interpreterState: 'promised' }
    await saved(file, amharic(`partner:${partnerId}`, promised))
    expect(await asked(file)).toEqual([])
  })

  it('who would have to be in two places is said, and a colleague who interprets is asked like one who goes along', async () => {
    const partnerId = await givenService()
    const personId = await givenSomeone(partnerId)
    const [one, other] = [await givenFile(), await givenFile()]
    for (const file of [one, other]) await saved(file, amharic(`partner:${partnerId}:${personId}`))
    expect((await partOf(one)).clashes.map(({ who }) => who)).toContain(personId)
    await organisation.ask(`UPDATE staff SET languages = '{am}' WHERE id = $1`, [organisation.coral.id])
    expect(await asked(one, 'coral')).toEqual([])
    const mine = await saved(one, amharic(`staff:${organisation.coral.id}`, { startsAt: '15:00' }))
    expect(await asked(one, 'coral')).toEqual([[mine, today]])
  })

  it('and what came of asking is counted on the page of the partner, over files that the reader may open', async () => {
    const partnerId = await givenService()
    const [file, hidden] = [await givenFile(), await givenFile('restricted')]
    const first = await saved(file, amharic(`partner:${partnerId}`))
    await saved(hidden, amharic(`partner:${partnerId}`, { interpreterState: 'promised' }))
    const counted = { asked: 1, waiting: 1, promised: 0, came: 0, didNotCome: 0, lastOn: today }
    expect(await figures([partnerId], 'coral')).toEqual(counted)
    expect(await figures([partnerId])).toEqual({ ...counted, asked: 2, promised: 1 })
    expect(await figures([partnerId], 'ada')).toBeNull()
    expect(await figures([partnerId], 'stranger')).toMatchObject({ asked: 0 })
    // Someone else was found: the partner was asked for nothing that stands.
    await saved(file, amharic('', { subjectId: first, version: 1, interpreter: 'Zzfriend' }))
    expect(await figures([partnerId], 'coral')).toMatchObject({ asked: 0, lastOn: null })
    expect((await partOf(file)).planned[0]?.row).toMatchObject({ interpreter: 'Zzfriend' })
  })
})

describe('the first screen and the caseload', () => {
  it('list it from the day before, ask what came of it, and stop once that is said', async () => {
    const file = await givenFile()
    const later = await saved(file, { on: addDays(today, 5) })
    expect(await asked(file)).toEqual([])
    expect(await nextOn(file)).toBe(addDays(today, 5))
    const soon = await saved(file, { on: addDays(today, 1) })
    const past = await saved(file, { on: addDays(today, -2) })
    await saved(file, { on: addDays(today, -61) })
    expect(await asked(file)).toEqual([
      [past, addDays(today, -2)],
      [soon, addDays(today, 1)],
    ])
    expect(await nextOn(file)).toBe(addDays(today, 1))
    await saved(file, { subjectId: past, version: 1, on: addDays(today, -2), state: 'kept' })
    await saved(file, { subjectId: soon, version: 1, on: addDays(today, 1), state: 'cancelled', reason: 'x' })
    expect(await asked(file)).toEqual([])
    expect(await nextOn(file)).toBe(addDays(today, 5))
    const back = { caseId: file.caseId, subjectId: later, version: 1, mistake: 'recorded_twice' }
    await act(organisation.casey.token, takeAppointmentBack, back)
    expect(await nextOn(file)).toBeNull()
  })
  it('ask who leads an office of their own files, and of those to which they go along', async () => {
    const file = await givenFile()
    const subjectId = await saved(file)
    expect(await asked(file, 'coral')).toEqual([])
    await saved(file, { subjectId, version: 1, companionId: organisation.coral.id })
    expect(await asked(file, 'coral')).toEqual([[subjectId, today]])
  })
})

describe('the timeline and the paper for the person', () => {
  it('have its day; the paper says no one’s name and not what it is for', async () => {
    const file = await givenFile()
    const [on, later] = [addDays(today, 3), addDays(today, 4)]
    const words = { address: 'Rue Zz 1', contact: 'Zzlawyer', preparation: 'Zzpapers' }
    const planned = await saved(file, { ...words, on, endsAt: '11:00', companionId: organisation.casey.id })
    const kept = await saved(file, { state: 'kept' })
    await saved(file, { on: later, state: 'cancelled', reason: 'x' })
    const { items } = await organisation.casey.work((work) => listTimeline(work, file.caseId))
    const told = items.flatMap((one) =>
      one.type === 'event' && one.room === 'appointments'
        ? [[one.id, one.on, one.appointment.state, one.text]]
        : [],
    )
    expect(told).toEqual([
      [planned, on, 'planned', ''],
      [kept, today, 'kept', ''],
    ])
    const paper = (sheet: string) =>
      organisation.casey.work((work) =>
        readSheetPage(work, { params: { sheet }, search: { file: file.caseId, language: 'ar' } }, 'en'),
      )
    const { next } = await paper('appointment')
    expect(next).toEqual([{ id: planned, on, startsAt: '10:00', endsAt: '11:00', where: ['Rue Zz 1'] }])
    expect((await paper('work')).next).toEqual([])
  })
})

describe('the planner', () => {
  const weekOf = (who: Who) =>
    organisation[who].work((work) =>
      readWeek(work, { week: today, see: null, locale: 'en', isDiscreet: true }),
    )

  it('lists the week, and says when someone would have to be in two places', async () => {
    const [one, other] = [await givenFile(), await givenFile()]
    const companionId = organisation.casey.id
    const a = await saved(one, { companionId, endsAt: '11:00' })
    const b = await saved(other, { companionId, startsAt: '10:30' })
    const week = await weekOf('casey')
    const mine = week.appointments.filter(({ subjectId }) => [a, b].includes(subjectId))
    expect(mine.map((row) => [row.subjectId, row.companionId])).toEqual([
      [a, companionId],
      [b, companionId],
    ])
    const props = toWeekProps({ ...week, open: null }, { id: companionId }, 'en')
    expect(
      props.clashes.some((clash) => clash.one.id === a && clash.other.id === b && clash.who === companionId),
    ).toBe(true)
    expect(toShown({ ...week, open: null }).caseIds).toEqual(
      expect.arrayContaining([one.caseId, other.caseId]),
    )
    expect((await partOf(one)).clashes.map(({ who }) => who)).toContain(companionId)
    // In discreet mode no name leaves the server.
    expect([...week.inFiles.values()].flat().every(({ full }) => full === null)).toBe(true)
  })

  it('says nothing of a restricted file to those outside, and its kind to no one in a list', async () => {
    const file = await givenFile('restricted')
    const subjectId = await saved(file, { kind: 'doctor' })
    const of = async (who: Who) =>
      (await weekOf(who)).appointments.filter((row) => row.subjectId === subjectId).map(({ kind }) => kind)
    expect(await of('casey')).toEqual([null])
    expect(await of('coral')).toEqual([])
    expect(await of('sol')).toEqual([])
    // On a page of the file itself it is said what it is for.
    const inFile = await organisation.casey.work(async (work) => {
      const { code } = await getCaseHeader(work, file.caseId)
      return readTodoPage(work, { params: { code }, search: { file: file.caseId } })
    })
    expect(inFile).toMatchObject({ part: { appointments: [{ subjectId, kind: 'doctor' }] } })
  })
})

describe('the calendar', () => {
  it('shows day and hours of those to which its owner goes along, and nothing else', async () => {
    const secret = newToken()
    const { casey, coral } = organisation
    await organisation.ask(
      'INSERT INTO calendar_feed (id, staff_id, secret_hash, deadlines) VALUES ($1, $2, $3, false)',
      [newId(), casey.id, hashToken(secret)],
    )
    const body = async () =>
      (
        await GET(new Request(`http://localhost/api/calendar/${secret}`), {
          params: Promise.resolve({ secret }),
        })
      ).text()
    const count = async () => (await body()).match(/SUMMARY:Appointment/g)?.length ?? 0
    const before = await count()
    await organisation.ask(`UPDATE staff SET languages = '{am}' WHERE id = $1`, [casey.id])
    const file = await givenFile()
    const on = addDays(today, 9)
    const words = { address: 'Zzstreet', contact: 'Zzlawyer', preparation: 'Zzpapers', kind: 'doctor' }
    const subjectId = await saved(file, { ...words, on, endsAt: '11:00', companionId: casey.id })
    await saved(file, { on, interpreterLanguage: 'am', booked: `staff:${casey.id}` })
    await saved(file, { on, companionId: coral.id })
    await saved(file, { on })
    await saved(await givenFile('restricted'), { on, companionId: casey.id })
    const text = await body()
    expect(await count()).toBe(before + 2)
    const code = await casey.work(async (work) => (await getCaseHeader(work, file.caseId)).code)
    for (const word of [
      'Zz',
      'Fictar',
      'Selamo',
      code,
      file.caseId,
      file.personId,
      subjectId,
      casey.id,
      'octor',
    ])
      expect(text).not.toContain(word)
    await saved(file, { subjectId, version: 1, on, state: 'cancelled', reason: 'x' })
    expect(await count()).toBe(before + 1)
  })
})
