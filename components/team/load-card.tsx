import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { MOST_FURTHER_PEOPLE, POINTS } from '@/lib/cases/complexity.rules'
import type { TeamRoom } from '@/lib/team/team.data'

type Load = TeamRoom['loads'][number]

/** Who carries how much, and how that is counted: anyone who is compared may see the rule. */
export const LoadCard = ({ loads: all }: { loads: readonly Load[] }) => {
  const t = useTranslations('team')
  const format = useFormatter()
  // Who carries nothing takes no row: one looks for them when there is something to give away.
  const isFree = ({ files, covers }: Load): boolean => files + covers === 0
  const free = all.filter(isFree)
  const loads = all.filter((one) => !isFree(one))
  const most = Math.max(1, ...loads.map(({ points }) => points))
  const hasCovers = loads.some(({ covers }) => covers > 0)
  const columns: readonly Column<Load>[] = [
    {
      key: 'worker',
      head: t('column.worker'),
      cell: ({ name, isGone }) => (
        <span className="flex flex-wrap items-center gap-2">
          {name}
          {isGone ? <Tag kind="late">{t('gone')}</Tag> : null}
        </span>
      ),
    },
    {
      key: 'files',
      head: t('column.files'),
      isNumber: true,
      cell: ({ staffId, files, name }) =>
        files === 0 ? (
          0
        ) : (
          <Link
            href={`/cases?worker=${staffId}`}
            className="-my-1 inline-block py-1 max-sm:-my-2 max-sm:inline-flex max-sm:min-h-10 max-sm:min-w-10 max-sm:items-center max-sm:justify-end"
            aria-label={t('filesOf', { files, name })}
          >
            {files}
          </Link>
        ),
    },
    // As long as no one covers for someone there is nothing to compare.
    ...(hasCovers
      ? [
          {
            key: 'covers',
            head: t('column.covers'),
            isNumber: true,
            cell: ({ covers }: Load) => covers,
          },
        ]
      : []),
    {
      key: 'points',
      head: t('column.points'),
      cell: ({ points }) => (
        <span className="flex items-center gap-2.5">
          <span className="num w-10 text-end">{points}</span>
          <svg
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            className="h-2.5 w-32 grow max-sm:hidden"
            aria-hidden="true"
          >
            <rect width={(points / most) * 100} height="10" rx="2" className="fill-accent" />
          </svg>
        </span>
      ),
    },
  ]
  return (
    <section aria-labelledby="load" className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      <h2 id="load">{t('load')}</h2>
      <Table
        caption={t('load')}
        columns={columns}
        rows={loads}
        rowKey={({ staffId }) => staffId}
        isNarrow={!hasCovers}
      />
      {free.length === 0 ? null : (
        <p className="text-sm text-muted">
          {t('noFiles', { names: format.list(free.map(({ name }) => name)) })}
        </p>
      )}
      <details>
        <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
          {t('how.title')}
        </summary>
        <div className="max-w-prose">
          <p>{t('how.why')}</p>
          <ul className="mt-1.5 list-disc ps-5">
            <li>{t('how.file', { points: POINTS.file })}</li>
            <li>{t('how.risk', { high: POINTS.highRisk, medium: POINTS.mediumRisk })}</li>
            <li>{t('how.detained', { points: POINTS.detained })}</li>
            <li>{t('how.worry', { points: POINTS.worry })}</li>
            <li>{t('how.people', { points: POINTS.furtherPerson, most: MOST_FURTHER_PEOPLE })}</li>
          </ul>
          <p className="mt-1.5">{t('how.covers')}</p>
        </div>
      </details>
    </section>
  )
}
