import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import PlanPage from '@/app/(signed-in)/planning/[planId]/page'
import SheetPage from '@/app/(signed-in)/planning/[planId]/sheet/page'
import ClosuresPage from '@/app/(signed-in)/planning/closures/page'
import NewPlanPage from '@/app/(signed-in)/planning/new/page'
import WeekPage from '@/app/(signed-in)/planning/page'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { toMonday } from '@/lib/detention/visit.rules'
import { liftClosure, setClosure } from '@/lib/planning/closure.actions'
import {
  cancelPlan,
  changePlan,
  createPlan,
  publishPlans,
  repeatWeek,
  setWish,
} from '@/lib/planning/plan.actions'
import { findPlan, getPlan } from '@/lib/planning/plan.data'
import type { NewPlanForm, PlanForm } from '@/lib/planning/plan.schema'
import { toPlanForm } from '@/lib/planning/plan.view'
import { getVisitSheet } from '@/lib/planning/planned.data'
import { openPlan, preparePlan } from '@/lib/planning/prepare-plan.data'
import { prepareVisit } from '@/lib/planning/prepare-visit.data'
import { readWeek } from '@/lib/planning/week.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { openGiven } from '../support/given/given'
import { act, openPage } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

let owner: pg.Client
const given = openGiven()
const home = given.organisation()
const away = given.organisation()
const north = given.team(home)
const south = given.team(home)
const abroad = given.team(away)
const vottem = given.place()
const merksplas = given.place()

const staff = {
  anna: given.staff(home, 'caseworker', { teams: [north] }),
  ben: given.staff(home, 'caseworker', { teams: [north] }),
  chief: given.staff(home, 'coordinator', { leads: [north] }),
  otherChief: given.staff(home, 'coordinator', { leads: [south] }),
  boss: given.staff(home, 'admin'),
  guest: given.staff(home, 'guest'),
  stranger: given.staff(away, 'coordinator', { leads: [abroad] }),
}
const token = {
  anna: given.tokenFor(staff.anna),
  ben: given.tokenFor(staff.ben),
  chief: given.tokenFor(staff.chief),
  otherChief: given.tokenFor(staff.otherChief),
  boss: given.tokenFor(staff.boss),
  guest: given.tokenFor(staff.guest),
  stranger: given.tokenFor(staff.stranger),
}
const monday = addDays(toMonday(dayOf(new Date())), 14)
const tuesday = addDays(monday, 1)

/** A person with an open file who stays in a centre. */
const detained = (workerId: string, { placeId = vottem, teamId = north, secrecy = 'open' as const } = {}) => {
  const { id: caseId } = given.file({ teamId, workerId, secrecy })
  const personId = given.person({ caseIds: [caseId], createdBy: workerId, name: 'Verzonnen Voorbeeld' })
  given.stay({ caseId, personId, placeId })
  return { caseId, personId }
}
const ofAnna = detained(staff.anna)
const ofBen = detained(staff.ben)
const ofSouth = detained(staff.otherChief, { teamId: south })
const secret = given.file({ teamId: north, workerId: staff.anna, secrecy: 'restricted' })
const hidden = {
  caseId: secret.id,
  personId: given.person({ caseIds: [secret.id], createdBy: staff.anna, name: 'Verborgen Voorbeeld' }),
}
given.member({ caseId: secret.id, staffId: staff.anna, addedBy: staff.anna, kind: 'circle' })
given.stay({ ...hidden, placeId: vottem })
const keyOf = ({ caseId, personId }: { caseId: string; personId: string }) => `${caseId}:${personId}`

const planOf = (change: Partial<NewPlanForm> = {}): NewPlanForm => ({
  teamId: north,
  placeId: vottem,
  onDate: tuesday,
  startsAt: '13:30',
  endsAt: '16:00',
  visitors: [staff.anna],
  people: [keyOf(ofAnna)],
  ...change,
})
const events = async (event: string): Promise<Record<string, unknown>[]> =>
  (
    await owner.query('SELECT actor_id, case_id, detail FROM audit_event WHERE event = $1 ORDER BY at', [
      event,
    ])
  ).rows
const planned = async (who: string, change: Partial<NewPlanForm> = {}): Promise<PlanForm> => {
  const answer = await act(who, createPlan, planOf(change))
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return withWork(who, async (work) => toPlanForm(await getPlan(work, answer.value.planId)))
}

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('a plan is made', () => {
  it('as a draft, with its lines in order and its trace', async () => {
    const form = await planned(token.chief, {
      visitors: [staff.anna, staff.ben],
      people: [keyOf(ofBen), keyOf(ofAnna)],
    })
    expect(form).toMatchObject({
      startsAt: '13:30',
      endsAt: '16:00',
      people: [keyOf(ofBen), keyOf(ofAnna)],
      version: 1,
    })
    const [trace] = (await events('plan.created')).slice(-1)
    expect(trace).toMatchObject({ actor_id: staff.chief, detail: { planId: form.planId } })
    const { rows } = await owner.query('SELECT state FROM visit_plan WHERE id = $1', [form.planId])
    expect(rows).toEqual([{ state: 'draft' }])
  })

  it('by no one whose role does not plan', async () => {
    for (const who of [token.boss, token.guest])
      expect(await act(who, createPlan, planOf())).toMatchObject({ ok: false, code: 'forbidden' })
  })

  it('for no one whose file is out of reach', async () => {
    for (const person of [ofBen, ofSouth, { caseId: newId(), personId: newId() }])
      expect(await act(token.anna, createPlan, planOf({ people: [keyOf(person)] }))).toMatchObject({
        ok: false,
        code: 'notFound',
      })
    expect(await act(token.chief, createPlan, planOf({ people: [keyOf(hidden)] }))).toMatchObject({
      code: 'notFound',
    })
  })

  it('not with what no form can hold', async () => {
    for (const wrong of [
      { onDate: '31-12' },
      { startsAt: '25:00' },
      { endsAt: '09:00' },
      { people: ['one'] },
    ])
      expect(await act(token.anna, createPlan, planOf(wrong))).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('not for a day that is over, another office, a stranger or no centre', async () => {
    const answers: readonly (readonly [Partial<NewPlanForm>, string, string])[] = [
      [{ onDate: addDays(dayOf(new Date()), -1) }, 'onDate', 'planInThePast'],
      [{ onDate: addDays(dayOf(new Date()), 200) }, 'onDate', 'planTooFar'],
      [{ teamId: south }, 'teamId', 'notYourTeam'],
      [{ visitors: [staff.stranger] }, 'visitors', 'notAColleague'],
      [{ placeId: newId() }, 'placeId', 'unknownChoice'],
    ]
    for (const [change, field, code] of answers)
      expect(await act(token.anna, createPlan, planOf(change))).toMatchObject({ fields: { [field]: code } })
  })
})

describe('who sees a plan', () => {
  it('a draft: its maker and the coordinator; published: anyone who is named on it', async () => {
    const { planId, version } = await planned(token.anna, { visitors: [staff.anna, staff.ben] })
    const seenBy = async () => {
      const seen: string[] = []
      for (const [name, secretOf] of Object.entries(token)) {
        const { outcome } = await openPage(secretOf, PlanPage, { params: { planId } })
        if (outcome === 'shown') seen.push(name)
      }
      return seen
    }
    expect(await seenBy()).toEqual(['anna', 'chief'])
    expect(await act(token.ben, publishPlans, { plans: [{ planId, version }] })).toMatchObject({
      code: 'notFound',
    })
    expect(await act(token.anna, publishPlans, { plans: [{ planId, version }] })).toMatchObject({ ok: true })
    expect(await seenBy()).toEqual(['anna', 'ben', 'chief'])
  })

  it('and of its people only those whose files one may open, without a mark of the others', async () => {
    const plan = await planned(token.anna, {
      visitors: [staff.anna, staff.ben],
      people: [keyOf(hidden), keyOf(ofAnna)],
    })
    await act(token.anna, publishPlans, { plans: [plan].map(({ planId, version }) => ({ planId, version })) })
    const people = async (who: string) => (await withWork(who, (work) => getPlan(work, plan.planId))).people
    expect((await people(token.anna)).map(keyOf)).toEqual([keyOf(hidden), keyOf(ofAnna)])
    expect((await people(token.chief)).map(keyOf)).toEqual([keyOf(ofAnna)])
    expect(await people(token.ben)).toEqual([])
    // A colleague's change leaves alone what they cannot see.
    const mine = await withWork(token.ben, async (work) => toPlanForm(await getPlan(work, plan.planId)))
    expect(await act(token.ben, changePlan, { ...mine, people: [keyOf(ofBen)] })).toMatchObject({ ok: true })
    expect((await people(token.anna)).map(keyOf)).toEqual([keyOf(hidden), keyOf(ofAnna)])
    expect((await people(token.ben)).map(keyOf)).toEqual([keyOf(ofBen)])
  })

  it('no one puts a person on a plan they do not see, whatever they know of its id', async () => {
    const { planId } = await planned(token.chief)
    await expect(
      withWork(token.ben, (work) =>
        work.tx.visitPlanPerson.createMany({ data: [{ planId, ...ofBen, position: 9 }] }),
      ),
    ).rejects.toThrow()
  })
})

describe('a plan is changed', () => {
  it('with its trace; people may leave and come back', async () => {
    const form = await planned(token.chief, { people: [keyOf(ofAnna), keyOf(ofBen)] })
    const change = { ...form, people: [keyOf(ofBen)], visitors: [staff.ben], startsAt: '', endsAt: '' }
    expect(await act(token.chief, changePlan, change)).toMatchObject({ ok: true, value: { version: 2 } })
    const read = () => withWork(token.chief, async (work) => toPlanForm(await getPlan(work, form.planId)))
    expect(await read()).toEqual({ ...change, version: 2 })
    await act(token.chief, changePlan, { ...form, version: 2 })
    expect(await read()).toEqual({ ...form, version: 3 })
    expect((await events('plan.edited')).at(-1)).toMatchObject({
      detail: { planId: form.planId, version: 3 },
    })
  })

  it('by the one who was first; the second sees both', async () => {
    const form = await planned(token.chief)
    await act(token.chief, changePlan, { ...form, startsAt: '09:00' })
    const answer = await act(token.anna, changePlan, { ...form, startsAt: '10:00' })
    // Anna made nothing and is not named in a published plan: they are told that it is not there.
    expect(answer).toMatchObject({ code: 'notFound' })
    expect(await act(token.chief, changePlan, { ...form, startsAt: '10:00' })).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { startsAt: '09:00', version: 2 },
    })
  })

  it('by no one else', async () => {
    const form = await planned(token.anna)
    for (const who of [token.boss, token.guest])
      expect(await act(who, changePlan, form)).toMatchObject({ code: 'forbidden' })
    for (const who of [token.ben, token.otherChief, token.stranger])
      expect(await act(who, changePlan, form)).toMatchObject({ code: 'notFound' })
    expect(await act(token.anna, changePlan, { ...form, people: [keyOf(ofBen)] })).toMatchObject({
      code: 'notFound',
    })
    expect(await act(token.anna, changePlan, { ...form, version: 0 })).toMatchObject({ code: 'invalid' })
    expect(await act(token.anna, changePlan, { ...form, onDate: '2020-01-01' })).toMatchObject({
      fields: { onDate: 'planInThePast' },
    })
  })
})

describe('a plan is published and cancelled', () => {
  it('several at once, or none of them', async () => {
    const [one, two] = [await planned(token.anna), await planned(token.anna)]
    const both = [one, two].map(({ planId, version }) => ({ planId, version }))
    await act(token.anna, changePlan, { ...two, startsAt: '', endsAt: '' })
    expect(await act(token.anna, publishPlans, { plans: both })).toMatchObject({ code: 'changedMeanwhile' })
    const { rows } = await owner.query('SELECT state FROM visit_plan WHERE id = ANY ($1)', [
      both.map(({ planId }) => planId),
    ])
    expect(rows).toEqual([{ state: 'draft' }, { state: 'draft' }])
    const again = [both[0], { planId: two.planId, version: 2 }]
    expect(await act(token.anna, publishPlans, { plans: again })).toMatchObject({ ok: true })
    expect((await events('plan.published')).at(-1)).toMatchObject({
      detail: { planIds: [one.planId, two.planId] },
    })
  })

  it('publishing: wrong role, out of reach, invalid', async () => {
    const { planId, version } = await planned(token.anna)
    const input = { plans: [{ planId, version }] }
    for (const who of [token.boss, token.guest])
      expect(await act(who, publishPlans, input)).toMatchObject({ code: 'forbidden' })
    for (const who of [token.otherChief, token.stranger])
      expect(await act(who, publishPlans, input)).toMatchObject({ code: 'notFound' })
    expect(await act(token.anna, publishPlans, { plans: [] })).toMatchObject({ code: 'invalid' })
  })

  it('cancelling is for good, and leaves the weeks', async () => {
    const { planId, version } = await planned(token.anna)
    for (const who of [token.boss, token.guest])
      expect(await act(who, cancelPlan, { planId, version })).toMatchObject({ code: 'forbidden' })
    expect(await act(token.stranger, cancelPlan, { planId, version })).toMatchObject({ code: 'notFound' })
    expect(await act(token.anna, cancelPlan, { planId, version: 9 })).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await act(token.anna, cancelPlan, { planId })).toMatchObject({ code: 'invalid' })
    expect(await act(token.anna, cancelPlan, { planId, version })).toMatchObject({ ok: true })
    expect((await events('plan.cancelled')).at(-1)).toMatchObject({ detail: { planId, version: 2 } })
    const form = await withWork(token.anna, async (work) => toPlanForm(await getPlan(work, planId)))
    expect(await act(token.anna, changePlan, form)).toMatchObject({ code: 'planCancelled' })
    expect(await act(token.anna, cancelPlan, { planId, version: 2 })).toMatchObject({
      code: 'changedMeanwhile',
    })
    const week = await withWork(token.anna, (work) =>
      readWeek(work, { week: tuesday, see: null, locale: 'en', isDiscreet: false }),
    )
    expect(week.plans.map(({ id }) => id)).not.toContain(planId)
    await expect(
      withWork(token.anna, (work) =>
        work.tx.visitPlan.updateMany({ where: { id: planId }, data: { state: 'draft' } }),
      ),
    ).rejects.toThrow()
  })
})

describe('the week before is repeated', () => {
  it('once: centres, weekdays, hours, colleagues, and the people who are still there', async () => {
    const from = addDays(monday, 21)
    const moved = detained(staff.anna, { placeId: merksplas })
    await given.save(owner)
    const people = [keyOf(moved), keyOf(ofAnna)]
    const first = await planned(token.anna, { onDate: addDays(from, 2), people, placeId: vottem })
    await planned(token.anna, { onDate: addDays(from, 3), people: [] })
    await act(token.anna, publishPlans, { plans: [{ planId: first.planId, version: 1 }] })
    const answer = await act(token.anna, repeatWeek, { monday: addDays(from, 7) })
    expect(answer).toMatchObject({ ok: true })
    const [planId] = answer.ok ? answer.value.planIds : []
    const draft = await withWork(token.anna, (work) => getPlan(work, planId ?? ''))
    expect(answer.ok && answer.value.planIds).toHaveLength(1)
    expect(draft).toMatchObject({
      onDate: addDays(from, 9),
      state: 'draft',
      startsAt: '13:30',
      placeId: vottem,
    })
    expect(draft.people.map(keyOf)).toEqual([keyOf(ofAnna)])
    expect((await events('plan.repeated')).at(-1)).toMatchObject({ detail: { planIds: [planId] } })
    expect(await act(token.anna, repeatWeek, { monday: addDays(from, 7) })).toMatchObject({
      code: 'nothingToRepeat',
    })
  })

  it('by no one who does not plan, and of no plan out of reach', async () => {
    for (const who of [token.boss, token.guest])
      expect(await act(who, repeatWeek, { monday })).toMatchObject({ code: 'forbidden' })
    expect(await act(token.stranger, repeatWeek, { monday: addDays(monday, 28) })).toMatchObject({
      code: 'nothingToRepeat',
    })
    expect(await act(token.anna, repeatWeek, { monday: 'soon' })).toMatchObject({ code: 'invalid' })
  })
})

describe('a person is to be seen next time', () => {
  it('noted and taken back with one press each, and it stands first', async () => {
    const person = detained(staff.anna)
    await given.save(owner)
    const reasons = async () => {
      const week = await withWork(token.anna, (work) =>
        readWeek(work, { week: tuesday, see: null, locale: 'en', isDiscreet: false }),
      )
      return week.people.find(({ caseId }) => caseId === person.caseId)?.reasons.map(({ code }) => code)
    }
    expect(await reasons()).toEqual(['unseen', 'new'])
    expect(await act(token.anna, setWish, { ...person, wanted: true })).toMatchObject({ ok: true })
    expect(await reasons()).toEqual(['wished', 'unseen', 'new'])
    expect((await events('wish.set')).at(-1)).toMatchObject({
      case_id: person.caseId,
      detail: { wanted: true },
    })
    expect(await act(token.anna, setWish, { ...person, wanted: false })).toMatchObject({ ok: true })
    expect(await reasons()).toEqual(['unseen', 'new'])
  })

  it('by no one who does not reach the file', async () => {
    for (const who of [token.boss, token.guest])
      expect(await act(who, setWish, { ...ofAnna, wanted: true })).toMatchObject({ code: 'forbidden' })
    for (const who of [token.ben, token.otherChief, token.stranger])
      expect(await act(who, setWish, { ...ofAnna, wanted: true })).toMatchObject({ code: 'notFound' })
    expect(await act(token.chief, setWish, { ...hidden, wanted: true })).toMatchObject({ code: 'notFound' })
    expect(await act(token.anna, setWish, { ...ofAnna, wanted: 'yes' })).toMatchObject({ code: 'invalid' })
  })

  it('asked for something last time is a reason until the next conversation', async () => {
    const person = detained(staff.anna)
    const visitId = given.visit({ teamId: north, placeId: vottem, createdBy: staff.anna })
    const { id } = given.encounter({ visitId, ...person, placeId: vottem, authorId: staff.anna })
    given.add('encounterItem', {
      encounterId: id,
      kind: 'request',
      code: 'contact_lawyer',
      caseId: person.caseId,
    })
    await given.save(owner)
    const week = await withWork(token.anna, (work) =>
      readWeek(work, { week: tuesday, see: null, locale: 'en', isDiscreet: false }),
    )
    const found = week.people.find(({ caseId }) => caseId === person.caseId)
    expect(found?.reasons.find(({ code }) => code === 'asked')).toMatchObject({
      on: '2026-03-05',
      requests: ['contact_lawyer'],
    })
  })
})

describe('a new plan begins with last time', () => {
  it('who went, and at which hours', async () => {
    const plan = await planned(token.chief, {
      placeId: merksplas,
      visitors: [staff.ben],
      people: [],
      startsAt: '09:15',
    })
    await act(token.chief, publishPlans, { plans: [{ planId: plan.planId, version: 1 }] })
    const slug = (await owner.query('SELECT slug FROM place WHERE id = $1', [merksplas])).rows[0]?.slug
    const prepared = await withWork(token.chief, (work) =>
      preparePlan(work, { slug, day: addDays(tuesday, 7), locale: 'en', isDiscreet: false }),
    )
    expect(prepared.lastTime).toMatchObject({ visitors: [staff.ben], startsAt: '09:15' })
    expect(prepared.facts).toEqual({ hours: '', phone: '', bring: '' })
    const alone = await withWork(token.otherChief, (work) =>
      preparePlan(work, { slug, day: addDays(tuesday, 7), locale: 'en', isDiscreet: false }),
    )
    expect(alone.lastTime).toMatchObject({ visitors: [staff.otherChief], startsAt: null })
  })

  it('pages open for anyone who plans', async () => {
    for (const page of [WeekPage, NewPlanPage])
      expect(
        (await openPage(token.anna, page, { search: { week: 'x', day: 'y', centre: 'z' } })).outcome,
      ).toBe('shown')
    expect((await openPage(token.anna, ClosuresPage)).outcome).toBe('notFound')
    expect((await openPage(token.chief, ClosuresPage)).outcome).toBe('shown')
  })
})

describe('the sheet', () => {
  it('says what the organisation knows of a visit to the centre, and so does the form of a plan', async () => {
    const { planId } = await planned(token.anna)
    const { rows } = await owner.query(
      `INSERT INTO place_shown (organisation_id, place_id, aliases, visit_hours, visit_bring)
       SELECT s.organisation_id, p.place_id, '{}', 'Mondays', 'Badge' FROM visit_plan p JOIN staff s ON s.id = p.created_by WHERE p.id = $1
       RETURNING place_id`,
      [planId],
    )
    const facts = { hours: 'Mondays', phone: '', bring: 'Badge' }
    const read = { locale: 'en', isDiscreet: true } as const
    expect(await withWork(token.anna, (work) => openPlan(work, planId, read))).toMatchObject({ facts })
    expect(
      await withWork(token.anna, (work) => getVisitSheet(work, { planId, names: false, locale: 'en' })),
    ).toMatchObject({ facts })
    await owner.query('DELETE FROM place_shown WHERE place_id = $1', [rows[0]?.place_id])
  })

  it('holds initials and codes; names only when asked for, and the audit log says which', async () => {
    const { planId } = await planned(token.anna)
    const sheet = (names: boolean) =>
      withWork(token.anna, (work) => getVisitSheet(work, { planId, names, locale: 'en' }))
    expect(JSON.stringify(await sheet(false))).not.toContain('Verzonnen Voorbeeld')
    expect((await sheet(false)).people).toMatchObject([{ initials: 'V. V.', name: '' }])
    expect((await sheet(true)).people).toMatchObject([{ name: 'Verzonnen Voorbeeld' }])
    await openPage(token.anna, SheetPage, { params: { planId } })
    await openPage(token.anna, SheetPage, { params: { planId }, search: { names: 'yes' } })
    const traces = (await events('sheet.opened')).slice(-2).map(({ detail }) => detail)
    expect(traces).toMatchObject([
      { planId, names: false, caseIds: [ofAnna.caseId] },
      { planId, names: true, caseIds: [ofAnna.caseId] },
    ])
    expect((await openPage(token.ben, SheetPage, { params: { planId } })).outcome).toBe('notFound')
  })
})

describe('a centre is closed', () => {
  const closed = { placeId: merksplas, from: addDays(monday, 4), until: addDays(monday, 5), reason: 'works' }

  it('for the whole organisation, and the plan says so without stopping', async () => {
    const answer = await act(token.chief, setClosure, closed)
    expect(answer).toMatchObject({ ok: true })
    const plan = await planned(token.anna, { placeId: merksplas, onDate: addDays(monday, 5), people: [] })
    const conflicts = async (who: string) => {
      const week = await withWork(who, (work) =>
        readWeek(work, { week: monday, see: null, locale: 'en', isDiscreet: false }),
      )
      return week.plans.find(({ id }) => id === plan.planId)?.conflicts.map(({ kind }) => kind)
    }
    expect(await conflicts(token.anna)).toEqual(['closed', 'unaccredited'])
    const closureId = answer.ok ? answer.value.closureId : ''
    expect((await events('closure.set')).at(-1)).toMatchObject({ detail: { closureId, placeId: merksplas } })
    expect(await act(token.stranger, liftClosure, { closureId })).toMatchObject({ code: 'notFound' })
    expect(await act(token.anna, liftClosure, { closureId })).toMatchObject({ code: 'forbidden' })
    expect(await act(token.chief, liftClosure, { closureId: 'one' })).toMatchObject({ code: 'invalid' })
    expect(await act(token.chief, liftClosure, { closureId })).toMatchObject({ ok: true })
    expect(await act(token.chief, liftClosure, { closureId })).toMatchObject({ code: 'notFound' })
    expect((await events('closure.lifted')).at(-1)).toMatchObject({ detail: { closureId } })
    expect(await conflicts(token.anna)).toEqual(['unaccredited'])
  })

  it('only by coordinators, only for a centre, only forwards', async () => {
    for (const who of [token.anna, token.boss, token.guest])
      expect(await act(who, setClosure, closed)).toMatchObject({ code: 'forbidden' })
    expect(await act(token.chief, setClosure, { ...closed, placeId: newId() })).toMatchObject({
      fields: { placeId: 'unknownChoice' },
    })
    expect(await act(token.chief, setClosure, { ...closed, until: monday })).toMatchObject({
      fields: { until: 'endBeforeStart' },
    })
    // A wrong digit would be a day for each of eight thousand years, in every report.
    expect(await act(token.chief, setClosure, { ...closed, until: '9026-01-02' })).toMatchObject({
      fields: { until: 'whenOtherYear' },
    })
    const { rows } = await owner.query(
      'SELECT count(*)::int AS n FROM centre_closure WHERE lifted_at IS NULL',
    )
    expect(rows).toEqual([{ n: 0 }])
  })
})

describe('another room asks for a plan', () => {
  it('and gets centre, day, visitors and people in their order, or null', async () => {
    const form = await planned(token.chief, { people: [keyOf(ofBen), keyOf(ofAnna)] })
    const found = await withWork(token.chief, (work) => findPlan(work, form.planId))
    expect(found).toMatchObject({ placeId: vottem, onDate: tuesday, teamId: north, state: 'draft' })
    expect(found?.people.map(keyOf)).toEqual([keyOf(ofBen), keyOf(ofAnna)])
    for (const id of [form.planId, newId(), 'no id', ''])
      expect(await withWork(token.ben, (work) => findPlan(work, id))).toBeNull()
  })

  it('and the form of a visit opens with what was planned, the people in the order of the sheet', async () => {
    const form = await planned(token.chief, { people: [keyOf(ofBen), keyOf(ofAnna)] })
    const prepared = await withWork(token.chief, (work) =>
      prepareVisit(work, { slug: undefined, planId: form.planId, locale: 'en', isDiscreet: false }),
    )
    expect(prepared.chosen?.centre.id).toBe(vottem)
    // The day lies ahead, so today is the earliest on which it can be written down.
    expect(prepared.chosen?.proposal).toMatchObject({ teamId: north, onDate: prepared.today })
    const first = prepared.chosen?.here.slice(0, 2)
    expect(first?.map(keyOf)).toEqual([keyOf(ofBen), keyOf(ofAnna)])
    expect(first?.map(({ section }) => section)).toEqual(['planned', 'planned'])
  })

  it('is found by both whom it names, with one centre, the same hours and each their own people', async () => {
    const today = dayOf(new Date())
    const form = await planned(token.chief, {
      onDate: today,
      startsAt: '09:40',
      endsAt: '11:20',
      visitors: [staff.anna, staff.ben],
      people: [keyOf(ofBen), keyOf(ofAnna)],
    })
    await act(token.chief, publishPlans, { plans: [{ planId: form.planId, version: 1 }] })
    const open = (who: string) =>
      withWork(who, (work) => prepareVisit(work, { slug: undefined, locale: 'en', isDiscreet: false }))
    const [anna, ben] = [await open(token.anna), await open(token.ben)]
    expect(anna.chosen?.proposal).toMatchObject({ startsAt: '09:40', endsAt: '11:20', onDate: today })
    expect(ben.chosen?.proposal).toEqual(anna.chosen?.proposal)
    expect(ben.chosen?.centre.id).toBe(anna.chosen?.centre.id)
    const plannedOf = ({ chosen }: typeof anna) =>
      chosen?.here.filter(({ section }) => section === 'planned').map(keyOf)
    expect(plannedOf(anna)).toEqual([keyOf(ofAnna)])
    expect(plannedOf(ben)).toEqual([keyOf(ofBen)])
  })

  it('is one list with one order for two who may open the same files, as the list of the sheet', async () => {
    const today = dayOf(new Date())
    const form = await planned(token.chief, {
      onDate: addDays(today, 1),
      startsAt: '13:10',
      endsAt: '15:40',
      visitors: [staff.anna, staff.chief],
      people: [keyOf(ofBen), keyOf(ofAnna)],
    })
    await act(token.chief, publishPlans, { plans: [{ planId: form.planId, version: 1 }] })
    const open = (who: string) =>
      withWork(who, (work) =>
        prepareVisit(work, { slug: undefined, planId: form.planId, locale: 'en', isDiscreet: false }),
      )
    const [chief, again, anna] = [await open(token.chief), await open(token.chief), await open(token.anna)]
    const listed = ({ chosen }: typeof chief) =>
      chosen?.here.flatMap(({ section, ...one }) => (section === 'planned' ? [keyOf(one)] : []))
    expect(listed(chief)).toEqual([keyOf(ofBen), keyOf(ofAnna)])
    expect(listed(again)).toEqual(listed(chief))
    // Of one list each sees whom they may open, in the same order, and the same hours.
    expect(listed(anna)).toEqual(listed(chief)?.filter((key) => key === keyOf(ofAnna)))
    expect(anna.chosen?.proposal).toEqual(chief.chosen?.proposal)
  })
})
