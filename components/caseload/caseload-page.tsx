import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { NameBox } from '@/components/people/name-box'
import { DropDown } from '@/components/ui/drop-down'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import type { CaseloadPageData } from '@/lib/caseload/caseload.data'
import { writeQuery, writeSearch } from '@/lib/caseload/caseload.schema'
import { isClosed, mayBePrinted } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import { BulkBar } from './bulk-bar'
import { useCaseloadColumns } from './caseload-columns'
import { CaseloadFilters, CaseloadLook } from './caseload-filters'
import { CaseloadSelection } from './caseload-selection'
import { CaseloadTable } from './caseload-table'
import { NoFiles } from './no-files'

/** So many cards a phone shows at first (globals.css). */
const FIRST = 25

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

/** The files within reach, people in danger first: one line each, under one line of filters. */
export const CaseloadPage = ({ data, canCreate, canReview, canImport, colleagues, views }: Props) => {
  const t = useTranslations('caseload')
  const cases = useTranslations('cases')
  const locale = useLocale()
  const { load, address, today, people, steps, own, ownFields } = data
  const labels = toWords(data.words, locale)
  const columns = useCaseloadColumns(
    { today, labels, columns: address.columns, steps, own, ownFields },
    address,
  )
  const query = writeQuery(address)
  const { total, late, unseen, signalled, lines, passed } = load
  const unnamed = cases('noName')
  const namesOf = (id: string) =>
    (people.get(id) ?? []).map(
      ({ full, initials }) => [full === '' ? unnamed : full, initials === '' ? unnamed : initials] as const,
    )
  const filters = (
    <div className="filter-strip min-h-11.5 items-center">
      <NameBox label={t('find')} />
      <CaseloadFilters data={data} labels={labels} />
      {/* Always in the page, so that a change of its words is read out. */}
      <p
        role="status"
        className={
          // What does not fit beside the filters in two lines is cut: it takes none of its own above the list.
          total === 0
            ? 'sr-only'
            : 'num text-sm text-muted max-sm:whitespace-nowrap sm:line-clamp-2 sm:min-w-32 sm:grow sm:basis-0 sm:text-end sm:text-balance'
        }
      >
        {total === 0
          ? t('empty.filtered')
          : t('count', { from: passed + 1, to: passed + lines.length, total, late, unseen, signalled })}
      </p>
    </div>
  )
  return (
    <>
      <div className="-mt-1 flex flex-wrap items-center gap-x-4 border-b max-sm:pb-1.5 sm:-mt-2 border-hair lg:flex-nowrap">
        <div className="-mb-6 [&_h1]:text-[1.625rem]">
          <PageTitle title={t('title')} />
        </div>
        <div className="order-2 ms-auto flex shrink-0 items-center gap-2 lg:order-3">
          <Doings data={data} canReview={canReview} canImport={canImport} canAssign={colleagues !== null} />
        </div>
        <div className="order-3 min-w-0 basis-full lg:order-2 lg:grow lg:basis-0">{views}</div>
      </div>
      <CaseloadSelection query={query} total={total}>
        {colleagues === null ? (
          filters
        ) : (
          <BulkBar
            colleagues={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            statuses={labels.options('case_status').filter(({ value }) => !isClosed(value))}
            filters={filters}
          />
        )}
        {lines.length === 0 ? (
          <NoFiles
            hasFilter={Object.keys(address.filters).length > 0}
            hasFiles={data.hasFiles}
            canCreate={canCreate}
            canImport={canImport}
          />
        ) : (
          <CaseloadTable
            caption={t('list')}
            person={t('column.code')}
            seen={t('seen')}
            heads={columns.map(({ says: _says, ...head }) => head)}
            lines={lines.map(
              (line) =>
                [
                  line.id,
                  line.code,
                  !mayBePrinted(line),
                  namesOf(line.id),
                  columns.map(({ says }) => says(line)),
                ] as const,
            )}
            hasBoxes={colleagues !== null}
            isRoomy={address.isRoomy}
          />
        )}
        {lines.length > FIRST ? (
          <details data-rest className="sm:hidden print:hidden">
            <summary className="flex min-h-11 items-center font-semibold text-link">
              {t('showRest', { count: lines.length - FIRST })}
            </summary>
          </details>
        ) : null}
      </CaseloadSelection>
      {/* On a phone only once the whole page is shown: the next one would pass over what is folded. */}
      <div className="max-sm:in-[:has([data-rest]:not([open]))]:hidden">
        <Pagination
          next={load.next === null ? null : writeSearch(address, load.next)}
          first={passed === 0 ? null : writeSearch(address)}
        />
      </div>
    </>
  )
}

/** What is done with the list as a whole: small, beside its title. */
const Doings = ({
  data: { address, load },
  canReview,
  canImport,
  canAssign,
}: {
  data: CaseloadPageData
  canReview: boolean
  canImport: boolean
  canAssign: boolean
}) => {
  const t = useTranslations('caseload')
  const imports = useTranslations('imports')
  const chosen = address.filters.worker
  // Exactly one colleague's files: the list may be about to change hands.
  const worker = chosen?.values.length === 1 && !chosen.isNot ? (chosen.values[0] ?? null) : null
  const review = canReview && load.total > 0 ? `/cases/review?${writeQuery(address)}` : null
  const print = writeSearch(address).replace('/cases', '/cases/print')
  const leave = writeSearch(address).replace('/cases', '/cases/export')
  const handOver = canAssign && worker !== null ? `/handovers/new?worker=${worker}` : null
  const narrow = [
    ...(review === null ? [] : [{ href: review, words: t('review'), isNarrow: true }]),
    ...(handOver === null ? [] : [{ href: handOver, words: t('handOver'), isNarrow: true }]),
    { href: print, words: t('look.print'), isNarrow: true },
  ]
  const more = [
    { href: leave, words: t('export.link'), isNarrow: false },
    ...(canAssign ? [{ href: '/handovers', words: t('handovers'), isNarrow: false }] : []),
    ...(canImport ? [{ href: '/imports', words: imports('link'), isNarrow: false }] : []),
  ]
  return (
    <>
      {review === null ? null : (
        <LinkButton kind="quiet" size="small" href={review} className="max-sm:hidden">
          {t('review')}
        </LinkButton>
      )}
      {handOver === null ? null : (
        <LinkButton kind="quiet" size="small" href={handOver} className="max-sm:hidden">
          {t('handOver')}
        </LinkButton>
      )}
      <CaseloadLook address={address} />
      <LinkButton kind="quiet" size="small" href={print} className="max-sm:hidden">
        {t('look.print')}
      </LinkButton>
      {/* A phone has room for two buttons: there it holds the others too. */}
      <DropDown label={t('more')} isAtEnd>
        <ul className="grid gap-1">
          {[...narrow, ...more].map(({ href, words, isNarrow }) => (
            <li key={href} className={isNarrow ? 'sm:hidden' : undefined}>
              <Link href={href} className="inline-flex min-h-11 items-center sm:min-h-8">
                {words}
              </Link>
            </li>
          ))}
          {/* On a phone the boxes come when they are asked for (globals.css): most come to read. */}
          {canAssign && load.total > 0 ? (
            <li className="sm:hidden">
              <label className="inline-flex min-h-11 items-center gap-2">
                <input type="checkbox" autoComplete="off" data-selecting className="size-4.5 accent-accent" />
                {t('selecting')}
              </label>
            </li>
          ) : null}
        </ul>
      </DropDown>
    </>
  )
}
