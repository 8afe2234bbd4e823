import 'server-only'
import * as z from 'zod'
import type { CipherPlace } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { dateOrNull, dayOrNull, openEach } from '@/lib/registers/register.data'
import { newId } from '@/lib/shared/ids'
import { COMING_WAYS } from './partner.rules'
import type { PartnerPersonInput } from './partner.schema'

const detailsAt = (partnerId: string, row: string, version: number): CipherPlace => ({
  holder: { kind: 'partner', id: partnerId },
  table: 'partner_person',
  row,
  column: 'details',
  revision: version,
})
const details = z.object({ name: z.string(), role: z.string(), phone: z.string(), email: z.string() })
const ways = z.array(storedCode(COMING_WAYS))

/** The people at some partners, by name. Where the cipher is damaged the name says so. */
export const listPartnerPeople = async (
  work: Work,
  partnerIds: readonly string[],
): Promise<readonly PartnerPersonInput[]> => {
  const rows = await work.tx.partnerPerson.findMany({
    where: { partnerId: { in: [...partnerIds] } },
    select: {
      id: true,
      partnerId: true,
      version: true,
      detailsCipher: true,
      languages: true,
      ways: true,
      signedUntil: true,
    },
    orderBy: { id: 'asc' },
  })
  const people = await openEach(
    rows,
    async ({ id, partnerId, version, detailsCipher, signedUntil, ...row }) => {
      const opened = await work.fieldCrypto.read(detailsAt(partnerId, id, version), detailsCipher, (json) =>
        details.parse(JSON.parse(json)),
      )
      const known = opened.ok
        ? opened.value
        : { name: await work.fieldCrypto.sentence(), role: '', phone: '', email: '' }
      return {
        partnerId,
        partnerPersonId: id,
        version,
        ...known,
        languages: row.languages,
        ways: ways.parse(row.ways),
        signedUntil: dayOrNull(signedUntil) ?? '',
      }
    },
  )
  return people.sort((a, b) => a.name.localeCompare(b.name, work.locale))
}

const toColumns = async (work: Work, id: string, version: number, input: PartnerPersonInput) => {
  const { partnerId, name, role, phone, email, languages, ways: comes, signedUntil } = input
  return {
    detailsCipher: await work.fieldCrypto.encrypt(
      detailsAt(partnerId, id, version),
      JSON.stringify({ name, role, phone, email }),
    ),
    languages,
    ways: comes,
    signedUntil: dateOrNull(signedUntil),
  }
}

export const insertPartnerPerson = async (work: Work, input: PartnerPersonInput): Promise<string> => {
  const id = newId(work.now.getTime())
  const { organisationId, id: createdBy } = work.actor
  await work.tx.partnerPerson.createMany({
    data: {
      id,
      partnerId: input.partnerId,
      organisationId,
      ...(await toColumns(work, id, 1, input)),
      createdBy,
      createdAt: work.now,
    },
  })
  return id
}

/** @returns false when someone changed or removed them meanwhile */
export const updatePartnerPerson = async (work: Work, input: PartnerPersonInput): Promise<boolean> => {
  const { partnerId, partnerPersonId: id, version } = input
  const { count } = await work.tx.partnerPerson.updateMany({
    where: { id, partnerId, version },
    data: { ...(await toColumns(work, id, version + 1, input)), version: version + 1 },
  })
  return count === 1
}

/** For good: someone who is no longer there is no one the organisation keeps. @returns false when they were changed meanwhile */
export const deletePartnerPerson = async (
  work: Work,
  {
    partnerId,
    partnerPersonId: id,
    version,
  }: { readonly partnerId: string; readonly partnerPersonId: string; readonly version: number },
): Promise<boolean> => {
  const { count } = await work.tx.partnerPerson.deleteMany({ where: { id, partnerId, version } })
  return count === 1
}
