import type { Partner } from './partner.rules'
import type { PartnerInput, PartnerPersonInput } from './partner.schema'

/** What it is has to be chosen: a referral and a booking look for it by that. */
export type NewPartner = Omit<PartnerInput, 'kind'> & { readonly kind?: undefined }
export const emptyPartner = (): NewPartner => ({
  partnerId: '',
  version: 0,
  name: '',
  languages: [],
  regions: [],
  ages: 'all',
  takes: '',
  hours: '',
  freePlaces: '',
  freeOn: '',
  howTo: '',
  phone: '',
  email: '',
  actorSlug: '',
  checkedOn: '',
})

/** A partner as its form holds it. */
export const toPartnerForm = ({
  id,
  version,
  name,
  kind,
  languages,
  regions,
  ages,
  takes,
  hours,
  freePlaces,
  freeOn,
  howTo,
  phone,
  email,
  actorSlug,
  checkedOn,
}: Partner): PartnerInput => ({
  partnerId: id,
  version,
  name,
  kind,
  languages: [...languages],
  regions: [...regions],
  ages,
  takes,
  hours,
  freePlaces: freePlaces === null ? '' : String(freePlaces),
  freeOn: freeOn ?? '',
  howTo,
  phone,
  email,
  actorSlug: actorSlug ?? '',
  checkedOn: checkedOn ?? '',
})

export const emptyPerson = (partnerId: string): PartnerPersonInput => ({
  partnerId,
  partnerPersonId: '',
  version: 0,
  name: '',
  role: '',
  phone: '',
  email: '',
  languages: [],
  ways: [],
  signedUntil: '',
})
