import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import type { CoarseTable } from '@/lib/reporting/sealed/coarse.rules'
import { type ExactTable, HTCDS_FIELDS } from '@/lib/reporting/sealed/line.rules'
import { toTraffickingTables, traffickingDefinitions } from '@/lib/reporting/sealed/trafficking.view'
import { legendOf } from '@/lib/reporting/small.rules'
import { Publishable } from './publish'
import { ReportTable } from './report-table'

const useWords = () => ({
  t: useTranslations('reporting'),
  file: useTranslations('trafficking'),
  locale: useLocale(),
})

/** The parts of the table of a year, one below the other, each with the name that its field has in the standard. */
export const TraffickingTables = ({ table }: { table: ExactTable | CoarseTable }) => {
  const words = useWords()
  const { t } = words
  const tables = toTraffickingTables(table, words)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {tables.some((one) => legendOf(one) !== null) ? (
        <p className="-mb-3 max-w-prose text-sm text-muted">{t('document.sensitive')}</p>
      ) : null}
      {table.parts.map(({ part }, at) => {
        const one = tables[at]
        if (one === undefined) return null
        const field = HTCDS_FIELDS[part]
        return (
          <section key={part} aria-label={one.caption} className="min-w-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 className="text-h3">{one.rowsLabel}</h2>
              {field === null ? null : (
                <p className="text-sm text-muted">
                  HTCDS <span translate="no">{field}</span>
                </p>
              )}
            </div>
            <ReportTable table={one} hideCaption hideLegend />
          </section>
        )
      })}
    </div>
  )
}

/** The question of releases about the procedure of possible victims, for the year that is shown. */
export const PublishTrafficking = ({ year, mayPublish }: { year: number; mayPublish: boolean }) => (
  <Publishable
    questions={[{ code: 'public/peopleByTrafficking/trafficking/all' }]}
    period={{ code: String(year), isSame: true }}
    mayPublish={mayPublish}
  >
    <p className="mt-1 text-sm">{useTranslations('reporting.publish')('nearest')}</p>
  </Publishable>
)

/** What the columns count, where it comes from, and whose names the fields have. */
export const TraffickingDefinitions = () => {
  const words = useWords()
  const { t } = words
  return (
    <>
      <Section
        title={t('definitions')}
        action={{ href: '/reports/definitions', label: t('trafficking.others') }}
      >
        <dl className="grid gap-2 text-sm">
          {traffickingDefinitions(words).map(({ name, text }) => (
            <div key={name}>
              <dt className="font-semibold">{name}</dt>
              <dd className="text-muted">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('trafficking.sources')}>
        <p className="text-sm">{t('trafficking.source')}</p>
        <p className="mt-2 text-sm text-muted">{t('trafficking.standardText')}</p>
      </Section>
    </>
  )
}
