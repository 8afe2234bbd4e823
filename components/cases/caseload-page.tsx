import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { bySeverity, latest } from '@/lib/cases/case.rules'
import type { CaseLine, CaseloadPageData } from '@/lib/cases/caseload.data'
import { writeSearch } from '@/lib/cases/caseload.schema'
import { labelIn, toWords } from '@/lib/cases/word.view'
import { toAgeClaims } from '@/lib/people/person.view'
import { toDay } from '@/lib/shared/dates'
import { useAgo, useDueWords } from './case-words'
import { CaseloadFilters } from './caseload-filters'
import { CodeLink } from './code-link'
import { usePersonWords } from './person-words'
import { SignalTag } from './signal-tag'

/** The files within reach, the most urgent first. Nothing in it names a person. */
export const CaseloadPage = ({ data, canCreate }: { data: CaseloadPageData; canCreate: boolean }) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  const { load, filters } = data
  const words = toWords(data.words, locale)
  const columns = useColumns(data)
  const hasFilter = Object.keys(filters).length > 0
  return (
    <div className="grid gap-5">
      <div className="-mb-5 flex flex-wrap items-start justify-between gap-x-3">
        <PageTitle title={t('title')}>
          {t('sentence', { files: load.total, late: load.late, signalled: load.signalled })}
        </PageTitle>
        {canCreate ? (
          <LinkButton href="/people/new">
            <Icon name="plus" />
            {t('new')}
          </LinkButton>
        ) : null}
      </div>
      <CaseloadFilters data={data} words={words} />
      {load.lines.length === 0 ? (
        <Nothing hasFilter={hasFilter} hasFiles={data.hasFiles} canCreate={canCreate} />
      ) : (
        <>
          <Card tight>
            <Table caption={t('title')} columns={columns} rows={load.lines} rowKey={({ id }) => id} />
          </Card>
          <p className="text-sm text-muted">
            {t('count', { from: load.passed + 1, to: load.passed + load.lines.length, total: load.total })}
          </p>
        </>
      )}
      <Pagination
        next={load.next === null ? null : writeSearch(filters, load.next)}
        first={load.passed === 0 ? null : writeSearch(filters)}
      />
    </div>
  )
}

const useColumns = ({ today, words: rows }: CaseloadPageData): Column<CaseLine>[] => {
  const t = useTranslations('cases')
  const locale = useLocale()
  const words = toWords(rows, locale)
  const person = usePersonWords()
  const dueWords = useDueWords()
  const ago = useAgo()
  return [
    {
      key: 'code',
      head: t('column.code'),
      cell: ({ id, code, kind, secrecy }) => (
        <>
          <CodeLink code={code} id={id} />
          <div className="text-sm text-muted">{words.of('case_kind', kind)}</div>
          {secrecy === 'open' ? null : (
            <Tag kind="sealed">{t(secrecy === 'sealed' ? 'sealed' : 'restricted')}</Tag>
          )}
        </>
      ),
    },
    {
      key: 'person',
      head: t('column.person'),
      cell: ({ people }) =>
        people.map(({ person: one }, index) => {
          const ageClaims = toAgeClaims(one.ageClaims)
          const minor = person.minor(ageClaims, today)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows bear nothing that names a person, not even an id
            <div key={index}>
              {person.short({ ageClaims, nationalities: one.nationalities })}
              {minor === null ? null : (
                <div>
                  <Tag kind="info">{minor}</Tag>
                </div>
              )}
            </div>
          )
        }),
    },
    { key: 'worker', head: t('column.worker'), cell: ({ worker }) => worker.name },
    { key: 'status', head: t('column.status'), cell: ({ status }) => words.of('case_status', status) },
    {
      key: 'place',
      head: t('column.place'),
      cell: ({ stays: [stay] }) =>
        stay === undefined ? (
          <span className="text-muted">{t('placeUnknown')}</span>
        ) : (
          <>
            {labelIn(stay.place, locale)}
            {stay.since === null ? null : (
              <div className="text-sm text-muted">
                <Time at={toDay(stay.since)} style="dayInYear" />
              </div>
            )}
          </>
        ),
    },
    {
      key: 'contact',
      head: t('column.contact'),
      cell: ({ encounters: [met], notes: [note] }) =>
        ago(latest(met && toDay(met.metOn), note && toDay(note.happenedOn)), today),
    },
    {
      key: 'step',
      head: t('column.step'),
      cell: ({ nextStepOn }) => {
        const { words: due, isLate } = dueWords(nextStepOn && toDay(nextStepOn), today)
        return <span className="whitespace-nowrap">{isLate ? <Tag kind="late">{due}</Tag> : due}</span>
      },
    },
    {
      key: 'signals',
      head: t('column.signals'),
      cell: ({ signals }) =>
        signals.length === 0 ? (
          <span className="text-muted">{t('noSignals')}</span>
        ) : (
          <div className="flex flex-wrap gap-1">
            {[...signals].sort(bySeverity).map(({ code, severity }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same worry may have been noted twice
              <SignalTag key={index} severity={severity} label={words.of('concern_type', code)} />
            ))}
          </div>
        ),
    },
  ]
}

const Nothing = ({
  hasFilter,
  hasFiles,
  canCreate,
}: {
  hasFilter: boolean
  hasFiles: boolean
  canCreate: boolean
}) => {
  const t = useTranslations('cases')
  if (hasFilter && hasFiles)
    return (
      <EmptyState
        title={t('empty.filtered')}
        action={<LinkButton href="/cases">{t('empty.loosen')}</LinkButton>}
      >
        {t('empty.filteredWhat')}
      </EmptyState>
    )
  if (canCreate)
    return (
      <EmptyState title={t('empty.none')} action={<LinkButton href="/people/new">{t('new')}</LinkButton>}>
        {t('empty.noneWhat')}
      </EmptyState>
    )
  return <EmptyState title={t('empty.noRight')}>{t('empty.noRightWhat')}</EmptyState>
}
