import 'server-only'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { listConsents } from '@/lib/consents/consent.data'
import { consentGap, recipientOf } from '@/lib/consents/cover.rules'
import type { Work } from '@/lib/db/work'

/** Whether everyone whom a file is about agreed to a photo, to whomever. The trigger asks the same of the database. */
export const mayKeepPhoto = async (work: Work, caseId: string): Promise<boolean> => {
  const { people } = await getCaseHeader(work, caseId)
  const asked = (await listConsents(work, caseId)).filter(({ purpose }) => purpose === 'photo')
  const main = people.filter(({ inFile }) => inFile.role === 'principal')
  const agreed = (personId: string): boolean =>
    asked
      .map(recipientOf)
      .some(
        (recipient) =>
          consentGap(asked, { personId, purpose: 'photo', recipient, scopes: ['identity'] }, work.now) ===
          null,
      )
  return main.length > 0 && main.every(({ id }) => agreed(id))
}
