import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { LOCALES } from '@/lib/i18n/locales'
import { toChart } from '@/lib/reporting/chart.view'
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
import { nounOf, toWording } from '@/lib/reporting/wording.view'
import type { Day } from '@/lib/shared/dates'
import { QuestionForm } from './question-form'
import { ReportChart } from './report-chart'
import { ReportTable } from './report-table'
import { SaveFolds } from './save-forms'

/** A report: what is asked, the numbers, and what can be done with them. */
export const ReportPage = ({
  report,
  opensFiles,
  mayPublish,
}: {
  report: Report
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
  const chart = toChart(report, view)
  const headline = saySentence(
    sentenceOfTable(table, { counted: nounOf(question), isPlaces: question.by === 'place' }),
    useTranslations('reporting.sentence'),
    LOCALES.read(locale),
  )
  const standard = findStandard(question)
  const name = standard === null ? t('own') : t(`standard.${standard}`)
  const title = `${name}, ${titleOf(question, today, day, t)}`
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="-mb-4 flex flex-wrap items-start justify-between gap-x-4">
        <PageTitle
          title={title}
          heading={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {title} <InternalMark />
            </span>
          }
        />
        <Downloads report={report} />
      </div>
      <QuestionForm report={report} wording={wording} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <section aria-label={table.caption} className="grid min-w-0 gap-2">
            <h2 className="text-h3">{headline?.replace(/\.$/, '') ?? table.caption}</h2>
            <ReportTable table={table} hideCaption {...(opensFiles ? { hrefOf: filesOf(report) } : {})} />
          </section>
          {chart === null ? null : <ReportChart id="by-month" chart={chart} />}
          <p className="text-sm text-muted">
            {withheld > 0 ? `${t('note.withheld', { count: withheld })} ` : null}
            {t('note.countedAt', { moment: formatTime(locale, countedAt, 'moment') })}{' '}
            <Link href="/reports/definitions" className="inline-block py-1 print:hidden">
              {t('definitions')}
            </Link>
          </p>
        </div>
        <Aside report={report} name={title.slice(0, 60)} mayPublish={mayPublish} />
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

const InternalMark = () => (
  <span className="rounded bg-late-soft px-2 py-0.5 text-sm font-semibold text-late">
    {useTranslations('reporting')('internal')}
  </span>
)

const Downloads = ({ report: { question, leaves } }: { report: Report }) => {
  const t = useTranslations('reporting')
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <PrintButton kind="quiet" size="small">
        {t('download.print')}
      </PrintButton>
      {leaves
        ? (['docx', 'xlsx', 'csv'] as const).map((as) => (
            <a
              key={as}
              href={`/api/reports?${new URLSearchParams({ as, question: toSearch(question) })}`}
              className={buttonClass('quiet', 'small')}
              download
            >
              {t(`download.${as}`)}
            </a>
          ))
        : null}
    </div>
  )
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
  name,
  mayPublish,
}: {
  report: Report
  name: string
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting')
  const asked = toSearch(question)
  return (
    <div className="grid gap-6 print:hidden">
      <Section title={t('saved.title')} action={{ href: '/reports/runs', label: t('saved.runs') }}>
        <ul>
          {saved.map((one) => (
            <Row
              key={one.id}
              href={`/reports?${one.question}`}
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
      <Section title={t('annual.page')} action={{ href: '/reports/annual', label: t('annual.open') }}>
        <p className="text-sm">{t('annual.text')}</p>
      </Section>
      <Section title={t('publish.title')}>
        <p className="text-sm">{t('publish.text')}</p>
        <p className="mt-2">
          {mayPublish ? (
            <LinkButton href="/statistics" className="w-full">
              {t('publish.to')}
            </LinkButton>
          ) : (
            <span className="text-sm text-muted">{t('publish.ask')}</span>
          )}
        </p>
      </Section>
      <Section title={t('readers.title')} action={{ href: '/reports/readers', label: t('readers.to') }}>
        <p className="text-sm">{t('readers.text')}</p>
      </Section>
    </div>
  )
}
