import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SceneDrawing } from '@/components/ui/scene-drawing'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { factPath } from '@/lib/countries/address.rules'
import { sayCharted, saySources } from '@/lib/countries/chart-file.view'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { BesideData } from '@/lib/statistics/beside.data'
import { type Pair, pairUp } from '@/lib/statistics/beside.rules'
import {
  sayOurs,
  sayTheirs,
  theirFacts,
  theirPeriods,
  toDrawing,
  toOurs,
  toTheirs,
} from '@/lib/statistics/beside.view'
import { total } from '@/lib/statistics/hierarchy.rules'
import type { ReadTable } from '@/lib/statistics/statistic.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import type { ProtectedTable } from '@/lib/statistics/table.rules'

/** The pairs drawn, in a table and in a sentence, under the line that says why they are not the same people. */
export const BesideFigure = ({
  data: { given, comparison, chart },
  read,
  table,
}: {
  data: BesideData
  read: ReadTable
  table: ProtectedTable
}) => {
  const t = useTranslations('countries')
  const statistics = useTranslations('statistics')
  const format = useFormatter()
  const locale = useLocale()
  const { snapshot, measure, policy } = read
  const cells = toOurs(table, measure)
  const pairs = pairUp(toTheirs(chart, given.facts, t, locale), comparison, cells, policy.threshold).map(
    (pair) => ({ ...pair, label: pair.fact === null ? t('beside.rest') : pair.label }),
  )
  const shown = theirFacts(chart, given.facts)
  const [first] = pairs.filter(({ fact, ours, theirs }) => fact !== null && ours !== null && theirs !== null)
  const when = theirPeriods(shown, t, locale)
  const { year, quarter } = toPeriodView(snapshot)
  const period =
    quarter === null
      ? statistics('period.year', { year })
      : statistics('period.quarter', { number: quarter, year })
  const whole = cells.get(total)?.value ?? null
  const people = whole === null ? t('beside.notGiven') : t('beside.people', { people: format.number(whole) })
  const title = t('beside.chartTitle', { title: inLanguage(comparison.title, locale) })
  const { scene, label } = toDrawing(
    pairs,
    {
      names: { ours: t('beside.ours'), theirs: t('beside.theirs') },
      legend: { ours: `${t('beside.ours')} (${people})`, theirs: `${t('beside.theirs')}, ${when}` },
      none: t('beside.notGiven'),
    },
    locale,
  )
  const missing = (pair: Pair): string =>
    pair.missing === null ? '' : t(`beside.missing.${pair.missing}`, { threshold: policy.threshold })
  return (
    <Card as="section" label={title} className="grid gap-3">
      <div>
        <h2 className="text-h2">{title}</h2>
        <p className="mt-1 max-w-prose font-semibold">{inLanguage(comparison.caution, locale)}</p>
        <p className="mt-1 max-w-prose text-muted">
          {first === undefined
            ? t('beside.noSentence')
            : t('beside.sentence', {
                label: first.label,
                ours: sayOurs(first.ours ?? 0, locale),
                people,
                period,
                theirs: sayTheirs(first.theirs ?? 0, locale),
                population: shown[0]?.population?.[locale] ?? t('beside.theirs'),
                when,
              })}
        </p>
      </div>
      <SceneDrawing id="beside" scene={scene} label={label} />
      <Table
        caption={title}
        isDense
        rows={pairs}
        rowKey={({ fact }) => fact ?? 'rest'}
        columns={[
          {
            key: 'group',
            head: t('beside.group'),
            cell: (pair) => {
              const fact = given.facts.get(pair.fact ?? '')
              return fact === undefined ? pair.label : <TextLink href={factPath(fact)}>{pair.label}</TextLink>
            },
          },
          {
            key: 'ours',
            head: t('beside.ours'),
            isNumber: true,
            cell: (pair) =>
              pair.ours === null ? (
                <span className="text-muted">{missing(pair)}</span>
              ) : (
                sayOurs(pair.ours, locale)
              ),
          },
          {
            key: 'theirs',
            head: t('beside.theirs'),
            isNumber: true,
            cell: ({ theirs }) =>
              theirs === null ? (
                <span className="text-muted">{t('beside.notGiven')}</span>
              ) : (
                sayTheirs(theirs, locale)
              ),
          },
        ]}
      />
      <div className="grid max-w-prose gap-2 text-sm text-muted">
        {first === undefined ? <p>{t('beside.none')}</p> : null}
        <p>{t('beside.restNote')}</p>
        <p>
          {t('beside.sourceOurs', {
            period,
            day: formatTime(locale, snapshot.frozenOn, 'day'),
            base: policy.base,
            threshold: policy.threshold,
          })}
        </p>
        <p>
          {t('beside.sourceTheirs', {
            sources: saySources(shown, t, locale),
            document: sayCharted(shown, given.profile, t, locale),
          })}
        </p>
      </div>
    </Card>
  )
}
