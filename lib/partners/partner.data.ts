import 'server-only'
import * as z from 'zod'
import { AGES, REGIONS } from '@/lib/countries/help-body.rules'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { dateOrNull, dayOrNull } from '@/lib/registers/register.data'
import { type Day, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { MOST_PARTNERS, PARTNER_KINDS, type Partner } from './partner.rules'
import type { PartnerInput } from './partner.schema'

const coded = z.object({
  kind: storedCode(PARTNER_KINDS),
  regions: z.array(storedCode(REGIONS)),
  ages: storedCode(AGES),
})

/** Every partner of the organisation by name, with those that are retired or written down twice. */
export const listPartners = async (work: Work): Promise<readonly Partner[]> => {
  const rows = await work.tx.partner.findMany({
    where: { organisationId: work.actor.organisationId },
    select: {
      id: true,
      version: true,
      name: true,
      kind: true,
      languages: true,
      regions: true,
      ages: true,
      takes: true,
      hours: true,
      freePlaces: true,
      freeOn: true,
      howTo: true,
      phone: true,
      email: true,
      actorSlug: true,
      checkedOn: true,
      retiredAt: true,
      sameAs: true,
      people: { select: { languages: true } },
      warnings: { where: { withdrawnAt: null }, select: { createdAt: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_PARTNERS,
  })
  // A warning of one that was written down twice is one of the partner that is used.
  const firstOf = (id: string): Date | undefined =>
    rows
      .filter((row) => row.id === id || row.sameAs === id)
      .flatMap(({ warnings }) => warnings.map(({ createdAt }) => createdAt))
      .sort((a, b) => a.getTime() - b.getTime())[0]
  const warnedOn = (id: string): Day | null => {
    const first = firstOf(id)
    return first === undefined ? null : dayOf(first)
  }
  const partners = rows.map(({ freeOn, checkedOn, retiredAt, people, warnings: _warnings, ...row }) => ({
    ...row,
    ...coded.parse(row),
    spoken: [...new Set([row.languages, ...people.map(({ languages }) => languages)].flat())],
    freeOn: dayOrNull(freeOn),
    checkedOn: dayOrNull(checkedOn),
    isRetired: retiredAt !== null,
    warnedOn: warnedOn(row.id),
  }))
  // As its reader looks for it: the database would put É after Z.
  return partners.sort((a, b) => a.name.localeCompare(b.name, work.locale))
}

/** A partner of the organisation. Throws NotFound. */
export const getPartner = async (work: Work, partnerId: string): Promise<Partner> => {
  const found = (await listPartners(work)).find(({ id }) => id === partnerId)
  if (found === undefined) throw new NotFound()
  return found
}

const toColumns = (input: PartnerInput) => {
  const { name, kind, languages, regions, ages, takes, hours, freePlaces, freeOn, howTo, phone, email } =
    input
  return {
    name,
    kind,
    languages,
    regions,
    ages,
    takes,
    hours,
    freePlaces: freePlaces === '' ? null : Number(freePlaces),
    // Without a number the day says nothing.
    freeOn: freePlaces === '' ? null : dateOrNull(freeOn),
    howTo,
    phone,
    email,
    actorSlug: input.actorSlug === '' ? null : input.actorSlug,
    checkedOn: dateOrNull(input.checkedOn),
  }
}

export const insertPartner = async (work: Work, input: PartnerInput): Promise<string> => {
  const id = newId(work.now.getTime())
  const { organisationId, id: createdBy } = work.actor
  await work.tx.partner.createMany({
    data: { id, organisationId, ...toColumns(input), createdBy, createdAt: work.now },
  })
  return id
}

type Which = { readonly partnerId: string; readonly version: number }
type Columns = ReturnType<typeof toColumns>

/** @returns false when someone changed it meanwhile */
const change = async (
  work: Work,
  { partnerId, version }: Which,
  data: Partial<Columns> & { readonly retiredAt?: Date | null; readonly sameAs?: string | null },
): Promise<boolean> => {
  const { count } = await work.tx.partner.updateMany({
    where: { id: partnerId, organisationId: work.actor.organisationId, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

export const updatePartner = (work: Work, input: PartnerInput): Promise<boolean> =>
  change(work, input, toColumns(input))

export const setChecked = (work: Work, which: Which): Promise<boolean> =>
  change(work, which, { checkedOn: dateOrNull(dayOf(work.now)) })

export const setRetired = (work: Work, { isRetired, ...which }: Which & { readonly isRetired: boolean }) =>
  change(work, which, { retiredAt: isRetired ? work.now : null })

export const setSame = (
  work: Work,
  { into, ...which }: Which & { readonly into: string },
): Promise<boolean> => change(work, which, { sameAs: into === '' ? null : into })
