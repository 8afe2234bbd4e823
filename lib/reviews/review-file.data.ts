import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { listFileDangers } from '@/lib/caseload/danger.data'
import { openNextStep } from '@/lib/cases/case.data'
import { mayBePrinted } from '@/lib/cases/case.rules'
import { isDanger } from '@/lib/cases/danger.rules'
import { byRole, PRESENT } from '@/lib/cases/file-people.rules'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { saysKindOfFile } from '@/lib/deadlines/rule.rules'
import { initialsOf } from '@/lib/people/name.rules'
import { CURRENT, openNames, personClaims } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { dayOf, toDay } from '@/lib/shared/dates'
import { listPlans } from '@/lib/tasks/goal.data'
import { listTasks, type Task } from '@/lib/tasks/task.data'
import { listChanges, listLastNotes, listLastReviews, type OfFile, toTaskChanges } from './change.data'
import type { Change, ReviewFile } from './review.schema'

const label = { labelEn: true, labelFr: true, labelNl: true, labelDe: true } as const
const inReview = {
  id: true,
  code: true,
  kind: true,
  status: true,
  risk: true,
  secrecy: true,
  nextStepCipher: true,
  nextStepRevision: true,
  nextStepOn: true,
  lastContactOn: true,
  worker: { select: { name: true } },
  people: {
    where: PRESENT,
    select: {
      personId: true,
      role: true,
      person: {
        select: { ...personClaims, languages: { where: CURRENT, select: { language: true, level: true } } },
      },
    },
  },
  stays: {
    where: { until: null },
    select: { personId: true, since: true, place: { select: label } },
    orderBy: { createdAt: 'desc' },
  },
} as const satisfies Prisma.CaseFileSelect
type Row = Prisma.CaseFileGetPayload<{ select: typeof inReview }>

const openPeople = async (work: Work, row: Row, isDiscreet: boolean): Promise<ReviewFile['people']> => {
  const people: ReviewFile['people'] = []
  for (const { person } of [...row.people].sort(byRole)) {
    const stay = row.stays.find(({ personId }) => personId === person.id)
    const [name] = await openNames(work, person.id, person.names)
    const full = name?.text ?? ''
    people.push({
      id: person.id,
      full: isDiscreet ? null : full,
      initials: initialsOf(full),
      ageClaims: toAgeClaims(person.ageClaims),
      nationalities: person.nationalities.map(({ country, certainty }) => ({ country, certainty })),
      languages: person.languages,
      stay: stay === undefined ? null : { place: stay.place, since: stay.since && toDay(stay.since) },
    })
  }
  return people
}

const toChange = ({ caseId: _, at: __, ...change }: OfFile<Change>): Change => change

/**
 * Files of one's own review as its page shows them, in the order asked for; whatever is not in the review or out of reach
 * is left out. Several at once, with one question a table, because the page asks for the next ones ahead.
 */
export const listReviewFiles = async (
  work: Work,
  reviewId: string,
  caseIds: readonly string[],
  isDiscreet: boolean,
): Promise<ReviewFile[]> => {
  const rows = await work.tx.caseFile.findMany({
    where: {
      AND: [scopeCases(work.actor, 'case:review', work.now), { id: { in: [...caseIds] } }],
      reviewItems: { some: { reviewId, staffId: work.actor.id } },
    },
    select: inReview,
  })
  const ids = rows.map(({ id }) => id)
  const since = await listLastReviews(work, reviewId, ids)
  const changes = await listChanges(work, since)
  const notes = await listLastNotes(work, ids)
  const plans = await listPlans(work, ids)
  const dangers = await listFileDangers(work, ids)
  const changed = new Set(changes.map(({ id }) => id))
  const open = new Map<string, Task[]>()
  for (const id of ids) {
    const tasks = await listTasks(work, id)
    open.set(
      id,
      tasks.filter(({ done }) => done === null),
    )
    changes.push(...toTaskChanges(id, tasks, since.get(id)))
  }
  const files = new Map<string, ReviewFile>()
  for (const row of rows) {
    const last = since.get(row.id)
    const isRestricted = !mayBePrinted(row)
    const danger = dangers.find(({ caseId }) => caseId === row.id)
    files.set(row.id, {
      caseId: row.id,
      code: row.code,
      kind: isRestricted ? null : row.kind,
      status: row.status,
      risk: row.risk,
      isRestricted,
      worker: row.worker.name,
      people: await openPeople(work, row, isDiscreet),
      nextStep: await openNextStep(work, row),
      lastContactOn: row.lastContactOn && toDay(row.lastContactOn),
      nextContactOn: null,
      dangers: (danger?.dangers ?? []).flatMap(({ rank, reason, on }) =>
        isDanger(rank) ? [{ reason, on }] : [],
      ),
      signals: [...(danger?.signals ?? [])],
      acts: (danger?.acts ?? []).map(({ id, code, title, until }) => ({
        id,
        title: saysKindOfFile(code) ? null : title,
        until,
      })),
      plan: [...(plans.get(row.id) ?? [])],
      tasks: (open.get(row.id) ?? []).map(({ id, text, dueOn }) => ({ id, text, on: dueOn })),
      since: last === undefined ? null : dayOf(last),
      changes: changes
        .filter(({ caseId }) => caseId === row.id)
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .map(toChange),
      notes: notes.filter(({ caseId, id }) => caseId === row.id && !changed.has(id)).map(toChange),
    })
  }
  return caseIds.flatMap((id) => files.get(id) ?? [])
}
