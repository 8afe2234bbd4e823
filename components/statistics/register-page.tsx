import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import type { RegisterPage as Data } from '@/lib/statistics/desk.data'
import type { Registered } from '@/lib/statistics/register.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { ReleaseKeysCard } from './release-keys-card'
import { usePeriodLabels } from './use-period-labels'

/** Every table that ever left the organisation, and whether anyone wrote into the list. */
export const RegisterPage = ({
  register: { releases, affected, brokenAt, names, keys },
  reference,
}: {
  register: Data
  reference: ReferenceLabels
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const inPeriod = usePeriodLabels()
  const labelOf = toLabels(locale, reference, t)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageTitle
          title={t('register.title')}
          back={{ href: '/statistics', words: useTranslations('menu.place')('statistics') }}
        >
          {releases.length === 0 ? null : <Chain brokenAt={brokenAt} />}
        </PageTitle>
        <LinkButton kind="quiet" href="/statistics/annual">
          {useTranslations('reporting')('publicYear.title')}
        </LinkButton>
      </div>
      {releases.length === 0 ? (
        <EmptyState
          title={t('register.empty')}
          action={<LinkButton href="/statistics">{t('register.first')}</LinkButton>}
        >
          {t('register.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <AffectedArchives
            affected={affected.flatMap(({ id }) => releases.find((one) => one.id === id) ?? [])}
            titleOf={({ code }) => toTitle(code, t, locale, labelOf)}
          />
          <Table
            caption={t('register.title')}
            rows={releases}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                head: t('register.number'),
                isNumber: true,
                cell: ({ number }) => number ?? '–',
              },
              {
                key: 'what',
                head: t('register.what'),
                isRowHead: true,
                cell: ({ id, code }) => (
                  <TextLink href={`/statistics/releases/${id}`}>{toTitle(code, t, locale, labelOf)}</TextLink>
                ),
              },
              {
                key: 'period',
                head: t('period.label'),
                cell: ({ period }) => inPeriod(toPeriodView(period)),
              },
              {
                key: 'made',
                head: t('register.made'),
                cell: ({ madeBy, madeAt }) =>
                  t('register.by', {
                    name: names.get(madeBy) ?? '–',
                    day: formatTime(locale, madeAt, 'day'),
                  }),
              },
              {
                key: 'signed',
                head: t('register.signed'),
                cell: ({ signature }) =>
                  signature === null ? (
                    <Tag>{t('register.unsigned')}</Tag>
                  ) : (
                    <Tag kind="done">
                      {t('register.by', {
                        name: names.get(signature.by) ?? '–',
                        day: formatTime(locale, signature.at, 'day'),
                      })}
                    </Tag>
                  ),
              },
            ]}
          />
          <p className="mt-3 max-w-prose text-sm text-muted">{t('register.lead')}</p>
        </>
      )}
      <div className="mt-6">
        <ReleaseKeysCard keys={keys} />
      </div>
    </>
  )
}

/** Archives that were given with a certificate that says more than their readers may know, and what to do about each. */
const AffectedArchives = ({
  affected,
  titleOf,
}: {
  affected: readonly Registered[]
  titleOf: (release: Registered) => string
}) => {
  const t = useTranslations('statistics.register.affected')
  const inPeriod = usePeriodLabels()
  if (affected.length === 0) return null
  return (
    <div className="mb-5">
      <Notice kind="error" title={t('title', { count: affected.length })}>
        <p className="mt-1 max-w-prose">{t('why')}</p>
        <ul className="mt-2 grid list-disc gap-1 ps-5">
          {affected.map((release) => (
            <li key={release.id}>
              <TextLink href={`/statistics/releases/${release.id}`}>{titleOf(release)}</TextLink>,{' '}
              {inPeriod(toPeriodView(release.period))} <span translate="no">({release.id})</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 font-semibold">{t('do')}</p>
        <ol className="mt-1 grid max-w-prose list-decimal gap-1 ps-5">
          <li>{t('withdraw')}</li>
          <li>{t('again')}</li>
          <li>{t('decide')}</li>
        </ol>
      </Notice>
    </div>
  )
}

const Chain = ({ brokenAt }: { brokenAt: string | null }) => {
  const t = useTranslations('statistics.register')
  return brokenAt === null ? (
    <p className="text-done">{t('whole')}</p>
  ) : (
    <Notice kind="error">
      <p>{t('broken', { id: brokenAt })}</p>
    </Notice>
  )
}
