import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { type Chart, factsOf } from './chart.rules'
import type { Contradiction } from './contradiction.rules'
import { draw } from './drawing/draw.rules'
import type { Sheet } from './drawing/sheet.rules'
import type { Profile } from './entry.data'
import type { Fact } from './fact.rules'
import { type CountryWords, toFigure } from './figure.view'
import { sayChart, toPicture } from './picture.view'
import { formatDay, inLanguage } from './wording.rules'

/** The ground of every drawing of a country. */
export type Given = {
  readonly profile: Profile
  readonly facts: ReadonlyMap<string, Fact>
  readonly contradictions: readonly Contradiction[]
  readonly today: Day
}

/** Who is named as the origin of figures, each once; and whether one is missing. */
export const saySources = (facts: readonly Fact[], t: CountryWords, locale: Locale): string => {
  const named = [...new Set(facts.flatMap(({ source }) => (source === null ? [] : [source[locale]])))]
  if (named.length === 0) return t('chart.notNamed')
  const list = new Intl.ListFormat(locale).format(named)
  return facts.some(({ source }) => source === null) ? t('chart.someUnnamed', { sources: list }) : list
}

export const disputesOf = (
  facts: readonly Fact[],
  contradictions: readonly Contradiction[],
): readonly Contradiction[] =>
  contradictions.filter(({ slug }) => facts.some((fact) => fact.contradictions.includes(slug)))

/** The document that the figures of a chart come from, and whether newer ones stand among them. */
export const sayCharted = (
  facts: readonly Fact[],
  profile: Profile,
  t: CountryWords,
  locale: Locale,
): string => {
  const title = inLanguage(profile.title, locale)
  return facts.some(({ version }) => version > 1) ? t('newer.beside', { document: title }) : title
}

/** A chart as a sheet that stands alone, in one language. */
export const toSheet = (chart: Chart, given: Given, t: CountryWords, locale: Locale): Sheet => {
  const picture = toPicture(chart, given.facts, t, locale)
  const { title, sentence } = sayChart(chart, given.facts, t, locale)
  const shown = factsOf(chart).flatMap((slug) => given.facts.get(slug) ?? [])
  const parts = [
    `${t('chart.source', { sources: saySources(shown, t, locale) })}.`,
    `${sayCharted(shown, given.profile, t, locale)}, ${formatDay(given.today, locale)}.`,
  ]
  return {
    title,
    sentence,
    scene: draw(picture),
    rows: shown.map((fact) => [inLanguage(fact.label, locale), toFigure(fact, t, locale)]),
    notes: disputesOf(shown, given.contradictions).map(({ summary }) => inLanguage(summary, locale)),
    source: parts.join(' '),
  }
}

// A cell that begins like a formula would be run by a spreadsheet.
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** The figures behind a chart, one a line, as a spreadsheet reads them: numbers plain, and as they are said. */
export const toCsv = (chart: Chart, given: Given, t: CountryWords, locale: Locale): string => {
  const shown = factsOf(chart).flatMap((slug) => given.facts.get(slug) ?? [])
  const head = [
    'slug',
    t('columns.fact'),
    t('csv.value'),
    t('csv.from'),
    t('csv.to'),
    t('columns.figure'),
    t('columns.year'),
    t('fact.where'),
    t('columns.source'),
    t('disputed'),
  ]
  const number = (value: number | null): string => (value === null ? '' : String(value))
  const lines = shown.map((fact) => [
    cell(fact.slug),
    cell(inLanguage(fact.label, locale)),
    number(fact.value),
    number(fact.valueMin),
    number(fact.valueMax),
    cell(toFigure(fact, t, locale)),
    cell(fact.periodText === null ? t('undated') : inLanguage(fact.periodText, locale)),
    cell(inLanguage(fact.where, locale)),
    cell(fact.source === null ? t('unnamed') : inLanguage(fact.source, locale)),
    cell(
      disputesOf([fact], given.contradictions)
        .map(({ summary }) => inLanguage(summary, locale))
        .join(' '),
    ),
  ])
  // The mark at the beginning tells a spreadsheet that the file is UTF-8.
  return `\uFEFF${[head.map(cell), ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`
}
