import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { formatTime } from '@/components/ui/time'
import { type Completeness, gradeOf } from '@/lib/reporting/completeness.rules'
import type { ReportTable as Table } from '@/lib/reporting/document.rules'
import { isOfFiles } from '@/lib/reporting/figure.rules'
import type { MissingPageData } from '@/lib/reporting/missing.data'
import { toSearch } from '@/lib/reporting/question.rules'
import { periodOf, periodsOf } from '@/lib/reporting/table.view'
import { sayCondition, toWording } from '@/lib/reporting/wording.view'
import { ReportTable } from './report-table'

const nameOf = ({ figure, by }: Completeness): string => `${figure}~${by}`

/** What is not recorded, office by office: each number leads to the files in which it can be. */
export const MissingPage = ({
  data: { question, today, all, offices, names },
  opensFiles,
}: {
  data: MissingPageData
  opensFiles: boolean
}) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const wording = toWording(names, locale, t)
  const gaps = all.filter((gap) => gap.all > 0)
  const columns = [...offices.map(({ office }) => office), null]
  const gapOf = (office: string | null, gap: Completeness): Completeness | undefined =>
    office === null
      ? gap
      : offices.find((one) => one.office === office)?.gaps.find((one) => nameOf(one) === nameOf(gap))
  const labelOf = ({ figure, by }: Completeness): string =>
    t('missing.row', { figure: t(`figure.${figure}.name`), dimension: wording.dimension(by) })
  const table: Table = {
    caption: t('missing.caption', { period: periodOf(question, (day) => formatTime(locale, day, 'day'), t) }),
    rowsLabel: t('annual.figure'),
    columns: columns.map((office) => ({
      id: office ?? 'all',
      label: office === null ? t('total') : wording.value('office', office),
      unit: 'count',
      sensitive: false,
    })),
    rows: gaps.map((gap) => ({
      id: nameOf(gap),
      label: labelOf(gap),
      kind: 'known',
      cells: columns.map((office) => {
        const one = gapOf(office, gap)
        return one === undefined ? null : one.all - one.recorded
      }),
    })),
    notes: [
      sayCondition(question, names, wording, t),
      ...columns.flatMap((office) => {
        const unfit = gaps.flatMap((gap) => {
          const one = gapOf(office, gap)
          return one === undefined || gradeOf(one) !== 'unfit'
            ? []
            : [t('missing.of', { gap: labelOf(gap), recorded: one.recorded, all: one.all })]
        })
        return office === null || unfit.length === 0
          ? []
          : [t('missing.unfitIn', { office: wording.value('office', office), gaps: unfit.join('; ') })]
      }),
    ],
  }
  const hrefOf = ({ id }: Table['rows'][number], column: number): string | null => {
    const gap = gaps.find((one) => nameOf(one) === id)
    const office = columns[column]
    if (!opensFiles || gap === undefined || !isOfFiles(gap.figure)) return null
    const search = new URLSearchParams(
      toSearch({
        ...question,
        by: gap.by,
        split: null,
        only: [],
        columns: [{ figure: gap.figure, only: null }],
        offices: office == null ? [] : [office],
      }),
    )
    search.set('row', `${gap.by}~-`)
    return `/reports/files?${search}`
  }
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-4">
      <div className="-mb-4">
        <BackLink href="/reports">{t('title')}</BackLink>
        <PageTitle title={t('missing.byOffice')}>{t('missing.intro')}</PageTitle>
      </div>
      <Tabs
        label={t('missing.period')}
        tabs={periodsOf(today).map(([name, period]) => ({
          href: `/reports/missing?${new URLSearchParams({ reach: question.reach, ...period })}`,
          label: t(`change.${name}`),
          isCurrent: period.from === question.from && period.until === question.until,
        }))}
      />
      {gaps.length === 0 ? (
        <EmptyState title={t('missing.nothing')}>{t('missing.nothingText')}</EmptyState>
      ) : (
        <ReportTable table={table} hrefOf={hrefOf} />
      )}
    </div>
  )
}
