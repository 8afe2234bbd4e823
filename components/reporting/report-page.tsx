import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { LOCALES } from '@/lib/i18n/locales'
import { toCharts } from '@/lib/reporting/chart.view'
import { wholeColumn } from '@/lib/reporting/counted.rules'
import { NOT_RECORDED } from '@/lib/reporting/dimension.rules'
import type { TableRow } from '@/lib/reporting/document.rules'
import { isOfFiles } from '@/lib/reporting/figure.rules'
import { type Only, SHARED, toOnlyText, toSearch } from '@/lib/reporting/question.rules'
import { removeReport } from '@/lib/reporting/report.actions'
import type { Report } from '@/lib/reporting/report.data'
import { sentenceOfTable } from '@/lib/reporting/sentence.rules'
import { saySentence } from '@/lib/reporting/sentence.view'
import { findStandard, STANDARD_REPORTS, toStandard } from '@/lib/reporting/standard.rules'
import { titleOf, toTable } from '@/lib/reporting/table.view'
import { nounOf, toWording, type Wording } from '@/lib/reporting/wording.view'
import type { Day } from '@/lib/shared/dates'
import { Downloads, ReportHead } from './page-head'
import { Publish } from './publish'
import { QuestionForm } from './question-form'
import { ReportChart } from './report-chart'
import { ReportTable } from './report-table'
import { TakeChart, WhatCounted } from './report-take'
import { SaveFolds } from './save-forms'

/** A report: what is asked, the numbers, and what can be done with them. */
export const ReportPage = ({
  report,
  inbox,
  opensFiles,
  mayPublish,
}: {
  report: Report
  /** What waits for the reader; null where nothing does. */
  inbox: ReactNode
  /** Numbers lead to files, for who may open any. */
  opensFiles: boolean
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const { question, names, today, withheld, countedAt } = report
  const wording = toWording(names, locale, t)
  const day = (one: Day): string => formatTime(locale, one, 'day')
  const view = { wording, t, locale, day }
  const table = toTable(report, view)
  const charts = toCharts(report, view)
  const headline = saySentence(
    sentenceOfTable(table, {
      counted: nounOf(question),
      isPlaces: question.by === 'place',
      column: wholeColumn(report.counted),
    }),
    useTranslations('reporting.sentence'),
    LOCALES.read(locale),
  )
  const standard = findStandard(question)
  const name = standard === null ? t('own') : t(`standard.${standard}`)
  const title = `${name}, ${titleOf(question, today, day, t)}`
  const downloads = (
    <Downloads
      hrefOf={
        report.leaves
          ? (as) => `/api/reports?${new URLSearchParams({ as, question: toSearch(question) })}`
          : null
      }
    />
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 max-sm:gap-2">
      <ReportHead title={title} mark={t('internal')}>
        <div className="max-sm:hidden">{downloads}</div>
      </ReportHead>
      <QuestionForm report={report} wording={wording} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_16rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <section aria-label={table.caption} className="grid min-w-0 gap-2">
            <h2 className="text-h3">{headline?.replace(/\.$/, '') ?? table.caption}</h2>
            <ReportTable table={table} hideCaption {...(opensFiles ? { hrefOf: filesOf(report) } : {})} />
          </section>
          {/* On a phone the numbers come first, then the files that hold them. */}
          <div className="sm:hidden">{downloads}</div>
          <WhatCounted question={question} />
          {charts.map(({ id, chart }) => (
            <ReportChart
              key={id}
              id={id}
              chart={chart}
              take={<TakeChart report={report} chart={id} title={chart.title} />}
            />
          ))}
          <p className="text-sm text-muted">
            {withheld > 0 ? `${t('note.withheld', { count: withheld })} ` : null}
            {t('note.countedAt', { moment: formatTime(locale, countedAt, 'moment') })}{' '}
            <Link href="/reports/definitions" className="inline-block py-1 print:hidden">
              {t('definitions')}
            </Link>{' '}
            <Link
              href={`/reports/missing?${new URLSearchParams({ reach: question.reach, from: question.from, until: question.until })}`}
              className="inline-block py-1 print:hidden"
            >
              {t('missing.byOffice')}
            </Link>
          </p>
        </div>
        <Aside
          report={report}
          inbox={inbox}
          name={title.slice(0, 60)}
          wording={wording}
          mayPublish={mayPublish}
        />
      </div>
    </div>
  )
}

/** Where a number leads: to the files behind it, for who may open files and where it is about files. */
const filesOf =
  ({ question, counted }: Report) =>
  ({ id, kind }: TableRow, column: number): string | null => {
    const one = counted.columns[column]
    if (one === undefined || !isOfFiles(one.column.figure) || (kind !== 'total' && !one.isBroken)) return null
    const rows: readonly Only[] =
      kind === 'total' ? [] : [{ dimension: question.by, value: kind === 'missing' ? null : id }]
    const split: readonly Only[] =
      one.split === null || question.split === null
        ? []
        : [{ dimension: question.split, value: one.split === NOT_RECORDED ? null : one.split }]
    const search = new URLSearchParams(
      toSearch({ ...question, split: null, columns: [one.column], only: [...question.only, ...split] }),
    )
    for (const row of rows) search.set('row', toOnlyText(row))
    return `/reports/files?${search}`
  }

const Row = ({ href, children, end }: { href: string; children: string; end?: ReactNode }) => (
  <li className="flex items-center justify-between gap-2 border-b border-hair last:border-b-0">
    <Link href={href} className="inline-flex min-h-11 items-center sm:min-h-9">
      {children}
    </Link>
    {end === undefined ? null : <span className="text-sm text-muted">{end}</span>}
  </li>
)

const Aside = ({
  report: { question, today, saved, teams, countsPeople, readerId },
  inbox,
  name,
  wording,
  mayPublish,
}: {
  report: Report
  inbox: ReactNode
  name: string
  wording: Wording
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting')
  const asked = toSearch(question)
  return (
    <div className="grid gap-6 print:hidden">
      {inbox}
      <Section title={t('saved.title')} action={{ href: '/reports/runs', label: t('saved.runs') }}>
        <ul>
          {saved.map((one) => (
            <Row
              key={one.id}
              href={`/reports?${one.question}&saved=${one.id}`}
              end={
                one.staffId === readerId ? (
                  <ActionButton
                    action={removeReport}
                    input={{ reportId: one.id, version: one.version }}
                    kind="plain"
                    confirmation={t('saved.removed')}
                  >
                    {t('saved.remove')}
                    <span className="sr-only"> {one.name}</span>
                  </ActionButton>
                ) : (
                  (one.team?.name ?? t(`saved.${SHARED.read(one.shared)}`))
                )
              }
            >
              {one.name}
            </Row>
          ))}
          {STANDARD_REPORTS.codes
            .filter((one) => countsPeople || one === 'visits')
            .map((one) => (
              <Row key={one} href={`/reports?${toSearch(toStandard(one, { today, reach: question.reach }))}`}>
                {t(`standard.${one}`)}
              </Row>
            ))}
        </ul>
        <SaveFolds question={asked} name={name} teams={teams} />
      </Section>
      <Publish question={question} today={today} wording={wording} mayPublish={mayPublish} />
      <Section title={t('others')}>
        <ul>
          <Row href="/reports/annual">{t('annual.open')}</Row>
          <Row href="/reports/trafficking">{t('trafficking.open')}</Row>
          <Row href="/reports/readers">{t('readers.to')}</Row>
        </ul>
      </Section>
    </div>
  )
}
