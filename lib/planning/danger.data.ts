import 'server-only'
import { type Danger, dangersOf } from '@/lib/cases/danger.rules'
import { type DangerFacts, toDangerDays } from '@/lib/cases/danger-days.rules'
import { listMissingIn } from '@/lib/cases/missing.data'
import type { Work } from '@/lib/db/work'
import { LAST_DAYS, lastDaysOf } from '@/lib/deadlines/pressing.data'
import type { DetentionFacts } from '@/lib/detention/detention-facts.data'
import { dayOfEvent } from '@/lib/guardianship/event.rules'
import { addDays, type Day, dayOf, toDate } from '@/lib/shared/dates'
import { groupBy } from '@/lib/shared/group-by'
import type { Detained } from './detained.data'
import { toKey } from './plan.rules'

/** Open acts of files that are in the last days of one. A deadline names no person: it is everyone's in the file. */
const listActs = async (work: Work, caseIds: readonly string[], today: Day) => {
  const rows = await work.tx.deadline.findMany({
    where: {
      status: 'open',
      remindOn: { not: null },
      file: { id: { in: [...caseIds] }, actFrom: { lte: toDate(today) } },
    },
    select: { caseId: true, ...LAST_DAYS },
  })
  return rows.flatMap(({ caseId, ...row }) => {
    const days = lastDaysOf(row)
    return days === null ? [] : [{ caseId, ...days }]
  })
}

/** What of a person in a centre the order of danger reads. */
type Endangered = Pick<
  Detained,
  'caseId' | 'personId' | 'status' | 'risk' | 'since' | 'openedOn' | 'adultOn'
> & {
  readonly lastMet: { readonly on: Day } | null
}

/** From when on a person in a centre has not been seen for too long: since the last conversation, or since the arrival. */
const unseenOn = ({ since, lastMet, openedOn }: Endangered, held: number): Day => {
  const [from] = [since, lastMet?.on ?? null]
    .flatMap((day) => day ?? [])
    .sort()
    .reverse()
  return from === undefined ? openedOn : addDays(from, held)
}

/**
 * What is a danger to each of these people, the strongest first, by the order of all lists (lib/cases/danger.rules.ts). Steps and
 * tasks that are late are left out: they do not say that a person has to be visited.
 */
export const findDangers = async <P extends Endangered>(
  work: Work,
  people: readonly P[],
  detainedOf: (person: P) => DetentionFacts | null,
): Promise<(person: P) => readonly [Danger, ...Danger[]]> => {
  const today = dayOf(work.now)
  const caseIds = [...new Set(people.map(({ caseId }) => caseId))]
  const signals = await work.tx.signal.findMany({
    where: { caseId: { in: caseIds }, answeredAt: null },
    select: { caseId: true, severity: true, raisedAt: true, encounter: { select: { personId: true } } },
  })
  const signalsOf = groupBy(signals, ({ caseId, encounter: { personId } }) => toKey({ caseId, personId }))
  const missingOf = groupBy(await listMissingIn(work, caseIds), toKey)
  const actsOf = groupBy(await listActs(work, caseIds, today), ({ caseId }) => caseId)
  const { held } = work.settings.get('work.unseen')
  return (person) => {
    const own = toKey(person)
    const facts: DangerFacts = {
      status: person.status,
      signals: (signalsOf.get(own) ?? []).map(({ severity, raisedAt }) => ({
        severity,
        raisedOn: dayOf(raisedAt),
      })),
      missing: (missingOf.get(own) ?? []).map((event) => dayOfEvent(event) ?? event.standsOn),
      acts: actsOf.get(person.caseId) ?? [],
      removals: detainedOf(person)?.removals.map(({ on }) => on) ?? [],
      places: ['closed_centre'],
      adultOn: person.adultOn,
      unseenOn: unseenOn(person, held),
      silenceOn: null,
      nextStepOn: null,
      tasks: [],
    }
    const { unseenOn: unseen, silenceOn, nextStepOn } = facts
    return dangersOf(
      { ...toDangerDays(facts), risk: person.risk, unseenOn: unseen, silenceOn, nextStepOn },
      today,
    )
  }
}
