import { isApplication, type Way } from '../../lib/asylum/vocabulary.rules'
import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { toWhenColumns } from '../../lib/shared/when/columns.rules'
import { type Cause, insertDemoClock } from './demo-deadlines'
import { newId } from './demo-ids'
import type { Known } from './demo-people'

type Step = Pick<
  Prisma.AsylumEventCreateManyInput,
  'kind' | 'outcome' | 'form' | 'country' | 'notification' | 'letterAmount' | 'letterUnit' | 'facts'
> & {
  readonly daysAgo: number
  readonly isNotified?: true
}
type Meant = {
  readonly of: Known | undefined
  readonly way: Way
  readonly reasons: readonly string[]
  readonly steps: readonly Step[]
}

const exactly = (day: Day) => {
  const { when, from, to, text, basis } = toWhenColumns({
    when: { form: 'exact', day },
    text: day,
    basis: 'document',
  })
  return { onWhen: when, onFrom: from, onTo: to, onText: text, onBasis: basis }
}

const insertSteps = async (
  tx: Prisma.TransactionClient,
  of: Known,
  applicationId: string,
  steps: readonly Step[],
  today: Day,
): Promise<string | null> => {
  const { caseId, worker } = of
  let decision: string | null = null
  for (const { daysAgo, isNotified, ...step } of steps) {
    const id = newId()
    const day = addDays(today, -daysAgo)
    if (isNotified) decision = id
    await tx.asylumEvent.createMany({
      data: [
        {
          id,
          caseId,
          applicationId,
          facts: [],
          ...step,
          ...(isNotified ? { notifiedOn: toDate(day) } : exactly(day)),
          standsOn: toDate(day),
          createdBy: worker.id,
        },
      ],
    })
    if (step.outcome === 'planned')
      await insertDemoClock(tx, of, { event: 'interview_day', on: day, cause: { kind: 'asylum_event', id } })
  }
  return decision
}

/** The papers of someone and where they are received. Answers the orange card, from which a deadline of the demo counts. */
const insertStay = async (
  tx: Prisma.TransactionClient,
  { caseId, worker }: Known,
  today: Day,
): Promise<string> => {
  const ago = (days: number): Date => toDate(addDays(today, -days))
  const [annexId, cardId] = [newId(), newId()]
  const paper = { caseId, isRenewal: false, createdBy: worker.id }
  await tx.stayDocument.createMany({
    data: [
      { ...paper, id: annexId, kind: 'annex_26', issuedOn: ago(45) },
      { ...paper, id: cardId, kind: 'orange_card', issuedOn: ago(40), expiresOn: ago(-82) },
    ],
  })
  await tx.receptionStay.createMany({
    data: [
      {
        id: newId(),
        caseId,
        placeType: 'collective_fedasil',
        phase: 'first',
        code207: 'assigned',
        fromOn: ago(44),
        createdBy: worker.id,
      },
    ],
  })
  return cardId
}

/**
 * Procedures of the demo: one refused under the law before the Pact, one under it, a person in transit, one who was resettled. Answers what
 * the demo's deadlines count from, by file: the decision, or the card.
 */
export const insertDemoAsylum = async (
  tx: Prisma.TransactionClient,
  {
    mine,
    theirs,
    resettled,
    today,
  }: { mine: readonly Known[]; theirs: readonly Known[]; resettled: Known; today: Day },
): Promise<ReadonlyMap<string, Cause>> => {
  const meant: readonly Meant[] = [
    {
      of: mine[20],
      way: 'territory',
      reasons: [],
      steps: [
        { kind: 'made', daysAgo: 505 },
        { kind: 'registered', daysAgo: 503 },
        { kind: 'lodged', daysAgo: 500 },
        { kind: 'received_cgrs', daysAgo: 470 },
        { kind: 'interview', form: 'cgrs', outcome: 'held', daysAgo: 90 },
        {
          kind: 'cgrs_decision',
          outcome: 'refused',
          daysAgo: 1,
          isNotified: true,
          notification: 'registered_post',
          letterAmount: 30,
          letterUnit: 'calendar_day',
          facts: ['at_liberty'],
        },
      ],
    },
    {
      of: theirs[0],
      way: 'territory',
      reasons: [],
      steps: [
        { kind: 'made', daysAgo: 64 },
        { kind: 'lodged', daysAgo: 60 },
        {
          kind: 'cgrs_decision',
          outcome: 'manifestly_unfounded',
          daysAgo: 4,
          isNotified: true,
          notification: 'registered_post',
          letterAmount: 10,
          letterUnit: 'calendar_day',
          facts: ['at_liberty', 'manifestly_unfounded_fast'],
        },
      ],
    },
    {
      of: mine[21],
      way: 'territory',
      reasons: [],
      steps: [
        { kind: 'made', daysAgo: 47 },
        { kind: 'lodged', daysAgo: 45 },
        { kind: 'interview', form: 'cgrs', outcome: 'planned', daysAgo: -8 },
      ],
    },
    { of: mine[22], way: 'transit', reasons: ['registered_elsewhere', 'fears_dublin'], steps: [] },
    {
      of: resettled,
      way: 'resettlement',
      reasons: [],
      steps: [
        { kind: 'selected', country: 'TR', daysAgo: 260 },
        { kind: 'departed', country: 'TR', daysAgo: 152 },
        { kind: 'arrived', daysAgo: 152 },
        { kind: 'welcomed', daysAgo: 151 },
        { kind: 'made', daysAgo: 150 },
        { kind: 'registered', daysAgo: 149 },
        { kind: 'lodged', daysAgo: 140 },
        { kind: 'interview', form: 'cgrs', outcome: 'held', daysAgo: 110 },
        {
          kind: 'cgrs_decision',
          outcome: 'refugee_status',
          daysAgo: 80,
          isNotified: true,
          notification: 'registered_post',
        },
        { kind: 'housed', daysAgo: 21 },
      ],
    },
  ]
  const causes = new Map<string, Cause>()
  for (const { of, way, reasons, steps } of meant) {
    if (of === undefined) continue
    const applicationId = newId()
    await tx.asylumApplication.createMany({
      data: [
        {
          id: applicationId,
          caseId: of.caseId,
          way,
          sequence: isApplication(way) ? 1 : null,
          language: isApplication(way) ? 'fr' : null,
          reasons: [...reasons],
          createdBy: of.worker.id,
        },
      ],
    })
    const decision = await insertSteps(tx, of, applicationId, steps, today)
    if (decision !== null) causes.set(of.caseId, { kind: 'asylum_event', id: decision })
  }
  const [carded] = mine.slice(21)
  if (carded !== undefined)
    causes.set(carded.caseId, { kind: 'stay_document', id: await insertStay(tx, carded, today) })
  return causes
}
