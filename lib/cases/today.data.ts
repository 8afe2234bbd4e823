import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { addDays, toDate, toDay } from '@/lib/shared/dates'
import { type NextStep, openNextStep, today } from './case.data'
import { bySeverity, CLOSED_STATUSES } from './case.rules'
import { caseLine, toUnseen } from './caseload.data'
import { listWords } from './word.data'

const SHOWN = 10
const open: Prisma.CaseFileWhereInput = { status: { notIn: [...CLOSED_STATUSES] } }

const signalLine = {
  id: true,
  code: true,
  severity: true,
  raisedAt: true,
  raiser: { select: { name: true } },
  file: { select: { id: true, code: true } },
  encounter: {
    select: { place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } } },
  },
} as const satisfies Prisma.SignalSelect

const listUnanswered = (work: Work, severity: readonly string[], take?: number) =>
  work.tx.signal.findMany({
    where: {
      answeredAt: null,
      severity: { in: [...severity] },
      // A worry outlives the file: closing one does not answer it.
      file: scopeCases(work.actor, 'case:read', work.now),
    },
    select: signalLine,
    orderBy: [{ raisedAt: take === undefined ? 'asc' : 'desc' }, { id: 'asc' }],
    ...(take === undefined ? {} : { take }),
  })

/** What nobody has answered: critical ones, the longest waiting first, never cut; of the others the newest. */
const listSignals = async (work: Work, others: readonly string[]) => {
  const critical = await listUnanswered(work, ['critical'])
  if (others.length === 0) return critical
  const rest = await listUnanswered(work, others, SHOWN)
  return [...critical, ...rest.sort(bySeverity)]
}

/** In a closed centre for eight days or longer and not seen for as long. */
const listUnseen = async (work: Work) => {
  const where = { AND: [scopeCases(work.actor, 'case:read', work.now), open, toUnseen(work)] }
  const lines = await work.tx.caseFile.findMany({
    where,
    select: caseLine,
    orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return { lines, total: await work.tx.caseFile.count({ where }) }
}

const dueLine = {
  id: true,
  code: true,
  nextStepCipher: true,
  nextStepRevision: true,
  nextStepOn: true,
  worker: { select: { id: true, name: true } },
} as const satisfies Prisma.CaseFileSelect
export type DueLine = {
  readonly id: string
  readonly code: string
  readonly worker: string
  readonly step: NextStep | null
}

/** Next steps up to a day, the latest first to wait. Their text is shown to those who may open the file anyway. */
const listDue = async (
  work: Work,
  daysAhead: number,
  take: number,
): Promise<{ lines: DueLine[]; total: number }> => {
  const until = toDate(addDays(today(work), daysAhead))
  const where: Prisma.CaseFileWhereInput = {
    AND: [scopeCases(work.actor, 'case:read', work.now), open, { nextStepOn: { lte: until } }],
  }
  const rows = await work.tx.caseFile.findMany({
    where,
    select: dueLine,
    orderBy: [{ nextStepOn: 'asc' }, { id: 'asc' }],
    take,
  })
  const lines: DueLine[] = []
  for (const row of rows)
    lines.push({ id: row.id, code: row.code, worker: row.worker.name, step: await openNextStep(work, row) })
  return { lines, total: await work.tx.caseFile.count({ where }) }
}

/** Open files by worker in the teams one leads. */
const listLoad = async (work: Work) => {
  const groups = await work.tx.caseFile.groupBy({
    by: ['workerId'],
    where: {
      AND: [scopeCases(work.actor, 'case:read', work.now), open, { teamId: { in: [...work.actor.leads] } }],
    },
    _count: { _all: true },
  })
  const staff = await work.tx.staff.findMany({
    where: { id: { in: groups.map(({ workerId }) => workerId) }, organisationId: work.actor.organisationId },
    select: { id: true, name: true },
  })
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  return groups
    .map(({ workerId, _count }) => ({ workerId, name: names.get(workerId) ?? '', files: _count._all }))
    .sort((a, b) => b.files - a.files || a.name.localeCompare(b.name))
}

const forCoordinator = async (work: Work) => ({
  role: 'coordinator' as const,
  signals: await listSignals(work, []),
  unseen: await listUnseen(work),
  due: await listDue(work, -1, 4),
  load: await listLoad(work),
  words: await listWords(work, ['concern_type']),
})

const forCaseworker = async (work: Work) => {
  const mine = { AND: [scopeCases(work.actor, 'case:read', work.now), open] }
  return {
    role: 'caseworker' as const,
    signals: await listSignals(work, ['serious', 'watch', 'info']),
    due: await listDue(work, 0, SHOWN),
    files: await work.tx.caseFile.count({ where: mine }),
    unseen: await listUnseen(work),
    words: await listWords(work, ['concern_type']),
  }
}

const forGuest = async (work: Work) => {
  const memberships = await work.tx.caseMember.findMany({
    where: { staffId: work.actor.id, file: scopeCases(work.actor, 'case:read', work.now) },
    select: { validUntil: true, file: { select: { id: true, code: true, kind: true } } },
    orderBy: { validUntil: 'asc' },
  })
  return {
    role: 'guest' as const,
    files: memberships.map(({ validUntil, file }) => ({ ...file, until: validUntil })),
    words: await listWords(work, ['case_kind']),
  }
}

/** The house and nobody's life: how many can sign in, whose badge ends within a month. */
const forAdmin = async (work: Work) => {
  const { organisationId } = work.actor
  const from = today(work)
  const badges = await work.tx.accreditation.findMany({
    where: {
      staff: { organisationId, active: true },
      validUntil: { gte: toDate(from), lte: toDate(addDays(from, 30)) },
    },
    select: {
      id: true,
      validUntil: true,
      staff: { select: { name: true } },
      place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return {
    role: 'admin' as const,
    active: await work.tx.staff.count({ where: { organisationId, active: true } }),
    badges: badges.map(({ validUntil, ...badge }) => ({ ...badge, until: toDay(validUntil) })),
  }
}

/** The first screen, by role. An admin's holds no person at all. */
export const getToday = async (
  work: Work,
): Promise<
  | Awaited<ReturnType<typeof forCoordinator>>
  | Awaited<ReturnType<typeof forCaseworker>>
  | Awaited<ReturnType<typeof forGuest>>
  | Awaited<ReturnType<typeof forAdmin>>
> => {
  switch (work.actor.role) {
    case 'coordinator':
      return forCoordinator(work)
    case 'caseworker':
      return forCaseworker(work)
    case 'guest':
      return forGuest(work)
    case 'admin':
      return forAdmin(work)
  }
}
export type Today = Awaited<ReturnType<typeof getToday>>
export type TodayOf<R extends Today['role']> = Extract<Today, { role: R }>

/** The files that stand on the screen, for the trail. */
export const toShownIds = (shown: Today): string[] => {
  const ids =
    shown.role === 'admin'
      ? []
      : shown.role === 'guest'
        ? shown.files.map(({ id }) => id)
        : [
            ...shown.signals.map(({ file }) => file.id),
            ...shown.unseen.lines.map(({ id }) => id),
            ...shown.due.lines.map(({ id }) => id),
          ]
  return [...new Set(ids)]
}
