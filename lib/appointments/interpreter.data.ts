import 'server-only'
import type { Work } from '@/lib/db/work'
import { listPartners } from '@/lib/partners/partner.data'
import { isOffered, type Partner } from '@/lib/partners/partner.rules'
import type { PartnerPersonInput } from '@/lib/partners/partner.schema'
import { listPartnerPeople } from '@/lib/partners/partner-person.data'
import { type Booked, bookedCode } from './booking.rules'

/** Someone who can be chosen to interpret. */
export type Interpreter = {
  readonly value: string
  readonly name: string
  /** The partner where they work; null of a colleague and of the partner itself. */
  readonly at: string | null
  readonly languages: readonly string[]
  readonly ways: readonly PartnerPersonInput['ways'][number][]
  /** Until when they have signed that they tell no one; empty where nothing is known. */
  readonly signedUntil: string
  readonly isWarned: boolean
}

/** Nothing of this is known of a colleague or of a partner as a whole. */
const PLAIN = { at: null, ways: [], signedUntil: '', isWarned: false } as const
const none = { staffId: null, partnerId: null, personId: null } as const

const toOptions = (
  partner: Pick<Partner, 'id' | 'name' | 'kind' | 'languages' | 'warnedOn'>,
  people: readonly PartnerPersonInput[],
): Interpreter[] => {
  const isWarned = partner.warnedOn !== null
  const isService = partner.kind === 'interpreter'
  return [
    ...(isService
      ? [
          {
            ...PLAIN,
            value: bookedCode({ ...none, partnerId: partner.id }),
            name: partner.name,
            languages: partner.languages,
            isWarned,
          },
        ]
      : []),
    ...people
      .filter(({ ways }) => isService || ways.length > 0)
      .map(({ partnerPersonId: personId, name, languages, ways, signedUntil }) => ({
        value: bookedCode({ ...none, partnerId: partner.id, personId }),
        name,
        at: partner.name,
        languages: languages.length === 0 ? partner.languages : languages,
        ways,
        signedUntil,
        isWarned,
      })),
  ]
}

/** Interpreting services, people at partners who interpret, and colleagues at work on the file with the languages they work in. */
export const listInterpreters = async (
  work: Work,
  colleagueIds: readonly string[],
): Promise<readonly Interpreter[]> => {
  const partners = (await listPartners(work)).filter(isOffered)
  const people = await listPartnerPeople(
    work,
    partners.map(({ id }) => id),
  )
  const colleagues = await work.tx.staff.findMany({
    where: { id: { in: [...colleagueIds] }, languages: { isEmpty: false } },
    select: { id: true, name: true, languages: true },
    orderBy: { name: 'asc' },
  })
  return [
    ...colleagues.map(({ id, name, languages }) => ({
      ...PLAIN,
      value: bookedCode({ ...none, staffId: id }),
      name,
      languages,
    })),
    ...partners.flatMap((partner) =>
      toOptions(
        partner,
        people.filter(({ partnerId }) => partnerId === partner.id),
      ),
    ),
  ]
}

/** Their name of today, as an appointment keeps it; null for someone who is not known, or is known no more. */
export const nameBooked = async (
  work: Work,
  { staffId, partnerId, personId }: Booked,
): Promise<string | null> => {
  if (staffId !== null) return (await work.tx.staff.findUnique({ where: { id: staffId } }))?.name ?? null
  if (partnerId === null) return null
  const partner = await work.tx.partner.findUnique({ where: { id: partnerId }, select: { name: true } })
  if (partner === null || personId === null) return partner?.name ?? null
  const person = (await listPartnerPeople(work, [partnerId])).find((one) => one.partnerPersonId === personId)
  return person === undefined ? null : `${person.name} (${partner.name})`
}
