import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SceneDrawing } from '@/components/ui/scene-drawing'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { factPath } from '@/lib/countries/address.rules'
import { type Ours, type Pair, pairUp } from '@/lib/countries/beside.rules'
import {
  sayOurs,
  sayTheirs,
  theirFacts,
  theirPeriods,
  toDrawing,
  toTheirs,
} from '@/lib/countries/beside.view'
import { sayCharted, saySources } from '@/lib/countries/chart-file.view'
import type { TheirSide } from '@/lib/countries/comparison.data'
import type { Fact } from '@/lib/countries/fact.rules'
import { inLanguage } from '@/lib/countries/wording.rules'

type Said = {
  readonly label: string
  readonly ours: string
  readonly theirs: string
  readonly population: string
  readonly when: string
}

/** The pairs drawn, in a table and in a sentence, under the line that says why they are not the same people. */
export const BesideShares = ({
  data: { given, comparison, chart },
  ours,
  caution,
  people,
  sentence,
  missing,
  whenNone,
  notes,
}: {
  data: TheirSide
  ours: Ours
  caution: string
  /** How many of ours there are, in words. */
  people: string
  sentence: (said: Said) => string
  /** Why a share of ours is not given. */
  missing: (why: NonNullable<Pair['missing']>) => string
  /** What else to choose where no group can be compared. */
  whenNone: string
  /** What our numbers are and where they come from. */
  notes: readonly string[]
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const pairs = pairUp(toTheirs(chart, given.facts, t, locale), comparison, ours).map((pair) => ({
    ...pair,
    label: pair.fact === null ? t('beside.rest') : pair.label,
  }))
  const shown: readonly Fact[] = theirFacts(chart, given.facts)
  const [first] = pairs.filter(
    ({ fact, ours: own, theirs }) => fact !== null && own !== null && theirs !== null,
  )
  const when = theirPeriods(shown, t, locale)
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
  return (
    <Card as="section" label={title} className="grid gap-3">
      <div>
        <h2 className="text-h2">{title}</h2>
        <p className="mt-1 max-w-prose font-semibold">{caution}</p>
        <p className="mt-1 max-w-prose text-muted">
          {first === undefined
            ? t('beside.noSentence')
            : sentence({
                label: first.label,
                ours: sayOurs(first.ours ?? 0, locale),
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
                <span className="text-muted">{pair.missing === null ? '' : missing(pair.missing)}</span>
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
        {first === undefined ? <p>{whenNone}</p> : null}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
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
