import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { CipherPlace } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { type Day, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'

const reasonAt = (partnerId: string, row: string): CipherPlace => ({
  holder: { kind: 'partner', id: partnerId },
  table: 'partner_warning',
  row,
  column: 'reason',
  revision: 1,
})

export type PartnerWarning = {
  readonly id: string
  readonly partnerId: string
  readonly reason: string
  readonly on: Day
  readonly by: string
  readonly withdrawnOn: Day | null
  readonly withdrawnBy: string | null
}

/** Every warning of some partners, the latest first; those that were withdrawn say when and by whom. */
export const listWarnings = async (
  work: Work,
  partnerIds: readonly string[],
): Promise<readonly PartnerWarning[]> => {
  const rows = await work.tx.partnerWarning.findMany({
    where: { partnerId: { in: [...partnerIds] } },
    select: {
      id: true,
      partnerId: true,
      reasonCipher: true,
      createdAt: true,
      withdrawnAt: true,
      creator: { select: { name: true } },
      withdrawer: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
  })
  return openEach(
    rows,
    async ({ id, partnerId, reasonCipher, createdAt, withdrawnAt, creator, withdrawer }) => ({
      id,
      partnerId,
      reason: await work.fieldCrypto.open(reasonAt(partnerId, id), reasonCipher),
      on: dayOf(createdAt),
      by: creator.name,
      withdrawnOn: withdrawnAt === null ? null : dayOf(withdrawnAt),
      withdrawnBy: withdrawer?.name ?? null,
    }),
  )
}

export const insertWarning = async (work: Work, partnerId: string, reason: string): Promise<string> => {
  const id = newId(work.now.getTime())
  const { organisationId, id: createdBy } = work.actor
  const reasonCipher = await work.fieldCrypto.encrypt(reasonAt(partnerId, id), reason)
  await work.tx.partnerWarning.createMany({
    data: { id, partnerId, organisationId, reasonCipher, createdBy, createdAt: work.now },
  })
  return id
}

/** Throws NotFound, the same for one that was withdrawn already. */
export const withdrawWarning = async (work: Work, partnerId: string, id: string): Promise<void> => {
  const { count } = await work.tx.partnerWarning.updateMany({
    where: { id, partnerId, withdrawnAt: null },
    data: { withdrawnAt: work.now, withdrawnBy: work.actor.id },
  })
  if (count !== 1) throw new NotFound()
}
