/** What the form of an answer sends: someone agreed to be referred, by voice, without an interpreter. */
export const aConsent = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  personId,
  purpose: 'referral',
  recipient: 'kind:organisation',
  named: '',
  scopes: ['identity', 'contact'],
  answer: 'given',
  askedOn: '2026-03-01',
  lastDay: '',
  language: 'ti',
  interpreter: 'none',
  form: 'spoken',
  givenBy: 'self',
  childView: '',
  words: '',
  ...change,
})
