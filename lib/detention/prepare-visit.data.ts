import 'server-only'
import { listReachableFiles, type RosterLine } from '@/lib/cases/roster.data'
import { type CodeChoice, listCodes } from '@/lib/countries/code.data'
import { listPlaces } from '@/lib/countries/place.data'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { dayOf, toDay } from '@/lib/shared/dates'
import { type Accreditation, LISTS, type Part } from './visit.rules'

export type Choices = Readonly<Record<Part, readonly CodeChoice[]>>

/** The values of the five lists that may be chosen today, with their words. */
export const listChoices = async (work: Work, locale: Locale): Promise<Choices> => {
  const lists = await listCodes(work, Object.values(LISTS), locale, work.now)
  const of = (part: Part): readonly CodeChoice[] => lists.get(LISTS[part]) ?? []
  return {
    topics: of('topics'),
    actions: of('actions'),
    requests: of('requests'),
    signals: of('signals'),
    themes: of('themes'),
  }
}

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
  const places = await listPlaces(work, 'closed_centre')
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

/** More people than anybody meets in a day; the page says so when there are more. */
export const ROSTER_LIMIT = 60

/** Who may be met in a centre as far as the actor's files know, and who else is within reach (moved, or never placed). */
const listRoster = async (work: Work, placeId: string) => {
  const staying = await listReachableFiles(work, { placeId })
  const all = await listReachableFiles(work)
  const here = staying.filter((one) => one.placeId === placeId)
  return {
    here: here.slice(0, ROSTER_LIMIT),
    elsewhere: all.filter((one) => one.placeId !== placeId),
    more: here.length > ROSTER_LIMIT,
  }
}

export type Named = { readonly id: string; readonly name: string }

/** Everybody of the actor's teams who works on files, the actor included. */
export const listFellowVisitors = async (work: Work): Promise<Named[]> =>
  work.tx.staff.findMany({
    where: {
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
      OR: [{ id: work.actor.id }, { teams: { some: { teamId: { in: [...work.actor.teams] } } } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })

const listTeams = async (work: Work): Promise<Named[]> =>
  work.tx.team.findMany({
    where: { id: { in: [...work.actor.teams] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })

export type Prepared = {
  readonly today: string
  readonly centres: readonly Centre[]
  /** Null as long as no centre is chosen. */
  readonly chosen: {
    readonly centre: Centre
    readonly here: readonly RosterLine[]
    readonly elsewhere: readonly RosterLine[]
    readonly more: boolean
    readonly choices: Choices
  } | null
  readonly colleagues: readonly Named[]
  readonly teams: readonly Named[]
}

/** What the form needs before anything is written. An unknown centre counts as none chosen. */
export const prepareVisit = async (
  work: Work,
  { slug, locale }: { readonly slug: string | undefined; readonly locale: Locale },
): Promise<Prepared> => {
  const centres = await listCentres(work)
  const centre = centres.find((one) => one.slug === slug)
  const base = {
    today: dayOf(work.now),
    centres,
    colleagues: await listFellowVisitors(work),
    teams: await listTeams(work),
  }
  if (centre === undefined) return { ...base, chosen: null }
  const roster = await listRoster(work, centre.id)
  return { ...base, chosen: { centre, ...roster, choices: await listChoices(work, locale) } }
}
