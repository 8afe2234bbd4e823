import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { publishHref } from '@/lib/reporting/public.rules'
import { toPublicChapters } from '@/lib/reporting/public-annual.rules'
import { chapterTitle, measureTitle, periodTitle } from '@/lib/reporting/public-annual.view'
import { policyOf } from '@/lib/statistics/disclosure.rules'
import { measures } from '@/lib/statistics/measure.rules'
import type { PublicYear } from '@/lib/statistics/public-year.data'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { TakeInLanguages } from './take-in-languages'

/** The public counterpart of the annual report: what it would hold, what no release covers, and the document. */
export const PublicYearPage = ({
  data: { years, year, tables },
  reference,
  mayTake,
}: {
  data: PublicYear
  reference: ReferenceLabels
  mayTake: boolean
}) => {
  const t = useTranslations('reporting')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const words = { t, statistics, locale }
  const labelOf = toLabels(locale, reference, statistics)
  const chapters = toPublicChapters(tables)
  const listed = new Intl.ListFormat(locale)
  return (
    <div className="grid max-w-5xl gap-5">
      <div>
        <BackLink href="/statistics/releases">{statistics('register.title')}</BackLink>
        <div className="-mb-4">
          <PageTitle title={t('publicYear.title')}>{t('publicYear.intro')}</PageTitle>
        </div>
        {years.length < 2 ? null : (
          <Tabs
            label={t('annual.year')}
            tabs={years.map((one) => ({
              href: `/statistics/annual?year=${one}`,
              label: String(one),
              isCurrent: one === year,
            }))}
          />
        )}
      </div>
      {tables.length === 0 ? (
        <EmptyState
          title={t('publicYear.none', { year: String(year) })}
          action={<LinkButton href={`/statistics?period=${year}`}>{t('publicYear.begin')}</LinkButton>}
        >
          {t('publicYear.noneText')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="grid gap-6">
            {chapters
              .filter(({ isCounted }) => isCounted)
              .map((one) => (
                <Section key={one.chapter} title={chapterTitle(one, words)}>
                  <ul>
                    {one.tables.map((table) => (
                      <li
                        key={table.id}
                        className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hair py-1 last:border-b-0"
                      >
                        <Link
                          href={`/statistics/releases/${table.id}`}
                          className="inline-flex min-h-11 items-center sm:min-h-9"
                        >
                          {toTitle(table.code, statistics, locale, labelOf)}
                        </Link>
                        <span className="text-sm text-muted">{periodTitle(table, words)}</span>
                      </li>
                    ))}
                    {one.missing.map((measure) => (
                      <li
                        key={measure}
                        className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hair py-1 text-muted last:border-b-0"
                      >
                        <span>{measureTitle(measure, words)}</span>
                        <Link
                          href={publishHref(
                            `public/${measure}/${measures[measure].dimension}/all`,
                            String(year),
                          )}
                          className="inline-flex min-h-11 items-center text-sm sm:min-h-9"
                        >
                          {t('publicYear.uncovered')}
                          <span className="sr-only">: {measureTitle(measure, words)}</span>
                        </Link>
                      </li>
                    ))}
                  </ul>
                </Section>
              ))}
          </div>
          <div className="grid gap-6">
            <Section title={t('annual.take')}>
              <p className="mb-3 text-sm">{t('publicYear.takeText')}</p>
              {mayTake ? (
                <TakeInLanguages
                  hrefOf={(language) =>
                    `/statistics/annual/document?${new URLSearchParams({ language, year: String(year) })}`
                  }
                />
              ) : null}
            </Section>
            <Section title={t('publicYear.how')}>
              <p className="text-sm">{t('publicYear.read', { base: policyOf('public').base })}</p>
              <p className="mt-2 text-sm">{t('publicYear.withheld')}</p>
              <p className="mt-2 text-sm text-muted">
                {t('publicYear.uncounted', {
                  chapters: listed.format(
                    chapters.filter(({ isCounted }) => !isCounted).map((one) => chapterTitle(one, words)),
                  ),
                })}
              </p>
            </Section>
          </div>
        </div>
      )}
    </div>
  )
}
