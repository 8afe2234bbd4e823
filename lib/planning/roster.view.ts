import type { Danger } from '@/lib/cases/danger.rules'
import type { RosterLine } from '@/lib/cases/roster.data'
import type { Section } from '@/lib/detention/conversation.rules'
import { accreditationOn } from '@/lib/detention/visit.rules'
import type { Locale } from '@/lib/i18n/locales'
import { countryName } from '@/lib/people/country.rules'
import { minority } from '@/lib/people/minority.rules'
import { toNationalityWord } from '@/lib/people/person.rules'
import type { Day } from '@/lib/shared/dates'
import type { Prepared } from './prepare-visit.data'

type Line = RosterLine & { readonly section?: Section; readonly danger?: Danger }

/** What our files know of someone, for the one line under their name. */
export const toKnown = (line: Line, today: Day, locale: string) => {
  const said = line.ageClaims.findLast(({ basis, what }) => basis === 'said' && what?.form === 'age')?.what
  const nationality = line.nationalities.find((one) => toNationalityWord(one) === 'country')
  return {
    /** Null for people who are not known to be in this centre. */
    danger: line.danger ?? null,
    treatedAsMinor: minority(line.ageClaims, today).treatedAsMinor,
    lastMetOn: line.lastMetOn,
    /** In the reader's language. */
    country: nationality ? countryName(nationality.country, locale) : null,
    /** Age as said. */
    saysAge: said?.form === 'age' ? said.from : null,
    /** Where in the list; null for people who are not known to be in this centre. */
    section: line.section ?? null,
  }
}
export type Known = ReturnType<typeof toKnown>

/** One person as the list of a visit shows them: by name, with why they come first and what helps to recognise them, in words. */
export type RosterPerson = Pick<
  RosterLine,
  'caseId' | 'personId' | 'code' | 'full' | 'initials' | 'nextStep'
> & {
  /** What is dangerous for them; null for nothing that we know of. */
  readonly alert: string | null
  readonly known: string
  /** Where in the list; null for people who are not known to be in this centre. */
  readonly section: Section | null
}
/** What is known of someone in the reader's words. */
export type ToWords = (known: Known) => Pick<RosterPerson, 'alert' | 'known'>

/** Everything the form shows, in the reader's language; null as long as no centre is chosen. */
export const toWritingProps = (
  { today, chosen, colleagues, teams }: Prepared,
  {
    actorId,
    locale,
    toWords,
  }: { readonly actorId: string; readonly locale: Locale; readonly toWords: ToWords },
) => {
  if (chosen === null) return null
  const toPerson = (line: Line): RosterPerson => ({
    caseId: line.caseId,
    personId: line.personId,
    code: line.code,
    full: line.full,
    initials: line.initials,
    nextStep: line.nextStep,
    section: line.section ?? null,
    ...toWords(toKnown(line, today, locale)),
  })
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
