import 'server-only'
import * as z from 'zod'
import { toNames } from '@/lib/countries/body.data'
import { AGES, BODY_KINDS, REGIONS } from '@/lib/countries/help-body.rules'
import { inFourLanguages } from '@/lib/countries/reference.schema'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import type { ReferralInput } from './referral.schema'

const coded = z.object({
  kind: storedCode(BODY_KINDS),
  ages: storedCode(AGES),
  regions: z.array(storedCode(REGIONS)),
  role: inFourLanguages,
})

/** Whom one can be referred to, in the order of the reference data. */
export const listBodies = async (work: Work) =>
  (await work.tx.helpBody.findMany({ orderBy: { position: 'asc' } })).map((row) => ({
    ...row,
    ...coded.parse(row),
    readOn: row.readOn && toDay(row.readOn),
    checkedOn: row.checkedOn && toDay(row.checkedOn),
  }))

/** Whom an address means: a body one can be referred to, or an actor of the profile by its name. None for anything else. */
export const findRecipient = async (
  work: Work,
  country: string,
  slug: string,
): Promise<Pick<ReferralInput, 'bodySlug' | 'to' | 'kind'>> => {
  const none = { bodySlug: '', to: '', kind: '' } as const
  if ((await work.tx.helpBody.findUnique({ where: { slug }, select: { slug: true } })) !== null)
    return { ...none, bodySlug: slug }
  const actor = await work.tx.actor.findFirst({ where: { slug, profile: country } })
  if (actor === null) return none
  return {
    bodySlug: '',
    to: toNames(actor)[work.locale],
    kind: actor.sector === 'state' ? 'authority' : 'organisation',
  }
}
export type HelpBody = Awaited<ReturnType<typeof listBodies>>[number]
