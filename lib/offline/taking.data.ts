import 'server-only'
import { findLast } from '@/lib/activities/activity.data'
import { likeLast } from '@/lib/activities/activity.rules'
import { listUsable } from '@/lib/contacts/contact.data'
import { toRule } from '@/lib/contacts/contact.view'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { getPlan } from '@/lib/planning/plan.data'
import { prepareVisit } from '@/lib/planning/prepare-visit.data'
import { type ToWords, toWritingProps } from '@/lib/planning/roster.view'
import { listProjects } from '@/lib/projects/project.data'
import { choosable } from '@/lib/projects/project.rules'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { labelIn } from '@/lib/shared/labelled'
import { MOST_TAKEN, type SealingKey, type Taken } from './taken.schema'

const LONGEST = 36 * 3_600_000

/** The first instant in Brussels of a day: two hours before midnight UTC in summer, one in winter. */
const startOf = (day: Day): number => {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  return (
    [2, 1].map((ahead) => midnight - ahead * 3_600_000).find((at) => dayOf(new Date(at)) === day) ?? midnight
  )
}

/** Which of these files may lie on a phone: none of a circle and none about trafficking, of members neither. */
const findPortable = async (work: Work, caseIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: [...caseIds] }, secrecy: 'open', kind: { not: 'thb' } },
    select: { id: true },
  })
  return new Set(files.map(({ id }) => id))
}

/** What the form of an activity asks: places and projects of today, and as one worked last. */
const prepareActivity = async (work: Work): Promise<NonNullable<Taken['activity']>> => {
  const projects = await listProjects(work)
  return {
    places: (await listPlacesOutside(work))
      .filter(({ isOver }) => !isOver)
      .map((place) => ({ id: place.id, name: labelIn(place, work.locale) })),
    projects: choosable(projects, null).map(({ id, name }) => ({ id, name })),
    ...likeLast(await findLast(work), projects),
  }
}

/**
 * What is taken along of a planned visit: the people of the plan, then those in the centre, by initials and codes. Who may not be taken along
 * is not there, and nothing says so.
 */
export const prepareTaking = async (
  work: Work,
  { planId, key, toWords }: { readonly planId: string; readonly key: SealingKey; readonly toWords: ToWords },
): Promise<Taken> => {
  const plan = await getPlan(work, planId)
  const locale = work.locale
  const prepared = await prepareVisit(work, { slug: undefined, planId, locale, isDiscreet: true })
  const all = toWritingProps(prepared, { actorId: work.actor.id, locale, toWords })
  if (all === null) throw new NotFound()
  const portable = await findPortable(
    work,
    [...all.here, ...all.elsewhere].map(({ caseId }) => caseId),
  )
  const inPlan = new Set(plan.people.map(({ personId }) => personId))
  const here = all.here.filter(({ caseId }) => portable.has(caseId)).slice(0, MOST_TAKEN)
  const elsewhere = all.elsewhere
    .filter(({ caseId, personId }) => portable.has(caseId) && inPlan.has(personId))
    .slice(0, MOST_TAKEN - here.length)
  const contacts = await listUsable(
    work,
    [...here, ...elsewhere].map(({ caseId }) => caseId),
  )
  const { id, slug, label } = all.centre
  // What is planned for a day to come is written on that day.
  const [, on = all.today] = [all.today, plan.onDate].sort()
  const listed = (people: typeof here): Taken['writing']['here'] =>
    people.map((one) => ({ ...one, full: null }))
  return {
    v: 1,
    id: newId(work.now.getTime()),
    takenAt: work.now.toISOString(),
    until: new Date(Math.min(startOf(addDays(on, 1)), work.now.getTime() + LONGEST)).toISOString(),
    on,
    locale,
    centre: { id, slug, label },
    writing: {
      ...all,
      locale,
      today: on,
      centre: { id, slug, label, accreditations: [...all.centre.accreditations] },
      teams: [...all.teams],
      colleagues: [...all.colleagues],
      proposal:
        all.proposal === null
          ? null
          : { ...all.proposal, onDate: plan.onDate, visitors: [...all.proposal.visitors] },
      here: listed(here),
      elsewhere: listed(elsewhere),
      more: false,
      cutAt: null,
      choices: {
        topics: [...all.choices.topics],
        actions: [...all.choices.actions],
        requests: [...all.choices.requests],
        signals: [...all.choices.signals],
        themes: [...all.choices.themes],
      },
    },
    activity: await prepareActivity(work),
    rules: [...here, ...elsewhere].map(({ caseId, personId }) => ({
      caseId,
      personId,
      contacts: contacts.filter((one) => one.caseId === caseId && one.personId === personId).map(toRule),
    })),
    telephones: [],
    key,
  }
}
