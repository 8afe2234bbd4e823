import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import type { CaseloadPageData } from '@/lib/caseload/caseload.data'
import { COLUMNS, writeQuery, writeSearch } from '@/lib/caseload/caseload.schema'
import { isClosed, mayBePrinted } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import { BulkBar } from './bulk-bar'
import { useCaseloadColumns } from './caseload-columns'
import { CaseloadFilters } from './caseload-filters'
import { CaseloadSelection } from './caseload-selection'
import { CaseloadTable } from './caseload-table'

type Props = {
  readonly data: CaseloadPageData
  readonly canCreate: boolean
  readonly canReview: boolean
  readonly canImport: boolean
  /** To whom files may be handed over; null for those who do not. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[] | null
  /** The saved views, which are a room of their own. */
  readonly views?: ReactNode
}

/** The files within reach, those longest not seen first. Nothing in it names a person. */
export const CaseloadPage = ({ data, canCreate, canReview, canImport, colleagues, views }: Props) => {
  const t = useTranslations('caseload')
  const imports = useTranslations('imports')
  const locale = useLocale()
  const { load, address, today } = data
  const labels = toWords(data.words, locale)
  const columns = useCaseloadColumns({ today, labels }, address).filter(
    ({ key }) => !COLUMNS.codes.some((column) => column === key && address.hidden.includes(column)),
  )
  const query = writeQuery(address)
  const chosen = address.filters.worker
  // Exactly one colleague's files: the list may be about to change hands.
  const worker = chosen?.values.length === 1 && !chosen.isNot ? (chosen.values[0] ?? null) : null
  const { total, late, unseen, signalled, lines, passed } = load
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="-mb-5 flex flex-wrap items-start justify-between gap-x-3">
        <PageTitle title={t('title')}>{t('sentence', { files: total, late, unseen, signalled })}</PageTitle>
        <div className="flex flex-wrap gap-2">
          {canReview && total > 0 ? (
            <LinkButton kind="quiet" href={`/cases/review?${writeQuery(address)}`}>
              {t('review')}
            </LinkButton>
          ) : null}
          {colleagues === null ? null : (
            <LinkButton
              kind="quiet"
              href={worker === null ? '/handovers' : `/handovers/new?worker=${worker}`}
            >
              {t(worker === null ? 'handovers' : 'handOver')}
            </LinkButton>
          )}
          {canImport ? (
            <LinkButton kind="quiet" href="/imports">
              {imports('link')}
            </LinkButton>
          ) : null}
          {canCreate ? (
            <LinkButton href="/people/new">
              <Icon name="plus" />
              {t('new')}
            </LinkButton>
          ) : null}
        </div>
      </div>
      {views}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CaseloadFilters data={data} labels={labels} />
        {/* Always in the page, so that a change of its words is read out. */}
        <p role="status" className="num text-sm text-muted">
          {total === 0
            ? t('empty.filtered')
            : t('count', { from: passed + 1, to: passed + lines.length, total })}
        </p>
      </div>
      {lines.length === 0 ? (
        <Nothing
          hasFilter={Object.keys(address.filters).length > 0}
          hasFiles={data.hasFiles}
          canCreate={canCreate}
        />
      ) : (
        <CaseloadSelection key={query} query={query} total={total} pageIds={lines.map(({ id }) => id)}>
          {colleagues === null ? null : (
            <BulkBar
              colleagues={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              statuses={labels.options('case_status').filter(({ value }) => !isClosed(value))}
            />
          )}
          <Card tight>
            <CaseloadTable
              caption={t('list')}
              heads={columns.map(({ says: _says, ...head }) => head)}
              lines={lines.map((line) => ({
                id: line.id,
                code: line.code,
                cells: columns.map(({ says }) => says(line)),
                isOnScreenOnly: !mayBePrinted(line),
              }))}
              choose={colleagues === null ? null : t('select.head')}
              isDense={address.isDense}
            />
          </Card>
        </CaseloadSelection>
      )}
      <Pagination
        next={load.next === null ? null : writeSearch(address, load.next)}
        first={passed === 0 ? null : writeSearch(address)}
      />
    </div>
  )
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
  const t = useTranslations('caseload')
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
