import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { formatTime } from '@/components/ui/time'
import { toCoarse } from '@/lib/reporting/sealed/coarse.rules'
import type { Handed } from '@/lib/reporting/sealed/handed.data'
import { COLUMNS, type ExactTable } from '@/lib/reporting/sealed/line.rules'
import type { ExactPageData } from '@/lib/reporting/sealed/trafficking-page.data'
import { handInTable } from '@/lib/reporting/trafficking.actions'
import { Downloads, ReportHead } from './page-head'
import { PublishTrafficking, TraffickingDefinitions, TraffickingTables } from './trafficking-parts'

/** Possible trafficking of a year that is over, exact, for who reads figures of sealed files. */
export const TraffickingPage = ({
  data: { years, read, handed },
  mayPublish,
}: {
  data: ExactPageData
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const year = read?.table.year ?? null
  const title = year === null ? t('trafficking.title') : t('trafficking.titleOf', { year: String(year) })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <BackLink href="/reports/trafficking">{t('trafficking.coarse.title')}</BackLink>
        <ReportHead title={title} mark={t('internal')}>
          {year === null ? null : (
            <Downloads
              hrefOf={(as) =>
                `/api/reports/trafficking/exact?${new URLSearchParams({ as, year: String(year) })}`
              }
            />
          )}
        </ReportHead>
        <Tabs
          label={t('annual.year')}
          tabs={years.map((one) => ({
            href: `/reports/trafficking/exact?year=${one}`,
            label: String(one),
            isCurrent: one === year,
          }))}
        />
        {read === null ? null : (
          <p className="text-sm text-muted">
            {t('trafficking.read', {
              copy: read.copy,
              name: read.by,
              moment: formatTime(locale, read.at, 'moment'),
            })}
          </p>
        )}
      </div>
      {read === null ? (
        <EmptyState title={t('trafficking.choose')}>{t('trafficking.chooseText')}</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1fr)_18rem]">
          <Counted table={read.table} isHanded={handed.some((one) => one.year === year)} />
          <div className="grid gap-6">
            <HandIn table={read.table} handed={handed.find((one) => one.year === year) ?? null} />
            <TraffickingDefinitions />
            <PublishTrafficking year={read.table.year} mayPublish={mayPublish} />
          </div>
        </div>
      )}
    </div>
  )
}

const Counted = ({ table, isHanded }: { table: ExactTable; isHanded: boolean }) => {
  const t = useTranslations('reporting.trafficking')
  if (COLUMNS.codes.every((column) => table.totals[column] === 0))
    return <EmptyState title={t('empty', { year: String(table.year) })}>{t('emptyText')}</EmptyState>
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <p className="font-serif text-h3 font-semibold">
        {COLUMNS.codes
          .map((column) => t('totalOf', { column: t(`column.${column}`), count: table.totals[column] }))
          .join(' · ')}
      </p>
      <TraffickingTables table={table} />
      {isHanded ? null : (
        <Fold label={t('coarse.look')}>
          <p className="mb-4 max-w-prose text-sm">{t('note.coarse')}</p>
          <TraffickingTables table={toCoarse(table)} />
        </Fold>
      )}
    </div>
  )
}

/** What the other readers of reports would read, and the press that gives it to them. */
const HandIn = ({ table, handed }: { table: ExactTable; handed: Handed | null }) => {
  const t = useTranslations('reporting.trafficking.coarse')
  const locale = useLocale()
  const { year } = table
  if (handed !== null)
    return (
      <Section title={t('readers')}>
        <p className="text-sm">
          {t('given', { name: handed.by, moment: formatTime(locale, handed.at, 'moment') })}
        </p>
        <p className="mt-1">
          <Link
            href={`/reports/trafficking?year=${year}`}
            className="inline-flex min-h-11 items-center text-sm"
          >
            {t('open')}
          </Link>
        </p>
      </Section>
    )
  return (
    <Section title={t('readers')}>
      <p className="text-sm">{t('what')}</p>
      <p className="mt-2 text-sm">{t('once')}</p>
      <div className="mt-2 print:hidden">
        <ActionButton
          action={handInTable}
          input={{ year }}
          kind="primary"
          size="normal"
          confirmation={t('done')}
        >
          {t('give')}
        </ActionButton>
      </div>
    </Section>
  )
}
