/** What the forms of the registers send, empty but for what they need. */
export const aMandate = (caseId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  subjectId: '',
  version: 0,
  who: 'Meester Verzonnen',
  aid: 'second_line',
  applicationId: '',
  askedOn: '',
  grantedOn: '',
  endedOn: '',
  endReason: '',
  words: '',
  ...change,
})

export const aNeed = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  subjectId: '',
  version: 0,
  personId,
  need: 'pregnant',
  source: 'said',
  on: '',
  endedOn: '',
  toldTo: '',
  toldOn: '',
  answer: '',
  answeredOn: '',
  words: '',
  ...change,
})

export const aMatter = (caseId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  subjectId: '',
  version: 0,
  personId: '',
  matter: 'voluntary_return',
  kind: 'informed',
  on: '',
  programme: '',
  doubts: [],
  words: '',
  ...change,
})
