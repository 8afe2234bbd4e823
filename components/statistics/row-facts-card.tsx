import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { LabelOf } from '@/lib/statistics/file.rules'
import { total } from '@/lib/statistics/hierarchy.rules'
import { type RowFacts, rowModel } from '@/lib/statistics/rows.rules'
import { type FactLine, Facts } from './facts'
import { useLevelLabels } from './use-level-labels'

/** What a file of rows holds and how well it hides people: the same for anyone who asks and for anyone who agrees. */
export const RowFactsCard = ({ facts, labelOf }: { facts: RowFacts; labelOf: LabelOf }) => {
  const t = useTranslations('statistics.perPerson')
  const locale = useLocale()
  const format = useFormatter()
  const columns = useColumns(facts, labelOf)
  const percent = (value: number, digits = 0): string =>
    format.number(value, { style: 'percent', maximumFractionDigits: digits })
  const two = (value: number): string => format.number(value, { maximumFractionDigits: 2 })
  const list = (words: readonly string[]): string => new Intl.ListFormat(locale).format(words)
  const groups = facts.unfair.map((group) =>
    group === 'other' ? t('others') : labelOf('nationality', group),
  )
  const { distinct, share, distance } = facts
  const lines: readonly (FactLine | null)[] = [
    [t('people'), t('peopleWords', { people: String(facts.people) })],
    [
      t('removed'),
      `${t('removedWords', { people: String(facts.removed) })}${facts.isSample ? ` · ${t('sample')}` : ''}`,
    ],
    [t('columns'), list(columns.known)],
    [t('sensitive'), columns.sensitive.length === 0 ? t('none') : list(columns.sensitive)],
    columns.dropped.length === 0 ? null : [t('dropped'), list(columns.dropped)],
    [t('groups'), format.number(facts.classes)],
    [t('smallest'), t('smallestWords', { count: facts.smallest, least: rowModel.k })],
    [t('risk'), t('riskWords', { percent: percent(facts.risk, 1), most: percent(1 / facts.smallest, 1) })],
    distinct === null ? null : [t('distinct'), format.number(distinct)],
    share === null
      ? null
      : [t('share'), t('shareWords', { percent: percent(share), most: percent(rowModel.maxShare) })],
    distance === null
      ? null
      : [t('distance'), t('distanceWords', { value: two(distance), most: two(rowModel.t) })],
    [t('loss'), percent(facts.loss)],
    [t('fairness'), groups.length === 0 ? t('fair') : t('unfair', { list: list(groups) })],
  ]
  return (
    <Card as="section" title={t('facts')}>
      <p className="mt-1 text-sm text-muted">{t('method')}</p>
      <Facts lines={lines.flatMap((line) => (line === null ? [] : [line]))} />
    </Card>
  )
}

function useColumns({ subject, columns, sensitive, dropped }: RowFacts, labelOf: LabelOf) {
  const t = useTranslations('statistics')
  const levelWords = useLevelLabels()
  const nameOf = (column: string): string => {
    if (subject === 'topics') return labelOf('topic', column)
    return t(`perPerson.columnNames.${subject === 'signals' ? 'signal' : 'status'}`)
  }
  return {
    known: columns.map(({ dimension, level }) => {
      const name = t(`dimension.${dimension}`)
      if (level === total) return t('perPerson.leftOut', { dimension: name })
      const labels = levelWords(level)
      return labels === null ? name : t('perPerson.column', { dimension: name, level: labels })
    }),
    sensitive: sensitive.map(nameOf),
    dropped: dropped.map(nameOf),
  }
}
