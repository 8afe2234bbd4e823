import type { Locale } from '@/lib/i18n/locales'
import type { Theirs } from './beside.rules'
import type { Chart } from './chart.rules'
import { drawPairs, type PairMark, type PairWords } from './drawing/pairs.rules'
import type { Scene } from './drawing/scene.rules'
import type { Fact } from './fact.rules'
import type { CountryWords } from './figure.view'
import { toPicture } from './picture.view'
import { formatPercent } from './wording.rules'

type Facts = ReadonlyMap<string, Fact>

const periodOf = (fact: Fact | undefined): string => `${fact?.periodStart}|${fact?.periodEnd}`

/** The facts of the other side, each once. */
export const theirFacts = (chart: Chart, facts: Facts): readonly Fact[] =>
  chart.items.flatMap(({ fact }) => facts.get(fact) ?? [])

/** When the other side was counted: one period, or several where a newer figure stands among older ones. */
export const theirPeriods = (shown: readonly Fact[], t: CountryWords, locale: Locale): string =>
  [...new Set(shown.map(({ periodText }) => periodText?.[locale] ?? t('undated')))].join(' · ')

/** Shares as the country gives them; of counts, our division by the total of the same period. */
export const toTheirs = (chart: Chart, facts: Facts, t: CountryWords, locale: Locale): readonly Theirs[] => {
  const { marks, isShare } = toPicture(chart, facts, t, locale)
  const whole = facts.get(chart.total ?? '')
  return marks.flatMap(({ slug, label, value }) => {
    if (slug === null) return []
    if (isShare) return [{ fact: slug, label, percent: value }]
    const isSame = periodOf(facts.get(slug)) === periodOf(whole)
    const percent = isSame && whole?.value ? Math.round((1000 * value) / whole.value) / 10 : null
    return [{ fact: slug, label, percent }]
  })
}

export const sayOurs = (percent: number, locale: Locale): string =>
  formatPercent(percent, locale, { digits: 0 })
export const sayTheirs = (percent: number, locale: Locale): string => formatPercent(percent, locale)

/** Pairs as a drawing, and the same in words for anyone who does not see it. */
export const toDrawing = (
  pairs: readonly { label: string; ours: number | null; theirs: number | null }[],
  say: Omit<PairWords, 'scale'>,
  locale: Locale,
): { readonly scene: Scene; readonly label: string } => {
  const marks = pairs.map(
    ({ label, ours, theirs }): PairMark => ({
      label,
      ours: ours === null ? null : { value: ours, said: sayOurs(ours, locale) },
      theirs: theirs === null ? null : { value: theirs, said: sayTheirs(theirs, locale) },
    }),
  )
  return {
    scene: drawPairs(marks, { ...say, scale: (value) => sayTheirs(value, locale) }),
    label: marks
      .map(
        ({ label, ours, theirs }) =>
          `${label}: ${say.names.ours} ${ours?.said ?? say.none}, ${say.names.theirs} ${theirs?.said ?? say.none}`,
      )
      .join('; '),
  }
}
