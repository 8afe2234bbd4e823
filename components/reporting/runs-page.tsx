import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { formatTime } from '@/components/ui/time'
import type { Counted } from '@/lib/reporting/counted.rules'
import { toSearch } from '@/lib/reporting/question.rules'
import type { listRuns } from '@/lib/reporting/run.data'
import type { RunPageData } from '@/lib/reporting/run-page.data'
import { toTable } from '@/lib/reporting/table.view'
import { toWording } from '@/lib/reporting/wording.view'
import type { Day } from '@/lib/shared/dates'
import { ReportTable } from './report-table'

/** What one kept, the newest first. */
export const RunsPage = ({ runs }: { runs: Awaited<ReturnType<typeof listRuns>> }) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="-mb-4">
        <BackLink href="/reports">{t('title')}</BackLink>
        <PageTitle title={t('runs.title')}>{t('runs.intro')}</PageTitle>
      </div>
      {runs.length === 0 ? <EmptyState title={t('runs.none')}>{t('runs.noneText')}</EmptyState> : null}
      <ul>
        {runs.map(({ id, name, countedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hair">
            <Link href={`/reports/runs/${id}`} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
            <span className="text-sm text-muted">{formatTime(locale, countedAt, 'moment')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What was kept beside what is counted now. */
export const RunPage = ({ run }: { run: RunPageData }) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const { id, name, keptAt, isBlanked, question, names, others, other, otherQuestion, then, now, change } =
    run
  const otherName =
    other === null ? t('runs.now') : t('runs.then', { moment: formatTime(locale, other.countedAt, 'moment') })
  const day = (one: Day): string => formatTime(locale, one, 'day')
  const moment = formatTime(locale, keptAt, 'moment')
  const wording = toWording(names, locale, t)
  const table = (counted: Counted, asked = question) =>
    toTable({ question: asked, counted, names }, { wording, t, locale, day })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="-mb-6">
        <BackLink href="/reports/runs">{t('runs.title')}</BackLink>
        <PageTitle title={name}>
          {t('runs.kept', { moment })} {t('internal')}.
        </PageTitle>
      </div>
      {others.length === 0 ? null : (
        <Tabs
          label={t('runs.with')}
          tabs={[null, ...others].map((one) => ({
            href: `/reports/runs/${id}${one === null ? '' : `?with=${one.id}`}`,
            label:
              one === null ? t('runs.now') : `${one.name}, ${formatTime(locale, one.countedAt, 'moment')}`,
            isCurrent: one?.id === other?.id,
          }))}
        />
      )}
      {change === null ? <p>{t('runs.edition')}</p> : null}
      {isBlanked ? <p>{t('runs.blanked')}</p> : null}
      {change === null ? null : (
        <Section
          title={other === null ? t('runs.change') : t('runs.changeTo', { name: other.name })}
          action={{ href: `/reports?${toSearch(question)}`, label: t('runs.again') }}
        >
          <ReportTable table={table(change)} />
          <p className="mt-2 max-w-prose text-sm text-muted">{t('runs.changed')}</p>
        </Section>
      )}
      <Section title={t('runs.then', { moment })}>
        <ReportTable table={table(then)} />
      </Section>
      {now === null ? null : (
        <Section title={otherName}>
          <ReportTable table={table(now, otherQuestion)} />
        </Section>
      )}
    </div>
  )
}
