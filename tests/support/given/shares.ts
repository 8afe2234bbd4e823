import { newToken } from '@/lib/accounts/token'

/** What the form of a link sends, with what the browser drew. Leaves on no consent unless a test says so. */
export const aShare = (caseId: string, subjectId: string, change: Record<string, unknown> = {}) => ({
  caseId,
  subjectId,
  version: 1,
  days: '7',
  openings: '3',
  ground: 'vital_interest',
  words: 'Verzonnen reden',
  secret: newToken(),
  code: '48291537',
  ...change,
})
