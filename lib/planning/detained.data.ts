import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES, mayBePrinted } from '@/lib/cases/case.rules'
import { PRESENT } from '@/lib/cases/file-people.rules'
import type { Work } from '@/lib/db/work'
import { initialsOf } from '@/lib/people/name.rules'
import { openNames, personClaims } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { toDay } from '@/lib/shared/dates'

const LIMIT = 500

/** Everyone in a closed centre whose file the actor may record visits in. Names come only where they are asked for. */
export const listDetained = async (
  work: Work,
  { placeId, isDiscreet = true }: { readonly placeId?: string; readonly isDiscreet?: boolean } = {},
) => {
  const stay = {
    until: null,
    ...(placeId === undefined ? { place: { kind: 'closed_centre' } } : { placeId }),
  }
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'visit:record', work.now),
        { status: { notIn: [...CLOSED_STATUSES] }, stays: { some: stay } },
      ],
    },
    select: {
      id: true,
      code: true,
      openedOn: true,
      status: true,
      secrecy: true,
      risk: true,
      people: {
        where: PRESENT,
        select: {
          personId: true,
          person: { select: { names: personClaims.names, ageClaims: personClaims.ageClaims } },
        },
      },
      stays: {
        where: { until: null },
        select: { personId: true, placeId: true, since: true, place: { select: { kind: true } } },
        orderBy: { createdAt: 'desc' },
      },
      encounters: {
        where: { outcome: 'seen' },
        select: { id: true, personId: true, metOn: true },
        orderBy: [{ metOn: 'desc' }, { id: 'desc' }],
      },
    },
    orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
    take: LIMIT,
  })
  const found = []
  for (const file of files) {
    for (const { personId, person } of file.people) {
      const where = file.stays.find((one) => one.personId === personId)
      if (where === undefined || where.place.kind !== 'closed_centre') continue
      if (placeId !== undefined && where.placeId !== placeId) continue
      const [name] = await openNames(work, personId, person.names)
      const met = file.encounters.find((one) => one.personId === personId)
      found.push({
        caseId: file.id,
        personId,
        code: file.code,
        /** On no paper: the page of a week is printed too. */
        isOnScreenOnly: !mayBePrinted(file),
        full: isDiscreet ? null : (name?.text ?? ''),
        initials: initialsOf(name?.text ?? ''),
        placeId: where.placeId,
        since: where.since && toDay(where.since),
        openedOn: toDay(file.openedOn),
        status: file.status,
        risk: file.risk,
        ageClaims: toAgeClaims(person.ageClaims),
        /** The last conversation in which the person was seen, by whomever. */
        lastMet: met ? { encounterId: met.id, on: toDay(met.metOn) } : null,
      })
    }
  }
  return found
}
/** A person who stays in a closed centre as far as we know. */
export type Detained = Awaited<ReturnType<typeof listDetained>>[number]
