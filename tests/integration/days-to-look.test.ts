import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { recordReferralStep, saveReferral, takeReferralStepBack } from '@/lib/referrals/referral.actions'
import { liftHold, placeHold } from '@/lib/rights/hold.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { addTask } from '@/lib/tasks/task.actions'
import { findFirsts } from '@/lib/today/firsts.data'
import { runReminderJob } from '../../scripts/reminder-job'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { act } from '../support/handlers'
import { expectCountsAsListed } from '../support/today-counts'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

type Who = 'casey' | 'coral' | 'cory' | 'sol' | 'ada'
const answered = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })
const did = async (action: Parameters<typeof act>[1], input: unknown) =>
  answered.parse(await act(organisation.casey.token, action, input)).value

/** A file of casey with one invented person in it. */
const givenFile = (secrecy: 'open' | 'restricted' = 'open') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Mirabel Verzonnen' }, today),
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
const firsts = async (who: Who, kind: 'referral' | 'hold', caseId: string) =>
  (await organisation[who].work(findFirsts)).firsts.filter(
    (first) => first.kind === kind && first.caseId === caseId,
  )

describe('the next contact of a referral', () => {
  const givenReferral = async (secrecy: 'open' | 'restricted' = 'open') => {
    const { caseId, personId } = await givenFile(secrecy)
    const { subjectId } = await did(saveReferral, aReferral(caseId, personId))
    return { caseId, subjectId: String(subjectId) }
  }
  type Referral = Awaited<ReturnType<typeof givenReferral>>
  const step = async ({ caseId, subjectId }: Referral, change: Record<string, unknown>) =>
    String((await did(recordReferralStep, aStep(caseId, subjectId, { nextText: '', ...change }))).stepId)
  /** The days in the calendar behind an address of a colleague, with how many things each holds. */
  const feed = async (who: Who) => {
    const hash = newId()
    await organisation.ask(
      'INSERT INTO calendar_feed (id, staff_id, secret_hash, deadlines) VALUES (gen_random_uuid(), $1, $2, true)',
      [organisation[who].id, hash],
    )
    const rows = await organisation.ask(
      'SELECT to_char(on_date, $2) AS day, amount FROM app.read_deadline_days($1)',
      [hash, 'YYYY-MM-DD'],
    )
    return new Map(rows.map(({ day, amount }) => [String(day), Number(amount)]))
  }

  it('stands on the first screen from its day on, and a day later for who leads the office', async () => {
    const due = await givenReferral()
    await step(due, { nextOn: today })
    const late = await givenReferral()
    await step(late, { nextOn: addDays(today, -1) })
    const ahead = await givenReferral()
    await step(ahead, { nextOn: addDays(today, 1) })
    expect(await firsts('casey', 'referral', due.caseId)).toMatchObject([
      { on: today, contact: { to: 'Verzonnen Huis' } },
    ])
    expect(await firsts('coral', 'referral', due.caseId)).toEqual([])
    for (const who of ['casey', 'coral'] as const)
      expect(await firsts(who, 'referral', late.caseId)).toHaveLength(1)
    for (const who of ['cory', 'sol', 'ada'] as const)
      expect(await firsts(who, 'referral', late.caseId)).toEqual([])
    expect(await firsts('casey', 'referral', ahead.caseId)).toEqual([])
  })

  it('of a circle is told to its members only', async () => {
    const apart = await givenReferral('restricted')
    await step(apart, { nextOn: addDays(today, -3) })
    expect(await firsts('casey', 'referral', apart.caseId)).toHaveLength(1)
    expect(await firsts('coral', 'referral', apart.caseId)).toEqual([])
  })

  it('is over with the next step, and stands again when that step was a mistake', async () => {
    const one = await givenReferral()
    await step(one, { nextOn: today })
    const stepId = await step(one, { kind: 'received', on: today })
    expect(await firsts('casey', 'referral', one.caseId)).toEqual([])
    await did(takeReferralStepBack, { ...one, stepId })
    expect(await firsts('casey', 'referral', one.caseId)).toHaveLength(1)
  })

  it('is said once where a task says it', async () => {
    const one = await givenReferral()
    await step(one, { nextOn: today, nextText: 'Call again' })
    expect(await firsts('casey', 'referral', one.caseId)).toEqual([])
    const other = await givenReferral()
    await step(other, { nextOn: today })
    const task = { caseId: other.caseId, text: 'Other', assignedTo: organisation.casey.id, goalId: '' }
    await did(addTask, { ...task, dueOn: addDays(today, 5) })
    expect(await firsts('casey', 'referral', other.caseId)).toHaveLength(1)
  })

  it('is one of the days in the calendar of its worker, of no other, and never one of a restricted file', async () => {
    const on = addDays(today, 77)
    const before = (await feed('casey')).get(on) ?? 0
    const one = await givenReferral()
    await step(one, { nextOn: on })
    await step(await givenReferral('restricted'), { nextOn: on })
    expect((await feed('casey')).get(on)).toBe(before + 1)
    expect((await feed('coral')).get(on)).toBeUndefined()
    await step(one, { kind: 'received', on: today })
    expect((await feed('casey')).get(on) ?? 0).toBe(before)
  })
})

describe('the day to look again at a hold', () => {
  const given = async (secrecy: 'open' | 'restricted' = 'open') => {
    const { caseId } = await givenFile(secrecy)
    const hold = { caseId, ground: 'complaint', words: 'Zz', reviewOn: addDays(today, 30) }
    const { holdId } = await did(placeHold, hold)
    return { caseId, holdId: String(holdId) }
  }
  const comes = ({ holdId }: { holdId: string }, on: string) =>
    organisation.ask('UPDATE legal_hold SET review_on = $2 WHERE id = $1', [holdId, on])
  const told = async ({ caseId }: { caseId: string }) =>
    (
      await organisation.ask(
        `SELECT split_part(s.name, ' ', 1) AS who FROM notice n JOIN staff s ON s.id = n.staff_id
          WHERE n.case_id = $1 AND n.kind = 'hold_review' ORDER BY 1`,
        [caseId],
      )
    ).map(({ who }) => who)

  it('is said once to anyone who works in the file and leads its office, and stands on their first screen', async () => {
    const hold = await given()
    await runReminderJob()
    expect(await told(hold)).toEqual([])
    expect(await firsts('casey', 'hold', hold.caseId)).toEqual([])
    await comes(hold, today)
    await Promise.all([runReminderJob(), runReminderJob()])
    await runReminderJob()
    expect(await told(hold)).toEqual(['casey', 'coral'])
    for (const who of ['casey', 'coral'] as const)
      expect(await firsts(who, 'hold', hold.caseId)).toMatchObject([
        { on: today, hold: { ground: 'complaint' } },
      ])
    for (const who of ['cory', 'sol', 'ada'] as const)
      expect(await firsts(who, 'hold', hold.caseId)).toEqual([])
  })

  it('of a circle is said to its members only', async () => {
    const hold = await given('restricted')
    await comes(hold, addDays(today, -2))
    await runReminderJob()
    expect(await told(hold)).toEqual(['casey'])
    expect(await firsts('coral', 'hold', hold.caseId)).toEqual([])
  })

  it('is over when the hold is lifted, and said anew for another one', async () => {
    const hold = await given()
    await comes(hold, today)
    await did(liftHold, { ...hold, words: 'Zz' })
    await runReminderJob()
    expect(await told(hold)).toEqual([])
    expect(await firsts('casey', 'hold', hold.caseId)).toEqual([])
    const { holdId } = await did(placeHold, {
      caseId: hold.caseId,
      ground: 'inquiry',
      words: 'Zz',
      reviewOn: addDays(today, 30),
    })
    await comes({ holdId: String(holdId) }, today)
    await runReminderJob()
    expect(await told(hold)).toEqual(['casey', 'coral'])
  })
})
