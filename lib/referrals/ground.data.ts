import 'server-only'
import * as z from 'zod'
import { listConsents } from '@/lib/consents/consent.data'
import { consentGap, type Gap } from '@/lib/consents/cover.rules'
import type { Work } from '@/lib/db/work'
import { purposeOf, recipientsOf, scopesOf } from './ground.rules'
import type { ReferralRow } from './referral.schema'

const NOES: readonly Gap[] = ['refused', 'withdrawn']

/** Why the consents of a file do not let this referral leave; null when they do. The trigger asks the same of the database. */
export const gapOf = async (work: Work, row: ReferralRow): Promise<Gap | null> => {
  const consents = await listConsents(work, row.caseId)
  let last: Gap | null = null
  for (const recipient of recipientsOf(row)) {
    const wanted = {
      personId: row.personId,
      purpose: purposeOf(row.kind),
      recipient,
      scopes: scopesOf(row.fields),
    }
    const found = consentGap(consents, wanted, work.now)
    if (found === null) return null
    last = found.gap
    // A no to this body stands against a yes to its kind.
    if (recipient.startsWith('actor:') && NOES.includes(last)) return last
  }
  return last
}

const answered = z.array(z.object({ gap: z.string().nullable() })).length(1)

/** Whether they took a consent back after a sheet was sent on another ground: the database says it of every opening. */
export const withdrawnSince = async (
  work: Work,
  share: { readonly caseId: string; readonly referralId: string; readonly stepId: string },
): Promise<Gap | null> => {
  const { caseId, referralId, stepId } = share
  const [said] = answered.parse(
    await work.tx
      .$queryRaw`SELECT app.share_gap(${caseId}::uuid, ${referralId}::uuid, ${stepId}::uuid) AS gap`,
  )
  return said?.gap === 'withdrawn' ? 'withdrawn' : null
}
