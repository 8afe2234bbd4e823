import 'server-only'
import { listBodies } from '@/lib/countries/body.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { languageChoices, WORKING_LANGUAGES } from '@/lib/people/country-list.rules'
import { HERE } from '@/lib/shared/here'
import { listPartners } from './partner.data'
import { resolve } from './partner.rules'
import { listPartnerPeople } from './partner-person.data'
import { listWarnings } from './partner-warning.data'

/** What a form of a partner chooses from: languages by name, and the institutions and organisations of the country profile. */
const listChoices = async (work: Work) => ({
  languages: languageChoices(work.locale).map((one) => ({
    ...one,
    isFrequent: WORKING_LANGUAGES.includes(one.code),
  })),
  bodies: (await listBodies(work, HERE))
    .map(({ slug, name }) => ({ value: slug, label: name[work.locale] }))
    .sort((a, b) => a.label.localeCompare(b.label, work.locale)),
})

export const readPartnersPage = async (work: Work) => ({
  partners: await listPartners(work),
  ...(await listChoices(work)),
})

/** One partner with what is said of it and of those that are the same. Throws NotFound. */
export const readPartnerPage = async (work: Work, partnerId: string) => {
  const partners = await listPartners(work)
  const partner = partners.find(({ id }) => id === partnerId)
  if (partner === undefined) throw new NotFound()
  const duplicates = partners.filter(({ sameAs }) => sameAs === partnerId)
  const ids = [partnerId, ...duplicates.map(({ id }) => id)]
  const used = resolve(partners, partnerId)
  return {
    partner,
    kept: used === undefined || used.id === partnerId ? null : used,
    duplicates,
    partners,
    people: await listPartnerPeople(work, ids),
    warnings: await listWarnings(work, ids),
    ...(await listChoices(work)),
  }
}
