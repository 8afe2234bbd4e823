import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { RowFold } from '@/components/ui/row-fold'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { SIGNS, Tag, type TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Facts, Run } from '@/lib/system/facts.rules'
import {
  countAt,
  isTrouble,
  type JobRow,
  jobRowsOf,
  LEVELS,
  type Level,
  rowsOf,
  type StateRow,
} from '@/lib/system/state.rules'

const KINDS: Readonly<Record<Level, TagKind>> = { well: 'done', soon: 'late', now: 'danger' }
const INKS: Readonly<Record<Level, string>> = { well: 'text-done', soon: 'text-late', now: 'text-danger' }

/** The parts of one level under its name, so that a colour is said once; each with how it is, what to do and since when. */
const Parts = ({ level, facts }: { level: Level; facts: Facts }) => {
  const t = useTranslations('system')
  const locale = useLocale()
  const title = t(`level.${level}`)
  const rows: readonly StateRow[] = rowsOf(facts).filter((row) => row.level === level)
  if (rows.length === 0) return null
  return (
    <Section
      title={title}
      heading={
        <>
          <span aria-hidden="true" className={INKS[level]}>
            {SIGNS[KINDS[level]]}
          </span>{' '}
          {title}
        </>
      }
    >
      <ul>
        {rows.map(({ name, say, count, at }) => (
          <li
            key={name}
            className="grid gap-x-6 border-b border-hair py-2 text-dense last:border-b-0 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
          >
            <b className="font-semibold">{t(`row.${name}`)}</b>
            <div className="max-w-prose">
              <p>
                {t(`said.${say}`, {
                  version: facts.version,
                  database: facts.database,
                  count: Math.max(0, count),
                })}
              </p>
              {isTrouble(say) ? <p className="text-muted">{t(`act.${say}`)}</p> : null}
            </div>
            {at === null ? null : <p className="text-sm text-muted">{formatTime(locale, at, 'moment')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Runs = ({ runs, of }: { runs: readonly Run[]; of: string }) => {
  const t = useTranslations('system.jobs')
  const locale = useLocale()
  const took = ({ startedAt, endedAt }: Run) =>
    endedAt === null
      ? null
      : t('seconds', { count: Math.max(0, Math.round((endedAt.getTime() - startedAt.getTime()) / 1000)) })
  if (runs.length === 0) return <p className="text-dense text-muted">{t('noRuns')}</p>
  return (
    <Table
      caption={`${t('runs')}: ${of}`}
      rows={runs}
      rowKey={({ startedAt }) => startedAt.toISOString()}
      isDense
      isNarrow
      columns={[
        { key: 'start', head: t('start'), cell: ({ startedAt }) => formatTime(locale, startedAt, 'moment') },
        {
          key: 'result',
          head: t('result'),
          cell: ({ state, code }) =>
            state === 'failed' && code !== null ? t('failedWith', { code }) : t(`run.${state}`),
        },
        { key: 'did', head: t('did'), isNumber: true, cell: ({ did }) => did },
        { key: 'took', head: t('took'), isNumber: true, cell: took },
      ]}
    />
  )
}

const JobLine = ({ job: { name, level, say, runs } }: { job: JobRow }) => {
  const t = useTranslations('system.jobs')
  const levels = useTranslations('system.level')
  const locale = useLocale()
  const title = t(`name.${name}`)
  const last = runs[0]?.startedAt
  const at = last === undefined ? '' : formatTime(locale, last, 'moment')
  return (
    <li>
      <RowFold
        press={t('runs')}
        of={title}
        line={
          <>
            <b className="text-dense font-semibold">{title}</b>
            {level === 'well' ? null : (
              <span className="whitespace-nowrap">
                <Tag kind={KINDS[level]}>{levels(level)}</Tag>
              </span>
            )}
            <span className="text-sm text-muted">{t(`state.${say}`, { at })}</span>
          </>
        }
      >
        <Runs runs={runs} of={title} />
      </RowFold>
    </li>
  )
}

/** The automatic tasks one by one, in sight where one of them needs someone. */
const Jobs = ({ facts }: { facts: Facts }) => {
  const t = useTranslations('system.jobs')
  const jobs = jobRowsOf(facts)
  return (
    <Fold label={t('title')} isOpen={jobs.some(({ level }) => level !== 'well')}>
      <ul className="border-t border-hair">
        {jobs.map((job) => (
          <JobLine key={job.name} job={job} />
        ))}
      </ul>
    </Fold>
  )
}

/** The first line: what is urgent, else what is to be looked at soon, else that all is well. */
const Summary = ({ facts }: { facts: Facts }) => {
  const t = useTranslations('system.summary')
  const [now, soon] = [countAt(facts, 'now'), countAt(facts, 'soon')]
  if (now > 0) return <Notice kind="error" isAnnounced={false} title={t('now', { count: now })} />
  if (soon > 0) return <Notice kind="late" isAnnounced={false} title={t('soon', { count: soon })} />
  return <Notice kind="success" isAnnounced={false} title={t('well')} />
}

/** How the installation is, for its admins: the urgent first, each part in words with what to do. It names no one. */
export const StatePage = ({ facts }: { facts: Facts }) => {
  const t = useTranslations('system')
  const menu = useTranslations('menu.place')
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
      <div className="-mb-6">
        <BackLink href="/settings">{menu('settings')}</BackLink>
        <PageTitle title={t('title')} />
      </div>
      <Summary facts={facts} />
      {LEVELS.codes.map((level) => (
        <Parts key={level} level={level} facts={facts} />
      ))}
      <Jobs facts={facts} />
    </div>
  )
}
