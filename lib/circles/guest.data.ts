import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { newId } from '@/lib/shared/ids'
import { GUEST_KINDS, type GuestKind, type Part, toParts } from './guest.rules'

/** Where the reason of a stay stands: encrypted with the key of its file. */
const reasonAt = (caseId: string, memberId: string) =>
  placeInFile(caseId, { table: 'case_member', row: memberId, column: 'reason' })

/** The accounts of guests in the organisation, for the form. Someone who is in the file already may be given another stay. */
export const listGuestAccounts = (work: Work) =>
  work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, role: 'guest', active: true },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

export type GuestStay = {
  readonly id: string
  readonly name: string
  readonly guestKind: GuestKind
  readonly parts: readonly Part[]
  readonly until: Date | null
  readonly reason: string
  readonly version: number
}

/** The guests of a file at this moment, with why each was let in. */
export const listGuests = async (work: Work, caseId: string): Promise<GuestStay[]> => {
  const rows = await work.tx.caseMember.findMany({
    where: { caseId, kind: 'guest', validFrom: { lte: work.now }, validUntil: { gt: work.now } },
    select: {
      id: true,
      guestKind: true,
      parts: true,
      validUntil: true,
      reasonCipher: true,
      version: true,
      staff: { select: { name: true } },
    },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
  })
  return openEach(rows, async ({ id, guestKind, parts, validUntil, reasonCipher, staff, version }) => ({
    id,
    name: staff.name,
    guestKind: GUEST_KINDS.read(guestKind),
    parts: toParts(parts),
    until: validUntil,
    reason: reasonCipher === null ? '' : await work.fieldCrypto.open(reasonAt(caseId, id), reasonCipher),
    version,
  }))
}

/**
 * Lets a guest into a file until the end of a day. A stay that lasts is ended by the new one: longer is another row, with its
 * own reason, and what the old one gave is over.
 */
export const insertGuest = async (
  work: Work,
  stay: {
    readonly caseId: string
    readonly staffId: string
    readonly guestKind: GuestKind
    readonly parts: readonly Part[]
    readonly until: Date
    readonly reason: string
  },
): Promise<string> => {
  const { caseId, staffId, guestKind, parts, until } = stay
  await work.tx.caseMember.updateMany({
    where: { caseId, staffId, kind: 'guest', validUntil: { gt: work.now } },
    data: { validUntil: work.now, version: { increment: 1 } },
  })
  const id = newId(work.now.getTime())
  await work.tx.caseMember.createMany({
    data: {
      id,
      caseId,
      staffId,
      kind: 'guest',
      guestKind,
      parts: [...parts],
      reasonCipher: await work.fieldCrypto.encrypt(reasonAt(caseId, id), stay.reason),
      validFrom: work.now,
      validUntil: until,
      addedBy: work.actor.id,
    },
  })
  return id
}

/** Ends a stay now. @returns false when it is over, or was changed meanwhile */
export const endGuest = async (
  work: Work,
  { caseId, memberId, version }: { caseId: string; memberId: string; version: number },
): Promise<boolean> => {
  const { count } = await work.tx.caseMember.updateMany({
    where: { id: memberId, caseId, version, kind: 'guest', validUntil: { gt: work.now } },
    data: { validUntil: work.now, version: { increment: 1 } },
  })
  return count === 1
}
