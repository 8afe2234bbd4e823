import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import type { AgeClaim } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import { ageClaimRows } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, dayOf, toDay } from '@/lib/shared/dates'
import { type BareEvent, listBareEvents, listEventRows } from './event.data'
import { dayOfEvent } from './event.rules'
import { currentOf } from './state.rules'
import { type Countdown, countdownOf, mayBeAlone, type Wait, waitOf } from './wait.rules'

const MOST = 500

/** A minor of an open file who may be here without parents, as lists say them: by the code of their file, without a name. */
export type Minor = {
  readonly personId: string
  readonly file: {
    readonly id: string
    readonly code: string
    readonly worker: string
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
  { withClosed = false }: { readonly withClosed?: boolean } = {},
): Promise<Minor[]> => {
  const day = dayOf(work.now)
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        caseIds === null ? {} : { id: { in: [...caseIds] } },
        {
          ...(withClosed ? {} : { status: { notIn: [...CLOSED_STATUSES] } }),
          people: { some: { ...PRESENT, person: { ageClaims: { some: { withdrawnAt: null } } } } },
        },
      ],
    },
    select: {
      id: true,
      code: true,
      kind: true,
      openedOn: true,
      worker: { select: { name: true } },
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
          worker: file.worker.name,
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
  const named = new Map<string, { who: string; service: string; files: { id: string; code: string }[] }>()
  for (const row of rows) {
    const minor = minors.find(({ current }) => current.guardian?.id === row.id)
    if (minor === undefined) continue
    const key = row.details.who.toLocaleLowerCase()
    const known = named.get(key) ?? { who: row.details.who, service: row.details.service, files: [] }
    known.files.push({ id: minor.file.id, code: minor.file.code })
    named.set(key, known)
  }
  return [...named.values()].sort((a, b) => b.files.length - a.files.length || a.who.localeCompare(b.who))
}

/** The next day on which something is due in each of these files. */
const listNext = async (work: Work, caseIds: readonly string[]): Promise<ReadonlyMap<string, Day>> => {
  const rows = await work.tx.deadline.findMany({
    where: { caseId: { in: [...caseIds] }, status: 'open', remindOn: { not: null } },
    select: { caseId: true, remindOn: true },
    orderBy: { remindOn: 'desc' },
  })
  return new Map(
    rows.flatMap(({ caseId, remindOn }) => (remindOn === null ? [] : [[caseId, toDay(remindOn)]])),
  )
}

/** Where minors stay in a place we know, beside what their guardianship says of it. */
const listPlaces = async (work: Work, caseIds: readonly string[]) =>
  await work.tx.placeStay.findMany({
    where: { caseId: { in: [...caseIds] }, until: null },
    select: {
      personId: true,
      place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
  })

/** The list of minors without a guardian, and who is guardian of the others. */
export const readWaiting = async (work: Work) => {
  const all = await listMinors(work)
  const waiting = all.filter(awaits).sort(byWait)
  const shown = waiting.slice(0, MOST)
  const caseIds = shown.map(({ file }) => file.id)
  const next = await listNext(work, caseIds)
  const places = await listPlaces(work, caseIds)
  return {
    lines: shown.map((minor) => ({
      ...minor,
      nextOn: next.get(minor.file.id) ?? null,
      place: places.find(({ personId }) => personId === minor.personId)?.place ?? null,
    })),
    missing: all.filter(({ current }) => current.missing !== null),
    hasMore: waiting.length > shown.length,
    guardians: await listGuardians(work, all),
    words: await listWords(work, ['care_arrangement']),
    caseIds: [...new Set(all.map(({ file }) => file.id))],
  }
}
export type Waiting = Awaited<ReturnType<typeof readWaiting>>
