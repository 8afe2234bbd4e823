import type { RosterLine } from '@/lib/cases/roster.data'
import type { Section } from '@/lib/detention/conversation.rules'
import { accreditationOn } from '@/lib/detention/visit.rules'
import type { Locale } from '@/lib/i18n/locales'
import { countryName } from '@/lib/people/country.rules'
import { minority } from '@/lib/people/minority.rules'
import { toNationalityWord } from '@/lib/people/person.rules'
import type { Day } from '@/lib/shared/dates'
import type { Prepared } from './prepare-visit.data'

/** One person as the list of a visit shows them: by name, and with what helps to find them on the paper sheet. */
export const toRosterPerson = (
  line: RosterLine & { readonly section?: Section },
  today: Day,
  locale: string,
) => {
  const said = line.ageClaims.findLast(({ basis, what }) => basis === 'said' && what?.form === 'age')?.what
  const nationality = line.nationalities.find((one) => toNationalityWord(one) === 'country')
  return {
    caseId: line.caseId,
    personId: line.personId,
    code: line.code,
    full: line.full,
    initials: line.initials,
    /** In the reader's language. */
    country: nationality ? countryName(nationality.country, locale) : null,
    /** Age as said. */
    saysAge: said?.form === 'age' ? said.from : null,
    treatedAsMinor: minority(line.ageClaims, today).treatedAsMinor,
    lastMetOn: line.lastMetOn,
    nextStep: line.nextStep,
    /** Where in the list; null for people who are not known to be in this centre. */
    section: line.section ?? null,
  }
}
export type RosterPerson = ReturnType<typeof toRosterPerson>

/** Everything the form shows, in the reader's language; null as long as no centre is chosen. */
export const toWritingProps = (
  { today, chosen, colleagues, teams }: Prepared,
  { actorId, locale }: { readonly actorId: string; readonly locale: Locale },
) => {
  if (chosen === null) return null
  const toPerson = (line: RosterLine & { readonly section?: Section }): RosterPerson =>
    toRosterPerson(line, today, locale)
  const { id, slug, label, accreditations } = chosen.centre
  return {
    today,
    locale,
    actorId,
    centre: { id, slug, label: label[locale], accreditations },
    teams,
    colleagues,
    proposal: chosen.proposal,
    here: chosen.here.map(toPerson),
    elsewhere: chosen.elsewhere.map(toPerson),
    more: chosen.more,
    cutAt: chosen.cutAt,
    choices: chosen.choices,
  }
}

export const toCentreChoices = ({ centres, today }: Prepared, locale: Locale) =>
  centres.map(({ slug, label, city, accreditations }) => ({
    slug,
    label: label[locale],
    city,
    current: accreditationOn(today, accreditations),
  }))
