import 'server-only'
import type { Danger } from '@/lib/cases/danger.rules'
import type { Work } from '@/lib/db/work'
import { type DetentionFacts, findDetentionFacts } from '@/lib/detention/detention-facts.data'
import { listMinors } from '@/lib/guardianship/waiting.data'
import { type Day, dayOf } from '@/lib/shared/dates'
import { groupBy } from '@/lib/shared/group-by'
import { findDangers } from './danger.data'
import type { Detained } from './detained.data'
import { toKey } from './plan.rules'
import {
  byReason,
  byUrgency,
  checkAlone,
  checkAsked,
  checkLasting,
  checkLimit,
  checkNew,
  checkOrdered,
  checkRemoval,
  checkUnseen,
  checkWished,
  type OfDanger,
  type Reason,
  type ReasonCode,
  toReasonOf,
} from './reason.rules'

/** Says for each of these people (by key) whether its reason holds. */
type Source = (
  work: Work,
  people: readonly Detained[],
  today: Day,
  detainedOf: (person: Detained) => DetentionFacts | null,
) => Promise<(person: Detained) => Reason | null>

const fromWishes: Source = async (work, people) => {
  const wishes = await work.tx.visitWish.findMany({
    where: { withdrawnAt: null, caseId: { in: people.map(({ caseId }) => caseId) } },
    select: { caseId: true, personId: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
  const latest = new Map(wishes.map((wish) => [toKey(wish), dayOf(wish.createdAt)]))
  return (person) => checkWished(latest.get(toKey(person)) ?? null, person.lastMet?.on ?? null)
}

const fromRequests: Source = async (work, people) => {
  const items = await work.tx.encounterItem.findMany({
    where: {
      kind: 'request',
      encounterId: { in: people.flatMap(({ lastMet }) => (lastMet === null ? [] : [lastMet.encounterId])) },
    },
    select: { encounterId: true, code: true },
    orderBy: { code: 'asc' },
  })
  const asked = groupBy(items, ({ encounterId }) => encounterId)
  return ({ lastMet }) =>
    lastMet === null
      ? null
      : checkAsked(
          lastMet.on,
          (asked.get(lastMet.encounterId) ?? []).map(({ code }) => code),
        )
}

const fromGuardianships: Source = async (work, people, today) => {
  const minors = await listMinors(
    work,
    people.map(({ caseId }) => caseId),
    { adultAfter: today },
  )
  const minorOf = new Map(minors.map((one) => [toKey({ caseId: one.file.id, personId: one.personId }), one]))
  return (person) => {
    const minor = minorOf.get(toKey(person))
    return checkAlone(
      minor === undefined
        ? null
        : { needsGuardian: minor.current.needsGuardian, since: minor.wait?.since ?? null },
      today,
    )
  }
}

/** What the legal side of detention says, asked once for all the reasons that come from it. */
const fromDetention =
  (check: (held: DetentionFacts, person: Detained, today: Day) => Reason | null): Source =>
  async (_work, _people, today, detainedOf) =>
  (person) => {
    const facts = detainedOf(person)
    return facts === null ? null : check(facts, person, today)
  }

/** THE registry: a new reason is one line here, its rule, and its words in messages. Dangers come from the order of all lists. */
const SOURCES: Readonly<Record<Exclude<ReasonCode, OfDanger>, Source>> = {
  removal: fromDetention(({ removals }) => checkRemoval(removals)),
  hunger: fromDetention(({ strikes }, _person, today) => checkLasting('hunger', strikes, today)),
  isolated: fromDetention(({ isolations }, _person, today) => checkLasting('isolated', isolations, today)),
  alone: fromGuardianships,
  limit: fromDetention(({ ends }, _person, today) => checkLimit(ends, today)),
  ordered: fromDetention(({ orderedOn }, { lastMet }, today) =>
    checkOrdered(orderedOn, lastMet?.on ?? null, today),
  ),
  wished: fromWishes,
  asked: fromRequests,
  unseen: async (work, _people, today) => (person) =>
    checkUnseen(
      { since: person.since, lastMetOn: person.lastMet?.on ?? null },
      today,
      work.settings.get('work.unseen').held,
    ),
  new: async () => (person) =>
    checkNew({ since: person.since, lastMetOn: person.lastMet?.on ?? null }, person.openedOn),
}

export type Suggestion = Detained & { readonly danger: Danger; readonly reasons: readonly Reason[] }

/** The people with their reasons to be seen, the most urgent first; anyone who has none comes last. */
export const findReasons = async (work: Work, people: readonly Detained[]): Promise<Suggestion[]> => {
  const today = dayOf(work.now)
  const detainedOf = await findDetentionFacts(work, people)
  const dangersOf = await findDangers(work, people, detainedOf)
  const judges: Awaited<ReturnType<Source>>[] = []
  for (const source of Object.values(SOURCES)) judges.push(await source(work, people, today, detainedOf))
  return byUrgency(
    people.map((person) => {
      const dangers = dangersOf(person)
      const reasons = [
        ...dangers.flatMap((one) => toReasonOf(one) ?? []),
        ...judges.flatMap((judge) => judge(person) ?? []),
      ]
      return { ...person, danger: dangers[0], reasons: reasons.sort(byReason) }
    }),
  )
}
