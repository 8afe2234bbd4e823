import type { Locale } from '@/lib/i18n/locales'
import { rest } from '@/lib/shared/vocabulary'
import type { Chart, ChartItem } from './chart.rules'
import type { ChartForm, ChartNames } from './chart-vocabulary.rules'
import type { Mark, Picture } from './drawing/picture.rules'
import { type Fact, growth, yearsOf } from './fact.rules'
import { type CountryWords, toFigure } from './figure.view'
import { isMoved, newestOf, yearlyOf } from './newest.rules'
import { sayNumber, toSentence } from './sentence.rules'
import type { Qualifier } from './vocabulary.rules'
import { areaName, countryName, formatPercent } from './wording.rules'

type Facts = ReadonlyMap<string, Fact>

// UN M49, by which CLDR names the continents.
const CONTINENTS: Readonly<Record<string, string>> = {
  europe: '150',
  africa: '002',
  asia: '142',
  america: '019',
  oceania: '009',
}

const one = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : ''

const nameOf = (fact: Fact, by: ChartNames, locale: Locale): string => {
  const { nationality, destination, originContinent } = fact.breakdown
  if (by === 'year') return String(yearsOf(fact)[0] ?? '')
  if (by === 'country') return countryName(one(nationality) || one(destination), locale, 'short')
  if (by === 'continent') {
    const continent = one(originContinent)
    return areaName(CONTINENTS[continent] ?? continent)[locale]
  }
  rest(by, 'place label')
  return by === 'place' ? fact.where[locale] : fact.label[locale]
}

/** Its name; with its period where it is of another one than those beside it. */
const labelOf = (item: ChartItem, fact: Fact, { by, form }: Chart, locale: Locale): string => {
  const name = item.label?.[locale] ?? nameOf(fact, by, locale)
  const saysYear = by === 'year' || form === 'grouped' || form === 'figure'
  return isMoved(fact) && !saysYear ? `${name} (${fact.periodText?.[locale] ?? ''})` : name
}

/** What a figure in a drawing bears for how sure it is; sentence and table say it in words. */
const SIGNS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  only: '',
  range: '',
  about: '≈ ',
  rounded: '≈ ',
  at_least: '≥ ',
  up_to: '≤ ',
  less_than: '< ',
}

const toMark = (item: ChartItem, fact: Fact, facts: Facts, chart: Chart, locale: Locale): Mark => {
  const said = (value: number): string => sayNumber(value, fact.unit, locale)
  const rival = item.rival === null ? null : (facts.get(item.rival)?.value ?? null)
  const high = fact.value ?? fact.valueMax ?? 0
  const low = fact.value ?? fact.valueMin ?? 0
  return {
    slug: fact.slug,
    label: labelOf(item, fact, chart, locale),
    value: high,
    low,
    high,
    said: `${SIGNS[fact.qualifier]}${said(high)}`,
    lowSaid: said(low),
    year: yearsOf(fact)[0] ?? null,
    rival: rival === null ? null : { value: rival, said: said(rival) },
    change: null,
    isRest: false,
  }
}

/** Changes are said only between years that follow each other. */
const withChanges = (marks: readonly Mark[], locale: Locale): readonly Mark[] =>
  marks.map((mark, index) => {
    const before = marks[index - 1]
    if (before === undefined || before.year === null || mark.year !== before.year + 1) return mark
    const change = formatPercent(growth(before.value, mark.value), locale, { digits: 0, signed: true })
    return { ...mark, change }
  })

const withRest = (
  marks: readonly Mark[],
  { rest }: Chart,
  whole: number,
  unit: string,
  locale: Locale,
): readonly Mark[] => {
  if (rest === null) return marks
  const sum = marks.reduce((all, { value }) => all + value, 0)
  const value = Math.round((whole - sum) * 1000) / 1000
  const said = sayNumber(value, unit, locale)
  const mark: Mark = {
    slug: null,
    label: rest.label[locale],
    value,
    low: value,
    high: value,
    said,
    lowSaid: said,
    year: null,
    rival: null,
    change: null,
    isRest: true,
  }
  return rest.first ? [mark, ...marks] : [...marks, mark]
}

const toMarks = (item: ChartItem, facts: Facts, chart: Chart, locale: Locale): readonly Mark[] => {
  const fact = facts.get(item.fact)
  // A ranking has an order and no number to draw.
  if (fact === undefined || fact.unit === 'ranking') return []
  const shown = chart.by === 'year' ? yearlyOf(fact) : [fact]
  return shown.map((edition) => toMark(item, edition, facts, chart, locale))
}

/** Parts of a whole come from one count, and a year stands once on a line: what newer figures break is listed, not drawn. */
const formOf = (chart: Chart, facts: Facts, marks: readonly Mark[]): ChartForm => {
  const isNewer = newestOf(chart, facts).length > 0
  if (!isNewer) return chart.form
  if (chart.form === 'parts' || chart.form === 'balance') return 'list'
  const years = marks.map(({ year }) => year)
  return chart.by === 'year' && new Set(years).size < years.length ? 'list' : chart.form
}

/** A chart with the figures of its facts and the words of one language. Facts that are no longer there are left out. */
export const toPicture = (chart: Chart, facts: Facts, t: CountryWords, locale: Locale): Picture => {
  const found = chart.items.flatMap((item) => toMarks(item, facts, chart, locale))
  const drawn = chart.by === 'year' ? found.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)) : found
  const form = formOf(chart, facts, drawn)
  const unit = facts.get(chart.items[0]?.fact ?? '')?.unit ?? ''
  const isShare = unit === 'percent'
  const whole = chart.total === null ? (isShare ? 100 : 0) : (facts.get(chart.total)?.value ?? 0)
  // A figure that stands alone bears its unit and "about"; beside others the title says the unit once.
  const alone = facts.get(chart.items[0]?.fact ?? '')
  const marks =
    form === 'figure' && alone !== undefined
      ? drawn.map((mark) => ({ ...mark, said: toFigure(alone, t, locale) }))
      : form === 'columns'
        ? withChanges(drawn, locale)
        : drawn
  return {
    form,
    marks: form === chart.form ? withRest(marks, chart, whole, unit, locale) : marks,
    isShare,
    whole,
    words: {
      noFigure: t('chart.noFigure'),
      also: (figure) => t('chart.also', { figure }),
      scale: (value) => sayNumber(value, unit, locale),
    },
  }
}

/**
 * The title and the sentence of a chart. A finding was written for the figures of the profile: where one of them has a newer figure,
 * the chapter and the newer figures are said instead.
 */
export const sayChart = (
  chart: Chart,
  facts: Facts,
  t: CountryWords,
  locale: Locale,
): { readonly title: string; readonly sentence: string } => {
  const newer = newestOf(chart, facts)
  if (newer.length > 0) {
    const said = newer.map((fact) =>
      t('newer.one', {
        label: fact.label[locale],
        figure: toFigure(fact, t, locale),
        period: fact.periodText?.[locale] ?? t('undated'),
      }),
    )
    return {
      title: t('newer.chart', { chapter: t(`chapters.${chart.chapter}`) }),
      sentence: [...said, t('newer.finding')].join(' '),
    }
  }
  const span = (from: string, to: string): string => t('span', { from, to })
  return {
    title: toSentence(chart.title[locale], facts, locale, span),
    sentence: toSentence(chart.sentence[locale], facts, locale, span),
  }
}

/** The drawing in words, for those who do not see it. */
export const sayPicture = ({ marks, form }: Picture): string =>
  marks
    .map(({ label, year, said, lowSaid, low, high }) => {
      const name = form === 'grouped' && year !== null ? `${label} ${year}` : label
      return `${name}: ${low === high ? said : `${lowSaid} – ${said}`}`
    })
    .join(', ')
