import type { ReferralInput, ReferralRow } from './referral.schema'

/** A referral as its form has it. */
export const referralFields = (row: ReferralRow): ReferralInput => ({
  caseId: row.caseId,
  subjectId: row.subjectId,
  version: row.revision,
  personId: row.personId,
  partnerId: row.partnerId ?? '',
  bodySlug: row.bodySlug ?? '',
  to: row.partnerId === null && row.bodySlug === null ? row.to : '',
  kind: row.partnerId === null && row.bodySlug === null ? row.kind : '',
  urgency: row.urgency,
  asked: row.asked,
  contact: row.contact,
  reach: row.reach,
})

/** One that no one has written yet. */
export const emptyReferral = (
  caseId: string,
  personId: string,
  filled: Partial<Pick<ReferralInput, 'bodySlug' | 'to' | 'kind' | 'urgency' | 'asked'>> = {},
): ReferralInput => ({
  caseId,
  subjectId: '',
  version: 0,
  personId,
  partnerId: '',
  bodySlug: '',
  to: '',
  kind: '',
  urgency: 'this_week',
  asked: '',
  contact: '',
  reach: '',
  ...filled,
})
