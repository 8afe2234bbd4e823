import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import type { AgeClaim } from '@/lib/people/age.rules'
import { initialsOf } from '@/lib/people/name.rules'
import { openNames, personClaims } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, toDay } from '@/lib/shared/dates'
import { openNextStep } from './case.data'
import { CLOSED_STATUSES } from './case.rules'
import { PRESENT } from './file-people.rules'
import type { NextStep } from './file-rows.data'
import type { ShownName } from './shown-people.data'

/** One person to be met: by name for a screen, by code and initials where the list is carried about. */
export type RosterLine = ShownName & {
  readonly caseId: string
  readonly personId: string
  readonly code: string
  readonly nationalities: readonly { readonly country: string; readonly certainty: string }[]
  readonly ageClaims: readonly AgeClaim[]
  readonly openedOn: Day
  readonly status: string
  readonly risk: string
  readonly placeId: string | null
  readonly since: Day | null
  /** Last day on which one of us saw the person. */
  readonly lastMetOn: Day | null
  readonly nextStep: NextStep | null
}

/** More files than anyone looks through by code; anyone who calls says so when there are more. */
export const REACHABLE_LIMIT = 200

/** Whether there may be more files than the list holds. */
export const isFull = (lines: readonly RosterLine[]): boolean =>
  new Set(lines.map(({ caseId }) => caseId)).size >= REACHABLE_LIMIT

/**
 * The people whom the actor may meet: files they may record visits in, not closed, with `placeId` only those who stay there
 * as far as we know. Longest not met first. At most REACHABLE_LIMIT files. Names come only where they are asked for.
 */
export const listReachableFiles = async (
  work: Work,
  { placeId, isDiscreet = true }: { readonly placeId?: string; readonly isDiscreet?: boolean } = {},
): Promise<RosterLine[]> => {
  const stays = placeId === undefined ? {} : { stays: { some: { placeId, until: null } } }
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'visit:record', work.now),
        { status: { notIn: [...CLOSED_STATUSES] }, ...stays },
      ],
    },
    select: {
      id: true,
      code: true,
      openedOn: true,
      status: true,
      risk: true,
      nextStepCipher: true,
      nextStepRevision: true,
      nextStepOn: true,
      people: { where: PRESENT, select: { personId: true, person: { select: personClaims } } },
      stays: {
        where: { until: null },
        select: { personId: true, placeId: true, since: true },
        orderBy: { createdAt: 'desc' },
      },
      encounters: {
        where: { outcome: 'seen' },
        select: { personId: true, metOn: true },
        orderBy: { metOn: 'desc' },
      },
    },
    orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
    take: REACHABLE_LIMIT,
  })
  await work.fieldCrypto.gather(
    'file',
    files.map(({ id }) => id),
  )
  const lines: RosterLine[] = []
  for (const file of files) {
    for (const { personId, person } of file.people) {
      const names = await openNames(work, personId, person.names)
      const stay = file.stays.find((one) => one.personId === personId)
      const met = file.encounters.find((one) => one.personId === personId)
      lines.push({
        caseId: file.id,
        personId,
        code: file.code,
        full: isDiscreet ? null : (names[0]?.text ?? ''),
        initials: initialsOf(names[0]?.text ?? ''),
        nationalities: person.nationalities.map(({ country, certainty }) => ({ country, certainty })),
        ageClaims: toAgeClaims(person.ageClaims),
        openedOn: toDay(file.openedOn),
        status: file.status,
        risk: file.risk,
        placeId: stay?.placeId ?? null,
        since: stay?.since ? toDay(stay.since) : null,
        lastMetOn: met ? toDay(met.metOn) : null,
        nextStep: await openNextStep(work, file),
      })
    }
  }
  return lines.sort((a, b) => (a.lastMetOn ?? '').localeCompare(b.lastMetOn ?? ''))
}

/** Colleagues who may hold files of a team, the actor first: for a choice of worker. */
export const listColleagues = async (
  work: Work,
  teamIds: readonly string[],
): Promise<{ id: string; name: string; teamIds: string[] }[]> => {
  const rows = await work.tx.staff.findMany({
    where: {
      organisationId: work.actor.organisationId,
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
      teams: { some: { teamId: { in: [...teamIds] } } },
    },
    select: { id: true, name: true, teams: { select: { teamId: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ id, name, teams }) => ({ id, name, teamIds: teams.map(({ teamId }) => teamId) }))
}
