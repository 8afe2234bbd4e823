import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { openNextStep, today } from '@/lib/cases/case.data'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { byDanger, dangerOf } from '@/lib/cases/danger.rules'
import { rankedColumns, toRanked } from '@/lib/cases/danger.view'
import { daysUnseen } from '@/lib/cases/silence.rules'
import type { Prisma } from '@/lib/db/generated/client'
import { findNextPlans } from '@/lib/planning/upcoming.data'
import { openEach } from '@/lib/registers/register.data'
import { toDate, toDay } from '@/lib/shared/dates'
import { MOST, ownFiles, type Source } from './first-line.data'

/** People of one's own files in detention whom no one has visited for eight days, and of whom nothing worse is known. */
export const fromUnseen: Source<'unseen'> = async (work) => {
  const day = today(work)
  const rows = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        ownFiles(work),
        { unseenOn: { lte: toDate(day) } },
      ],
    },
    select: { id: true, code: true, lastSeenOn: true, openedOn: true, ...rankedColumns },
  })
  const found = rows
    .flatMap(({ id, code, lastSeenOn, openedOn, ...row }) => {
      const { rank, key } = dangerOf(toRanked(row), day)
      const isUnseen = rank === 'unseenHigh' || rank === 'unseenMedium' || rank === 'unseenLow'
      const seenOn = lastSeenOn && toDay(lastSeenOn)
      const days = daysUnseen(seenOn, toDay(openedOn), day)
      return isUnseen ? [{ id, code, rank, key, days, isNever: seenOn === null }] : []
    })
    .sort(byDanger)
  const shown = found.slice(0, MOST)
  const next = await findNextPlans(
    work,
    shown.map(({ id }) => id),
  )
  return {
    firsts: shown.map(({ id, code, rank, key, days, isNever }) => ({
      kind: 'unseen',
      key: id,
      urgency: rank,
      on: key,
      caseId: id,
      unseen: { code, days, isNever, nextVisitOn: next.get(id) ?? null },
    })),
    total: found.length,
  }
}

/** Next steps that are due, in one's own files. */
export const fromSteps: Source<'step'> = async (work) => {
  const where: Prisma.CaseFileWhereInput = {
    AND: [
      scopeCases(work.actor, 'case:read', work.now),
      ownFiles(work),
      { status: { notIn: [...CLOSED_STATUSES] }, nextStepOn: { lte: toDate(today(work)) } },
    ],
  }
  const rows = await work.tx.caseFile.findMany({
    where,
    select: {
      id: true,
      code: true,
      nextStepCipher: true,
      nextStepRevision: true,
      nextStepOn: true,
    },
    orderBy: [{ nextStepOn: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  await work.fieldCrypto.gather(
    'file',
    rows.map(({ id }) => id),
  )
  const firsts = await openEach(rows, async (row) => ({
    kind: 'step' as const,
    key: row.id,
    urgency: 'due' as const,
    on: row.nextStepOn && toDay(row.nextStepOn),
    caseId: row.id,
    due: { code: row.code, step: await openNextStep(work, row) },
  }))
  return { firsts, total: await work.tx.caseFile.count({ where }) }
}
