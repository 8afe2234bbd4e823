import { savePartner } from '@/lib/partners/partner.actions'
import { act } from '../handlers'

/** A partner as its form sends it. */
export const aPartner = (change: Record<string, unknown> = {}) => ({
  partnerId: '',
  version: 0,
  name: 'Verzonnen Opvang',
  kind: 'shelter',
  languages: ['fr', 'ti'],
  regions: ['brussels'],
  ages: 'adults',
  takes: 'Vrouwen',
  hours: '9-17',
  freePlaces: '0',
  freeOn: '2026-11-03',
  howTo: 'Eerst bellen',
  phone: '+32 2 000 00 00',
  email: 'opvang@example.org',
  actorSlug: '',
  checkedOn: '2026-11-03',
  ...change,
})

/** Adds a partner as a coordinator. @returns its id */
export const givenPartner = async (token: string, change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await act(token, savePartner, aPartner(change))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.partnerId
}

/** Someone at a partner as their form sends it. */
export const aPartnerPerson = (partnerId: string, change: Record<string, unknown> = {}) => ({
  partnerId,
  partnerPersonId: '',
  version: 0,
  name: 'Zztolk Qqverzonnen',
  role: 'Tolk',
  phone: '+32 470 00 00 00',
  email: '',
  languages: ['am'],
  ways: ['phone'],
  signedUntil: '2027-01-01',
  ...change,
})
