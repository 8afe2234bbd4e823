import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sheetPage from '@/app/(signed-in)/planning/[planId]/sheet/page'
import newPlanPage from '@/app/(signed-in)/planning/new/page'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { listDetained } from '@/lib/planning/detained.data'
import { createPlan } from '@/lib/planning/plan.actions'
import { insertPlan } from '@/lib/planning/plan.data'
import { toKey } from '@/lib/planning/plan.rules'
import { toNewPlan } from '@/lib/planning/plan.view'
import { getVisitSheet } from '@/lib/planning/planned.data'
import { preparePlan } from '@/lib/planning/prepare-plan.data'
import { readWeek } from '@/lib/planning/week.data'
import { toWeekProps } from '@/lib/planning/week.view'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { draw } from '../support/draw'
import { aGuardianshipEvent } from '../support/given/guardianship'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

// One centre, as the planner of its next visit sees it: who is in danger, who was not seen for long, who was seen two days ago.

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
let organisation: GivenOrganisation
let slug = ''
type File = { caseId: string; personId: string; code: string }
const files = new Map<string, File>()

const givenFile = async (
  name: string,
  { placeId = organisation.placeId, since = ago(40), age = '', risk = 'low' } = {},
): Promise<File> => {
  const made = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson(
        { ...emptyPerson, name, ...(age === '' ? {} : { ageAnswer: 'years' as const, ageYears: age }) },
        today,
      ),
      file: {
        kind: 'detention',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: since,
        status: 'active',
        risk,
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: { placeId, since },
      },
    }),
  )
  files.set(name, made)
  return made
}
const visits = new Map<string, string>()
/** A visit of a day by two visitors; the hours are known of the last one only. */
const visitOn = async (on: string, placeId: string): Promise<string> => {
  const known = visits.get(`${placeId} ${on}`)
  if (known !== undefined) return known
  const id = newId()
  visits.set(`${placeId} ${on}`, id)
  await organisation.ask(
    'INSERT INTO visit (id, team_id, place_id, on_date, starts_at, ends_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [
      id,
      organisation.north,
      placeId,
      on,
      ...(on === ago(2) ? ['10:00', '12:00'] : [null, null]),
      organisation.casey.id,
    ],
  )
  for (const { id: staffId } of [organisation.casey, organisation.cory])
    await organisation.ask('INSERT INTO visit_visitor (visit_id, staff_id) VALUES ($1, $2)', [id, staffId])
  return id
}
const met = async (
  { caseId, personId }: File,
  on: string,
  signal?: readonly [string, string],
  placeId = organisation.placeId,
) => {
  const encounterId = newId()
  const visitId = await visitOn(on, placeId)
  await organisation.ask(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
     VALUES ($1, $2, $3, $4, $5, $6, 1 + (SELECT count(*) FROM encounter WHERE visit_id = $2), 'seen', $7)`,
    [encounterId, visitId, caseId, personId, placeId, on, organisation.casey.id],
  )
  if (signal !== undefined)
    await organisation.ask(
      `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by, raised_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), encounterId, caseId, signal[0], signal[1], organisation.casey.id, `${on}T10:00:00Z`],
    )
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const [place] = await organisation.ask('SELECT slug FROM place WHERE id = $1', [organisation.placeId])
  slug = String(place?.slug)
  await met(await givenFile('Seen Lasttime'), ago(2))
  await met(await givenFile('Unseen Sixteen'), ago(16))
  await met(await givenFile('Child Detained', { age: '15' }), ago(2), ['minor_detained', 'serious'])
  await met(await givenFile('Unseen Twentynine'), ago(29))
  await met(await givenFile('Risk Ofsuicide'), ago(2), ['suicide_risk', 'critical'])
  const missing = await givenFile('Missing Minor', { age: '16' })
  await met(missing, ago(3))
  await act(
    organisation.casey.token,
    recordGuardianship,
    aGuardianshipEvent(missing.caseId, missing.personId, 'missing', { on: ago(1) }),
  )
  // In danger as well, but held elsewhere.
  const elsewhere = await givenFile('Else Where', { placeId: organisation.otherPlaceId })
  await met(elsewhere, ago(2), ['suicide_risk', 'critical'])
})
afterAll(() => organisation.close())

const prepare = () =>
  organisation.casey.work(async (work) =>
    toNewPlan(
      await preparePlan(work, { slug, day: addDays(today, 3), locale: 'en', isDiscreet: false }),
      'en',
    ),
  )
const nameOf = (key: string): string =>
  [...files].find(([, { caseId }]) => key.startsWith(caseId))?.[0] ?? key

describe('the planner of a visit', () => {
  it('lists who is in that centre: danger first, then the longest unseen, who was seen last at the end', async () => {
    const { props } = await prepare()
    expect(props.people.map(({ key }) => nameOf(key))).toEqual([
      'Risk Ofsuicide',
      'Missing Minor',
      'Child Detained',
      'Unseen Twentynine',
      'Unseen Sixteen',
      'Seen Lasttime',
    ])
    expect(props.people.map(({ reasons }) => reasons[0]?.code)).toEqual([
      'critical',
      'missing',
      'serious',
      'unseen',
      'unseen',
      undefined,
    ])
  })

  it('weighs those in danger and the longest unseen where there are too many, and says how many it leaves out', async () => {
    const weighed = (most: number) =>
      organisation.casey.work(async (work) => {
        const { people, leftOut } = await listDetained(work, { placeId: organisation.placeId, most })
        return [people.map((person) => nameOf(toKey(person))).sort(), leftOut]
      })
    expect(await weighed(3)).toEqual([['Child Detained', 'Missing Minor', 'Risk Ofsuicide'], 3])
    expect(await weighed(4)).toEqual([
      ['Child Detained', 'Missing Minor', 'Risk Ofsuicide', 'Unseen Twentynine'],
      2,
    ])
    expect(await weighed(500)).toEqual([
      [
        'Child Detained',
        'Missing Minor',
        'Risk Ofsuicide',
        'Seen Lasttime',
        'Unseen Sixteen',
        'Unseen Twentynine',
      ],
      0,
    ])
  })

  it('names no one who is not shown', async () => {
    const week = await organisation.casey.work((work) =>
      readWeek(work, { week: null, see: null, locale: 'en', isDiscreet: false }),
    )
    const { centres } = toWeekProps(week, { id: organisation.casey.id }, 'en')
    const here = centres.find(({ id }) => id === organisation.placeId)
    expect(here?.suggested.map(({ full }) => full)).toEqual([
      'Risk Ofsuicide',
      'Missing Minor',
      'Child Detained',
    ])
    const shown = centres.flatMap(({ suggested }) => suggested)
    expect([...week.inFiles.keys()].sort()).toEqual(shown.map(({ caseId }) => caseId).sort())
  })

  it('ticks in that order, those seen last time only because of danger', async () => {
    const { fields } = await prepare()
    expect(fields.people.map(nameOf)).toEqual([
      'Risk Ofsuicide',
      'Missing Minor',
      'Child Detained',
      'Unseen Twentynine',
      'Unseen Sixteen',
    ])
  })

  it('says how many fit and on what that rests', async () => {
    // Two hours, two visitors, and too few earlier visits to say what one person takes.
    const shown = await openPage(organisation.casey.token, newPlanPage, {
      search: { centre: slug, day: addDays(today, 3) },
    })
    const html = shown.outcome === 'shown' ? await draw(shown.node) : shown.outcome
    expect(html).toContain(say('planning.form.fits', { count: 8 }))
    expect(html).toContain(say('planning.form.assumed', { minutes: 30 }))
    expect(html).toMatch(/critical signal of \d+\s\w+, unanswered/)
  })

  it('prints why on the sheet', async () => {
    const { fields } = await prepare()
    const made = await act(organisation.casey.token, createPlan, {
      ...fields,
      visitors: [organisation.casey.id],
    })
    if (!made.ok) throw new Error(JSON.stringify(made))
    const shown = await openPage(organisation.casey.token, sheetPage, {
      params: { planId: made.value.planId },
    })
    const html = shown.outcome === 'shown' ? await draw(shown.node) : shown.outcome
    const at = (text: string | undefined): number => html.indexOf(text ?? 'no such text')
    const codes = ['Risk Ofsuicide', 'Missing Minor', 'Child Detained', 'Unseen Twentynine'].map((name) =>
      at(files.get(name)?.code),
    )
    expect(codes.every((place) => place > 0)).toBe(true)
    expect(codes).toEqual([...codes].sort((a, b) => a - b))
    for (const words of [
      'critical signal of',
      'missing since',
      'serious signal of',
      'not seen for 29\u00a0days',
    ])
      expect(html).toContain(words)
  })

  it('prints first who came into danger after the plan was saved, with the number of the plan', async () => {
    // In the other centre, so that the plans of the other tests do not know them.
    const placeId = organisation.otherPlaceId
    const [calm, later] = [
      await givenFile('Calm Saved', { placeId }),
      await givenFile('Later Indanger', { placeId }),
    ]
    for (const one of [calm, later]) await met(one, ago(2), undefined, placeId)
    const planId = await organisation.casey.work((work) =>
      insertPlan(work, {
        teamId: organisation.north,
        placeId,
        onDate: addDays(today, 4),
        startsAt: null,
        endsAt: null,
        visitors: [organisation.casey.id],
        people: [calm, later].map(({ caseId, personId }) => ({ caseId, personId, reason: null })),
      }),
    )
    const sheet = async () =>
      (
        await organisation.casey.work((work) => getVisitSheet(work, { planId, names: false, locale: 'en' }))
      ).people.map(({ code, number }) => [code, number])
    expect(await sheet()).toEqual([
      [calm.code, 1],
      [later.code, 2],
    ])
    await met(later, ago(1), ['suicide_risk', 'critical'], placeId)
    expect(await sheet()).toEqual([
      [later.code, 2],
      [calm.code, 1],
    ])
  })
})
