import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tag, type TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Facts, Run } from '@/lib/system/facts.rules'
import {
  countAt,
  isTrouble,
  type JobRow,
  jobRowsOf,
  type Level,
  rowsOf,
  type StateRow,
} from '@/lib/system/state.rules'

const TAGS: Readonly<Record<Level, TagKind>> = { well: 'done', soon: 'late', now: 'danger' }

const LevelTag = ({ level }: { level: Level }) => {
  const t = useTranslations('system.level')
  return (
    <span className="whitespace-nowrap">
      <Tag kind={TAGS[level]}>{t(level)}</Tag>
    </span>
  )
}

const Parts = ({ facts }: { facts: Facts }) => {
  const t = useTranslations('system')
  const locale = useLocale()
  const words = { version: facts.version, database: facts.database }
  const said = ({ say, count }: StateRow) => (
    <div>
      <p>{t(`said.${say}`, { ...words, count: Math.max(0, count) })}</p>
      {isTrouble(say) ? <p className="text-muted">{t(`act.${say}`)}</p> : null}
    </div>
  )
  return (
    <Table
      caption={t('title')}
      rows={rowsOf(facts)}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'part',
          head: t('part'),
          cell: ({ name }) => <b className="font-semibold">{t(`row.${name}`)}</b>,
        },
        { key: 'state', head: t('state'), cell: ({ level }) => <LevelTag level={level} /> },
        { key: 'how', head: t('how'), cell: said },
        {
          key: 'when',
          head: t('when'),
          cell: ({ at }) => (at === null ? null : formatTime(locale, at, 'moment')),
        },
      ]}
    />
  )
}

const Runs = ({ runs, of }: { runs: readonly Run[]; of: string }) => {
  const t = useTranslations('system.jobs')
  const locale = useLocale()
  const took = ({ startedAt, endedAt }: Run) =>
    endedAt === null
      ? null
      : t('seconds', { count: Math.max(0, Math.round((endedAt.getTime() - startedAt.getTime()) / 1000)) })
  return (
    <Fold label={t('runs')} of={of}>
      {runs.length === 0 ? (
        <p className="text-dense text-muted">{t('noRuns')}</p>
      ) : (
        <Table
          caption={`${t('runs')}: ${of}`}
          rows={runs}
          rowKey={({ startedAt }) => startedAt.toISOString()}
          isDense
          isNarrow
          columns={[
            {
              key: 'start',
              head: t('start'),
              cell: ({ startedAt }) => formatTime(locale, startedAt, 'moment'),
            },
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
      )}
    </Fold>
  )
}

const JobLine = ({ job: { name, level, say, runs } }: { job: JobRow }) => {
  const t = useTranslations('system.jobs')
  const locale = useLocale()
  const title = t(`name.${name}`)
  const last = runs[0]?.startedAt
  const at = last === undefined ? '' : formatTime(locale, last, 'moment')
  return (
    <li className="border-b border-hair py-2 text-dense last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <b className="font-semibold">{title}</b>
        <LevelTag level={level} />
        <span className="text-muted">{t(`state.${say}`, { at })}</span>
      </div>
      <Runs runs={runs} of={title} />
    </li>
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

/** How the installation is, for its admins: each part in words, with when and what to do. It names no one. */
export const StatePage = ({ facts }: { facts: Facts }) => {
  const t = useTranslations('system')
  const menu = useTranslations('menu.place')
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
      <div className="-mb-6">
        <BackLink href="/settings">{menu('settings')}</BackLink>
        <PageTitle title={t('title')}>{t('what')}</PageTitle>
      </div>
      <Summary facts={facts} />
      <Parts facts={facts} />
      <Section title={t('jobs.title')}>
        <ul>
          {jobRowsOf(facts).map((job) => (
            <JobLine key={job.name} job={job} />
          ))}
        </ul>
      </Section>
    </div>
  )
}
