import type { Locale } from '@/lib/i18n/locales'
import { LOCALES } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { bodyPath, countryPath, versionPath } from '../address.rules'
import type { Body } from '../body.rules'
import { LENGTHS, toCitation } from '../citation.rules'
import { toFactCitation } from '../citation.view'
import type { Profile } from '../entry.data'
import { type Fact, fold, type Texts } from '../fact.rules'
import { type CountryWords, toFigure } from '../figure.view'
import type { Law } from '../law.rules'
import { formatDay, formatPartialDate } from '../wording.rules'
import type { KeptEntry, KeptWords } from './kept.rules'

type Speak = Readonly<Record<Locale, CountryWords>>

const inEach = <T>(say: (locale: Locale) => T): Readonly<Record<Locale, T>> => {
  const [en, fr, nl, de] = [say('en'), say('fr'), say('nl'), say('de')]
  return { en, fr, nl, de }
}
const foundBy = (texts: readonly (Texts | null)[], words: readonly string[] = []): string =>
  fold(
    [
      ...texts.flatMap((one) => (one === null ? [] : LOCALES.codes.map((locale) => one[locale]))),
      ...words,
    ].join(' '),
  )

const factEntry = (fact: Fact, profile: Profile, today: Day, speak: Speak): KeptEntry => ({
  kind: 'fact',
  path: versionPath(fact),
  name: fact.label,
  line: inEach((locale) => {
    const t = speak[locale]
    const period = fact.periodText?.[locale] ?? t('undated')
    return `${toFigure(fact, t, locale)}, ${period} (${fact.source?.[locale] ?? t('unnamed')})`
  }),
  words: foundBy([fact.label, fact.population, fact.source, fact.periodText], fact.words),
  cite: inEach((locale) =>
    LENGTHS.codes.map((length) =>
      toCitation(toFactCitation(fact, profile, today, speak[locale], locale), locale, length),
    ),
  ),
})

const dateOf = (law: Law, t: CountryWords, locale: Locale): string =>
  law.date === null
    ? law.year === null
      ? t('laws.undated')
      : String(law.year)
    : formatPartialDate(law.date, locale)

const lawEntry = (law: Law, profile: Profile, today: Day, speak: Speak): KeptEntry => ({
  kind: 'law',
  path: `${countryPath(profile.country, 'laws')}#${law.slug}`,
  name: law.title,
  line: inEach((locale) => `${dateOf(law, speak[locale], locale)} · ${law.subject[locale]}`),
  words: foundBy([law.title, law.subject], [law.officialReference ?? '', String(law.year ?? '')]),
  cite: inEach((locale) => {
    const reference = law.officialReference === null ? '' : ` (${law.officialReference})`
    const read = `${profile.title[locale]}, ${formatDay(today, locale)}`
    return [
      `${law.title[locale]}${reference}, ${dateOf(law, speak[locale], locale)}. ${read}, Accompany ${countryPath(profile.country, 'laws')}#${law.slug}.`,
    ]
  }),
})

const bodyEntry = (body: Body, profile: Profile): KeptEntry => ({
  kind: 'body',
  path: bodyPath(profile.country, body.slug),
  name: body.name,
  line: body.role,
  words: foundBy([body.name, body.role], body.aliases),
  cite: inEach(() => []),
})

/** Everything of a country that is read without a network. No entry of it is about a person. */
export const toKeptEntries = (
  given: {
    readonly profile: Profile
    readonly facts: readonly Fact[]
    readonly laws: readonly Law[]
    readonly bodies: readonly Body[]
    readonly today: Day
  },
  speak: Speak,
): readonly KeptEntry[] => [
  // The newest first: anyone who looks for a rate wants the last one.
  ...given.facts
    .toSorted((a, b) => (b.periodEnd ?? '').localeCompare(a.periodEnd ?? ''))
    .map((fact) => factEntry(fact, given.profile, given.today, speak)),
  ...given.laws.map((law) => lawEntry(law, given.profile, given.today, speak)),
  ...given.bodies.map((body) => bodyEntry(body, given.profile)),
]

/** What the page that is read without a network says, in each language. */
export const toKeptWords = (keptOn: Day, speak: Speak): Readonly<Record<Locale, KeptWords>> =>
  inEach((locale) => {
    const t = speak[locale]
    return {
      title: t('kept.title'),
      lead: t('kept.lead', { when: formatDay(keptOn, locale) }),
      search: t('kept.search'),
      hint: t('kept.hint'),
      none: t('kept.none'),
      again: t('kept.again'),
      copied: t('copy.done'),
      refused: t('copy.failed'),
      language: t('kept.language'),
      copy: [t('copy.short'), t('copy.sentence'), t('copy.full')],
      kinds: { fact: t('kept.fact'), law: t('kept.law'), body: t('kept.body') },
    }
  })
