import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { HOLD_GROUNDS, type HoldGround } from './erasure.rules'

const at = (caseId: string, holdId: string, column: 'words' | 'lifted') =>
  placeInFile(caseId, { table: 'legal_hold', row: holdId, column })

export type Hold = {
  readonly id: string
  readonly ground: HoldGround
  readonly words: string
  readonly reviewOn: Day
  readonly by: string
  readonly at: Date
  readonly lifted: { readonly by: string; readonly at: Date; readonly words: string } | null
}

/** What keeps a file from being erased, and what did; those that stand first. */
export const listHolds = async (work: Work, caseId: string): Promise<Hold[]> => {
  const rows = await work.tx.legalHold.findMany({
    where: { caseId },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    include: { placer: { select: { name: true } }, lifter: { select: { name: true } } },
  })
  const holds = await openEach(rows, async (row) => ({
    id: row.id,
    ground: HOLD_GROUNDS.read(row.ground),
    words: await work.fieldCrypto.open(at(caseId, row.id, 'words'), row.wordsCipher),
    reviewOn: toDay(row.reviewOn),
    by: row.placer.name,
    at: row.placedAt,
    lifted:
      row.liftedAt === null || row.liftedCipher === null
        ? null
        : {
            by: row.lifter?.name ?? '',
            at: row.liftedAt,
            words: await work.fieldCrypto.open(at(caseId, row.id, 'lifted'), row.liftedCipher),
          },
  }))
  return holds.sort((a, b) => Number(a.lifted !== null) - Number(b.lifted !== null))
}

export const insertHold = async (
  work: Work,
  hold: {
    readonly caseId: string
    readonly ground: HoldGround
    readonly words: string
    readonly reviewOn: Day
  },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.legalHold.createMany({
    data: {
      id,
      caseId: hold.caseId,
      ground: hold.ground,
      wordsCipher: await work.fieldCrypto.encrypt(at(hold.caseId, id, 'words'), hold.words),
      reviewOn: toDate(hold.reviewOn),
      placedBy: work.actor.id,
      placedAt: work.now,
    },
  })
  return id
}

/** False when it is not there, or lifted already. */
export const liftHoldRow = async (
  work: Work,
  { caseId, holdId, words }: { readonly caseId: string; readonly holdId: string; readonly words: string },
): Promise<boolean> => {
  const { count } = await work.tx.legalHold.updateMany({
    where: { id: holdId, caseId, liftedAt: null },
    data: {
      liftedBy: work.actor.id,
      liftedAt: work.now,
      liftedCipher: await work.fieldCrypto.encrypt(at(caseId, holdId, 'lifted'), words),
    },
  })
  return count === 1
}
