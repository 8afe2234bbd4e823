/** What the form of a referral sends: to an invented organisation, unless it says otherwise. */
export const aReferral = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  subjectId: '',
  version: 0,
  personId,
  partnerId: '',
  bodySlug: '',
  to: 'Verzonnen Huis',
  kind: 'organisation',
  urgency: 'this_week',
  asked: 'Een verzonnen vraag',
  contact: '',
  reach: '',
  ...change,
})

export const aStep = (caseId: string, subjectId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  subjectId,
  kind: 'told',
  on: '2026-11-20',
  way: 'phone',
  // What is sent rests on something; here it is never consent unless a test says so.
  ground: change.kind === 'sent' ? 'vital_interest' : '',
  words: change.kind === 'sent' ? 'Verzonnen reden' : '',
  nextOn: '',
  nextText: 'Follow-up',
  ...change,
})
