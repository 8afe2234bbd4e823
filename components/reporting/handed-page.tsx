import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { formatTime } from '@/components/ui/time'
import type { HandedPageData } from '@/lib/reporting/sealed/trafficking-page.data'
import { Downloads, ReportHead } from './page-head'
import { PublishTrafficking, TraffickingDefinitions, TraffickingTables } from './trafficking-parts'

/** Possible trafficking as it was handed in for the readers of reports: rounded, a year at a time, and the same for all of them. */
export const HandedPage = ({
  data: { handed, shown, readsExact },
  mayPublish,
}: {
  data: HandedPageData
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const title =
    shown === null ? t('trafficking.title') : t('trafficking.titleOf', { year: String(shown.year) })
  const exact = readsExact ? (
    <LinkButton href="/reports/trafficking/exact">{t('trafficking.exact')}</LinkButton>
  ) : null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <BackLink href="/reports">{t('title')}</BackLink>
        <ReportHead title={title} mark={shown === null ? null : t('trafficking.coarse.mark')}>
          {shown === null ? null : (
            <Downloads
              hrefOf={(as) =>
                `/api/reports/trafficking?${new URLSearchParams({ as, year: String(shown.year) })}`
              }
            />
          )}
        </ReportHead>
        {handed.length < 2 ? null : (
          <Tabs
            label={t('annual.year')}
            tabs={handed.map(({ year }) => ({
              href: `/reports/trafficking?year=${year}`,
              label: String(year),
              isCurrent: year === shown?.year,
            }))}
          />
        )}
      </div>
      {shown === null ? (
        <EmptyState title={t('trafficking.coarse.none')} action={exact}>
          {t('trafficking.coarse.noneText')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-8 xl:grid-cols-[minmax(0,1fr)_18rem]">
          <TraffickingTables table={shown.table} />
          <div className="grid gap-6">
            <Section title={t('trafficking.coarse.how')}>
              <p className="text-sm">{t('trafficking.note.coarse')}</p>
              <p className="mt-2 text-sm text-muted">
                {t('trafficking.coarse.given', {
                  name: shown.by,
                  moment: formatTime(locale, shown.at, 'moment'),
                })}
              </p>
              {exact === null ? null : <p className="mt-3 print:hidden">{exact}</p>}
            </Section>
            <TraffickingDefinitions />
            <PublishTrafficking year={shown.year} mayPublish={mayPublish} />
          </div>
        </div>
      )}
    </div>
  )
}
