import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listDeadlinesOf } from '@/lib/deadlines/deadline-list.data'
import { byShownDay } from '@/lib/deadlines/deadline-list.view'
import type { AgeClaim } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import { ageClaimRows } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { type BareEvent, listBareEvents, listEventRows } from './event.data'
import { dayOfEvent } from './event.rules'
import { currentOf } from './state.rules'
import { type Countdown, countdownOf, mayBeAlone, type Wait, waitOf } from './wait.rules'

const MOST = 500

/** A minor of an open file who may be here without parents. */
export type Minor = {
  readonly personId: string
  readonly file: {
    readonly id: string
    readonly code: string
    readonly worker: { readonly id: string; readonly name: string }
    readonly secrecy: string
    readonly isHeld: boolean
    readonly openedOn: Day
  }
  readonly ageClaims: readonly AgeClaim[]
  readonly current: ReturnType<typeof currentOf<BareEvent>>
  readonly wait: Wait | null
  readonly countdown: Countdown | null
}

/** Everyone within reach who is treated as a minor and whom nothing shows to be with their parents. */
export const listMinors = async (
  work: Work,
  caseIds: readonly string[] | null = null,
  {
    withClosed = false,
    adultAfter = null,
  }: { readonly withClosed?: boolean; readonly adultAfter?: Day | null } = {},
): Promise<Minor[]> => {
  const day = dayOf(work.now)
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        caseIds === null ? {} : { id: { in: [...caseIds] } },
        {
          ...(withClosed ? {} : { status: { notIn: [...CLOSED_STATUSES] } }),
          ...(adultAfter === null ? {} : { adultOn: { gt: toDate(adultAfter) } }),
          people: { some: { ...PRESENT, person: { ageClaims: { some: { withdrawnAt: null } } } } },
        },
      ],
    },
    select: {
      id: true,
      code: true,
      kind: true,
      openedOn: true,
      secrecy: true,
      isHeld: true,
      worker: { select: { id: true, name: true } },
      people: {
        where: PRESENT,
        select: { personId: true, role: true, person: { select: { ageClaims: ageClaimRows } } },
      },
    },
    orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
  })
  const children = files.flatMap(({ people, ...file }) =>
    people.flatMap(({ personId, role, person }) => {
      const ageClaims = toAgeClaims(person.ageClaims)
      const { treatedAsMinor, because } = minority(ageClaims, day)
      return treatedAsMinor ? [{ file, people, personId, role, ageClaims, because }] : []
    }),
  )
  if (children.length === 0) return []
  const events = await listBareEvents(work, {
    caseId: { in: [...new Set(children.map(({ file }) => file.id))] },
  })
  return children.flatMap(({ file, people, personId, role, ageClaims, because }): Minor[] => {
    const own = events.filter((one) => one.caseId === file.id && one.personId === personId)
    const roles = people.filter((one) => one.personId !== personId).map((one) => one.role)
    if (own.length === 0 && !mayBeAlone({ kind: file.kind, role, others: roles })) return []
    const current = currentOf(own)
    const since = current.waitsSince && dayOfEvent(current.waitsSince)
    return [
      {
        personId,
        file: {
          id: file.id,
          code: file.code,
          worker: file.worker,
          secrecy: file.secrecy,
          isHeld: file.isHeld,
          openedOn: toDay(file.openedOn),
        },
        ageClaims,
        current,
        wait: since === null ? null : waitOf(since, day),
        countdown: because === null ? null : countdownOf(because, day),
      },
    ]
  })
}

/** Those of them who have no guardian and of whom nothing says that they need none: THE rule, for every list that says so. */
export const listAwaiting = async (work: Work): Promise<Minor[]> => (await listMinors(work)).filter(awaits)
const awaits = ({ current }: Minor): boolean => current.needsGuardian

/** Whom no one has reported first, then the longest waiting. */
const byWait = (a: Minor, b: Minor): number => {
  const days = ({ wait }: Minor): number => (wait === null ? Number.MAX_SAFE_INTEGER : wait.days)
  return days(b) - days(a) || a.file.openedOn.localeCompare(b.file.openedOn)
}

/** How many of our minors each named guardian has. Two who write their name otherwise make two of them. */
const listGuardians = async (work: Work, minors: readonly Minor[]) => {
  const ids = minors.flatMap(({ current }) => current.guardian?.id ?? [])
  const rows = ids.length === 0 ? [] : await listEventRows(work, { id: { in: ids } })
  const named = new Map<string, { who: string; service: string; minors: Minor[] }>()
  for (const row of rows) {
    const minor = minors.find(({ current }) => current.guardian?.id === row.id)
    if (minor === undefined) continue
    const key = row.details.who.toLocaleLowerCase()
    const known = named.get(key) ?? { who: row.details.who, service: row.details.service, minors: [] }
    known.minors.push(minor)
    named.set(key, known)
  }
  return [...named.values()].sort((a, b) => b.minors.length - a.minors.length || a.who.localeCompare(b.who))
}

/**
 * How many minors that list shows, for the menu, which asks on every page: only files in which someone is not yet eighteen by the
 * day that is kept for the order of danger are read.
 */
export const countWaiting = async (work: Work): Promise<number> =>
  (await listMinors(work, null, { adultAfter: dayOf(work.now) })).filter(
    (minor) => awaits(minor) || minor.current.missing !== null,
  ).length

/** Where minors stay in a place we know, beside what their guardianship says of it; the latest first. */
const listPlaces = async (work: Work, caseIds: readonly string[]) =>
  await work.tx.placeStay.findMany({
    where: { caseId: { in: [...caseIds] }, until: null },
    select: {
      caseId: true,
      personId: true,
      since: true,
      place: { select: { kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: { createdAt: 'desc' },
  })

/** The files among these in which the reader may write. */
const listEditable = async (work: Work, caseIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:edit', work.now), { id: { in: [...caseIds] } }] },
    select: { id: true },
  })
  return new Set(files.map(({ id }) => id))
}

/** Who is missing, who waits for a guardian, and who is guardian of the others. */
export const readWaiting = async (work: Work, isDiscreet: boolean) => {
  const all = await listMinors(work)
  const waiting = all.filter(awaits).sort(byWait)
  const shown = waiting.slice(0, MOST)
  const missing = all.filter(({ current }) => current.missing !== null)
  const caseIds = [...new Set([...missing, ...shown].map(({ file }) => file.id))]
  const deadlines = byShownDay(await listDeadlinesOf(work, caseIds))
  const stays = await listPlaces(work, caseIds)
  const editable = await listEditable(work, caseIds)
  const toLine = (minor: Minor) => {
    const stay = stays.find((one) => one.caseId === minor.file.id && one.personId === minor.personId)
    return {
      ...minor,
      /** The deadline of the file that the list of deadlines shows first. */
      next: deadlines.find(({ file }) => file.id === minor.file.id) ?? null,
      stay: stay === undefined ? null : { place: stay.place, since: stay.since && toDay(stay.since) },
      isHeld: minor.file.isHeld && stay !== undefined,
      canReport: editable.has(minor.file.id) && minor.current.state === 'nothing',
    }
  }
  const listed = [...new Set(all.map(({ file }) => file.id))]
  return {
    lines: shown.map(toLine),
    missing: missing.map(toLine),
    hasMore: waiting.length > shown.length,
    guardians: await listGuardians(work, all),
    words: await listWords(work, ['care_arrangement']),
    people: await listShownPeople(work, listed, isDiscreet),
    caseIds: listed,
  }
}
export type Waiting = Awaited<ReturnType<typeof readWaiting>>
