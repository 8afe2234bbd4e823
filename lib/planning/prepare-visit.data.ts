import 'server-only'
import { scopeVisits } from '@/lib/access/scope'
import { byDanger, type Danger, isDanger } from '@/lib/cases/danger.rules'
import { listWorkingOffices } from '@/lib/cases/open-office.data'
import { listReachableFiles, REACHABLE_LIMIT, type RosterLine } from '@/lib/cases/roster.data'
import { listNamedPlaces } from '@/lib/countries/place.data'
import type { Work } from '@/lib/db/work'
import { listChoices } from '@/lib/detention/choices.data'
import { SECTIONS, type Section, sectionOf } from '@/lib/detention/conversation.rules'
import { findDetentionFacts } from '@/lib/detention/detention-facts.data'
import { listFellowVisitors } from '@/lib/detention/fellows.data'
import type { Accreditation } from '@/lib/detention/visit.rules'
import type { Locale } from '@/lib/i18n/locales'
import { adultOn, minority } from '@/lib/people/minority.rules'
import { type Day, dayOf, toDay } from '@/lib/shared/dates'
import { findDangers } from './danger.data'
import { findOwnPlan, findPlan, type Plan } from './plan.data'

export type Centre = {
  readonly id: string
  readonly slug: string
  readonly label: Readonly<Record<Locale, string>>
  readonly city: string | null
  /** The actor's own, for this centre. */
  readonly accreditations: readonly Accreditation[]
}

/** The closed centres of today, with the actor's accreditations for each. */
export const listCentres = async (work: Work): Promise<Centre[]> => {
  const rights = await work.tx.accreditation.findMany({
    where: { staffId: work.actor.id },
    select: { placeId: true, validFrom: true, validUntil: true },
  })
  const places = await listNamedPlaces(work, 'closed_centre')
  return places.map(({ id, slug, label, city }) => ({
    id,
    slug,
    label,
    city,
    accreditations: rights
      .filter(({ placeId }) => placeId === id)
      .map(({ validFrom, validUntil }) => ({ from: toDay(validFrom), until: toDay(validUntil) })),
  }))
}

/** More people than anyone meets in a day; the page says so when there are more. */
export const ROSTER_LIMIT = 60

/** The last visit of the actor to a centre: what the next one is likely to look like. */
export type LastVisit = {
  readonly onDate: Day
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly visitors: readonly string[]
}
/** What the head of the form proposes: the visit as it was planned, else one like the last, today. */
export type Proposal = LastVisit & { readonly teamId: string | null }

const findLastVisit = async (work: Work, placeId: string): Promise<LastVisit | null> => {
  const row = await work.tx.visit.findFirst({
    where: { AND: [{ placeId }, scopeVisits(work.actor, 'visit:record')] },
    orderBy: [{ onDate: 'desc' }, { createdAt: 'desc' }],
    select: { onDate: true, startsAt: true, endsAt: true, visitors: { select: { staffId: true } } },
  })
  return row && { ...row, onDate: toDay(row.onDate), visitors: row.visitors.map(({ staffId }) => staffId) }
}

/** Where the actor went last: the likely centre of today. */
const findLikelyPlace = async (work: Work): Promise<string | null> => {
  const row = await work.tx.visit.findFirst({
    where: { visitors: { some: { staffId: work.actor.id } } },
    orderBy: [{ onDate: 'desc' }, { createdAt: 'desc' }],
    select: { placeId: true },
  })
  return row?.placeId ?? null
}

export type ListedLine = RosterLine & {
  readonly section: Section
  /** What is most urgent about the person, by the order of all lists. */
  readonly danger: Danger
}

/** Danger first, then those who may be children, then in the order in which they come: the longest unseen. */
const byUrgency = (today: Day) => (a: ListedLine, b: ListedLine) => {
  const isChild = ({ ageClaims }: ListedLine): boolean => minority(ageClaims, today).treatedAsMinor
  if (isDanger(a.danger.rank) || isDanger(b.danger.rank))
    return byDanger({ ...a.danger, id: '' }, { ...b.danger, id: '' })
  return Number(isChild(b)) - Number(isChild(a))
}

/** People whose last conversation ended with something they asked us for. */
const listAsking = async (work: Work, lines: readonly RosterLine[]): Promise<ReadonlySet<string>> => {
  const rows = await work.tx.encounter.findMany({
    where: {
      personId: { in: lines.map(({ personId }) => personId) },
      outcome: 'seen',
      items: { some: { kind: 'request' } },
    },
    select: { personId: true, metOn: true },
  })
  const met = new Map(lines.map(({ personId, lastMetOn }) => [personId, lastMetOn]))
  return new Set(
    rows.flatMap(({ personId, metOn }) => (met.get(personId) === toDay(metOn) ? [personId] : [])),
  )
}

/** Who may be met in a centre as far as the actor's files know, and who else is within reach (moved, or never placed). */
const listRoster = async (
  work: Work,
  placeId: string,
  {
    last,
    planned,
    isDiscreet,
  }: {
    readonly last: LastVisit | null
    readonly planned: readonly string[]
    readonly isDiscreet: boolean
  },
) => {
  const staying = await listReachableFiles(work, { placeId, isDiscreet })
  const all = await listReachableFiles(work, { isDiscreet })
  const lines = staying.filter((one) => one.placeId === placeId)
  const asking = await listAsking(work, lines)
  const today = dayOf(work.now)
  const endangered = lines.map((line) => ({
    ...line,
    adultOn: adultOn(line.ageClaims, today),
    lastMet: line.lastMetOn === null ? null : { on: line.lastMetOn },
  }))
  const dangersOf = await findDangers(work, endangered, await findDetentionFacts(work, lines))
  const urgency = byUrgency(today)
  const here = endangered
    .map((line): ListedLine => {
      const asksForUs = asking.has(line.personId)
      const to = { planned, lastVisitOn: last?.onDate ?? null }
      return { ...line, section: sectionOf({ ...line, asksForUs }, to), danger: dangersOf(line)[0] }
    })
    .sort(
      (a, b) =>
        SECTIONS.rank(a.section) - SECTIONS.rank(b.section) ||
        // The planned ones by the numbers of the plan, which the printed sheet bears too; the others by urgency.
        planned.indexOf(a.personId) - planned.indexOf(b.personId) ||
        urgency(a, b),
    )
  return {
    here: here.slice(0, ROSTER_LIMIT),
    elsewhere: all.filter((one) => one.placeId !== placeId),
    /** At how many files the list was cut; the others are found by their name. */
    cutAt: new Set(all.map(({ caseId }) => caseId)).size >= REACHABLE_LIMIT ? REACHABLE_LIMIT : null,
    more: here.length > ROSTER_LIMIT,
  }
}

const toProposal = (plan: Plan | null, last: LastVisit | null, today: Day): Proposal | null => {
  if (plan === null) return last && { ...last, onDate: today, teamId: null }
  const { startsAt, endsAt, teamId } = plan
  // No one has been there yet: a plan that lies ahead is written down on the day itself at the earliest.
  const onDate = plan.onDate < today ? plan.onDate : today
  return { onDate, startsAt, endsAt, teamId, visitors: plan.visitors.map(({ id }) => id) }
}

/**
 * What the form needs before anything is written. From a plan it takes centre, day, hours, company and the order of the
 * sheet; without one in the address it is the published plan of today that names the actor, so that two who go together begin alike.
 * Without plan and centre the likely centre is proposed; an empty or unknown one asks.
 */
export const prepareVisit = async (
  work: Work,
  {
    slug,
    planId,
    locale,
    isDiscreet,
  }: {
    readonly slug: string | undefined
    readonly planId?: string | undefined
    readonly locale: Locale
    readonly isDiscreet: boolean
  },
) => {
  const centres = await listCentres(work)
  const asked = centres.find((one) => one.slug === slug)
  const plan =
    planId === undefined
      ? await findOwnPlan(work, { onDate: dayOf(work.now), placeId: asked?.id ?? null })
      : await findPlan(work, planId)
  const likely = plan?.placeId ?? (slug === undefined ? await findLikelyPlace(work) : null)
  const centre = centres.find((one) => one.slug === slug || one.id === likely)
  const base = {
    today: dayOf(work.now),
    /** The plan that the form begins with. */
    planId: plan?.id ?? null,
    centres,
    colleagues: await listFellowVisitors(work),
    teams: await listWorkingOffices(work),
  }
  // As long as no centre is chosen.
  if (centre === undefined) return { ...base, chosen: null }
  const last = await findLastVisit(work, centre.id)
  const planned = plan?.people.map(({ personId }) => personId) ?? []
  const roster = await listRoster(work, centre.id, { last, planned, isDiscreet })
  const proposal = toProposal(plan, last, base.today)
  return { ...base, chosen: { centre, proposal, ...roster, choices: await listChoices(work, locale) } }
}
export type Prepared = Awaited<ReturnType<typeof prepareVisit>>
