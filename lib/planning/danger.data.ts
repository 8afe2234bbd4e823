import 'server-only'
import { type Danger, dangersOf } from '@/lib/cases/danger.rules'
import { type DangerFacts, toDangerDays } from '@/lib/cases/danger-days.rules'
import { listMissingIn } from '@/lib/cases/missing.data'
import type { Work } from '@/lib/db/work'
import { LAST_DAYS, lastDaysOf } from '@/lib/deadlines/pressing.data'
import type { DetentionFacts } from '@/lib/detention/detention-facts.data'
import { dayOfEvent } from '@/lib/guardianship/event.rules'
import { type AgeClaim, majorityOf } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import type { Detained } from './detained.data'

/** Open acts of files with their last days. A deadline names no person: it is everyone's in the file. */
const listActs = async (work: Work, caseIds: readonly string[]) => {
  const rows = await work.tx.deadline.findMany({
    where: { caseId: { in: [...caseIds] }, status: 'open', remindOn: { not: null } },
    select: { caseId: true, ...LAST_DAYS },
  })
  return rows.flatMap(({ caseId, ...row }) => {
    const days = lastDaysOf(row)
    return days === null ? [] : [{ caseId, ...days }]
  })
}

/** What of a person in a centre the order of danger reads. */
type Endangered = Pick<Detained, 'caseId' | 'personId' | 'status' | 'risk' | 'since' | 'openedOn'> & {
  readonly ageClaims: readonly AgeClaim[]
  readonly lastMet: { readonly on: Day } | null
}

/** The day on which a person who is treated as a minor is an adult by every claim; null for an adult. */
const adultOn = ({ ageClaims }: Pick<Endangered, 'ageClaims'>, today: Day): Day | null => {
  const { treatedAsMinor, because } = minority(ageClaims, today)
  return treatedAsMinor && because !== null ? (majorityOf(because)?.latest ?? null) : null
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
  const missing = await listMissingIn(work, caseIds)
  const acts = await listActs(work, caseIds)
  return (person) => {
    const isOwn = (one: { readonly caseId: string; readonly personId: string }) =>
      one.caseId === person.caseId && one.personId === person.personId
    const facts: DangerFacts = {
      status: person.status,
      signals: signals
        .filter(({ caseId, encounter: { personId } }) => isOwn({ caseId, personId }))
        .map(({ severity, raisedAt }) => ({ severity, raisedOn: dayOf(raisedAt) })),
      missing: missing.filter(isOwn).map((event) => dayOfEvent(event) ?? event.standsOn),
      acts: acts.filter(({ caseId }) => caseId === person.caseId),
      removals: detainedOf(person)?.removals.map(({ on }) => on) ?? [],
      places: ['closed_centre'],
      adultOn: adultOn(person, today),
      unseenOn: unseenOn(person, work.settings.get('work.unseen').held),
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
