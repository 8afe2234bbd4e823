import { newToken } from '@/lib/accounts/token'

/** What a coordinator chooses to make a link, with what the browser drew. */
export const aLink = (partnerId: string, teamId: string, change: Record<string, unknown> = {}) => ({
  partnerId,
  teamId,
  locale: 'nl',
  days: '30',
  aDay: '5',
  secret: newToken(),
  ...change,
})

/** What a partner types. Each text is planted: it must be found in no clear column. */
export const aReport = (change: Record<string, string> = {}): Record<string, string> => ({
  request: crypto.randomUUID(),
  byName: 'Zzmelder Qqverzonnen',
  byPhone: '+32 2 000 11 22',
  byReach: 'Qqvoormiddag',
  person: 'Qq. Zz.',
  birthYear: '2009',
  language: 'ti',
  languages: 'Qqarabisch',
  place: 'Qqgemeente',
  need: 'Qqslaapplaats en een voogd',
  urgency: 'days',
  agreed: 'minor',
  agreedWhy: 'Qqnog niet gevraagd',
  safe: 'Qqgeen sms',
  ...change,
})
