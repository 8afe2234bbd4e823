import 'server-only'
import { listReachableFiles, type RosterLine } from '@/lib/cases/roster.data'
import type { Work } from '@/lib/db/work'
import { dayOf, toDay } from '@/lib/shared/dates'
import { type ChoiceRow, listChoices } from './choice.data'
import type { Accreditation } from './visit.rules'

export type CentreRow = {
  readonly id: string
  readonly slug: string
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
  readonly city: string | null
  /** The actor's own, for this centre. */
  readonly accreditations: readonly Accreditation[]
}

/** The closed centres of today, with the actor's accreditations for each. */
export const listCentres = async (work: Work): Promise<CentreRow[]> => {
  const places = await work.tx.place.findMany({
    where: { kind: 'closed_centre', validTo: null },
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true, city: true },
  })
  const rights = await work.tx.accreditation.findMany({
    where: { staffId: work.actor.id },
    select: { placeId: true, validFrom: true, validUntil: true },
  })
  return places.map((place) => ({
    ...place,
    accreditations: rights
      .filter(({ placeId }) => placeId === place.id)
      .map(({ validFrom, validUntil }) => ({ from: toDay(validFrom), until: toDay(validUntil) })),
  }))
}

/** More people than anybody meets in a day; the page says so when there are more. */
export const ROSTER_LIMIT = 60

/** Who may be met in a centre as far as the actor's files know, and who else is within reach (moved, or never placed). */
const listRoster = async (work: Work, placeId: string) => {
  const here = await listReachableFiles(work, { placeId })
  const all = await listReachableFiles(work)
  const elsewhere = all.filter((one) => one.placeId !== placeId)
  return {
    here: here.filter((one) => one.placeId === placeId).slice(0, ROSTER_LIMIT),
    elsewhere,
    more: here.length > ROSTER_LIMIT,
  }
}

export type Colleague = { readonly id: string; readonly name: string }

/** Everybody of the actor's teams who works on files, the actor included. */
export const listColleagues = async (work: Work): Promise<Colleague[]> =>
  work.tx.staff.findMany({
    where: {
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
      OR: [{ id: work.actor.id }, { teams: { some: { teamId: { in: [...work.actor.teams] } } } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })

const listTeams = async (work: Work): Promise<Colleague[]> =>
  work.tx.team.findMany({
    where: { id: { in: [...work.actor.teams] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })

export type Prepared = {
  readonly today: string
  readonly centres: readonly CentreRow[]
  /** Null as long as no centre is chosen. */
  readonly chosen: {
    readonly centre: CentreRow
    readonly here: readonly RosterLine[]
    readonly elsewhere: readonly RosterLine[]
    readonly more: boolean
    readonly choices: readonly ChoiceRow[]
  } | null
  readonly colleagues: readonly Colleague[]
  readonly teams: readonly Colleague[]
}

/** What the form needs before anything is written. An unknown centre counts as none chosen. */
export const prepareVisit = async (work: Work, slug: string | undefined): Promise<Prepared> => {
  const today = dayOf(work.now)
  const centres = await listCentres(work)
  const centre = centres.find((one) => one.slug === slug)
  const base = { today, centres, colleagues: await listColleagues(work), teams: await listTeams(work) }
  if (centre === undefined) return { ...base, chosen: null }
  const roster = await listRoster(work, centre.id)
  return { ...base, chosen: { centre, ...roster, choices: await listChoices(work) } }
}
