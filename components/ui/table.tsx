import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

export type Column<Row> = {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers: to the end, with figures of one width. */
  readonly isNumber?: boolean
  /** Left out on a phone, where another page or step says it. */
  readonly isWideOnly?: boolean
  /** Names the row; the first column unless another one says so. */
  readonly isRowHead?: boolean
  /** Where the head leads to order the table by this column, and how it is ordered now. */
  readonly sort?: { readonly href: string; readonly state: 'ascending' | 'descending' | 'none' }
}

// A table that is drawn as blocks loses its roles in some browsers, so they are written out.
export const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

// Written once for all cells: a list of fifty lines would otherwise send it four hundred times, twice.
const BODY = classNames(
  '[&>tr]:border-b [&>tr]:border-hair [&>tr:last-child]:border-b-0 [&>tr>th]:text-start',
  '[&>tr>*]:px-2.5 [&>tr>*]:align-top [&>tr>*]:font-normal [&>tr>:first-child]:ps-0 [&>tr>:last-child]:pe-0',
)
const CARD = classNames(
  'max-sm:block max-sm:[&>tr>*]:px-0',
  // What has nothing to say takes no line of a phone.
  'max-sm:[&>tr>td:has(>div:empty)]:hidden',
)
const CARDS = classNames(
  'max-sm:[&>tr]:block max-sm:[&>tr]:py-3 max-sm:[&>tr>*]:py-1',
  'max-sm:[&>tr>*]:grid max-sm:[&>tr>*]:grid-cols-[minmax(6.5rem,35%)_1fr] max-sm:[&>tr>*]:gap-x-3',
)
// The name, and under it each number beside its word, as many on a line as there is room for.
const FLOW = classNames(
  'max-sm:[&>tr]:flex max-sm:[&>tr]:flex-wrap max-sm:[&>tr]:gap-x-4 max-sm:[&>tr]:py-1.5 max-sm:[&>tr>*]:py-0.5',
  'max-sm:[&>tr>th]:basis-full max-sm:[&>tr>th]:font-semibold max-sm:[&>tr>th>span]:hidden',
  'max-sm:[&>tr>td]:flex max-sm:[&>tr>td]:items-baseline max-sm:[&>tr>td]:gap-x-1.5',
)

/**
 * A table of rows; below 640 px each row becomes a card with the same order, every value under its column's words.
 * `caption` is read out and shown unless the heading above already says it (`hideCaption`).
 */
export const Table = <Row,>({
  caption,
  hideCaption = true,
  columns,
  rows,
  rowKey,
  isDense = false,
  isNarrow = false,
  isFlowing = false,
  isOnScreenOnly,
}: {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Closer lines, for a person who reads many. */
  isDense?: boolean
  /** A name and a number or two: it is a table on a phone too, with its numbers one under the other. */
  isNarrow?: boolean
  /** A name and a few numbers: on a phone they follow each other instead of a line each. */
  isFlowing?: boolean
  /** Rows that no paper shows. */
  isOnScreenOnly?: (row: Row) => boolean
}) => {
  const rowHead = (columns.find(({ isRowHead }) => isRowHead) ?? columns[0])?.key
  return (
    // Where the words of a language make the table wider than the page, the table scrolls and not the page.
    <div className="sm:overflow-x-auto print:overflow-visible">
      <table
        {...ROLES.table}
        className={classNames('w-full border-collapse text-dense', isNarrow ? null : 'max-sm:block')}
      >
        <caption className={hideCaption ? 'sr-only' : 'pb-2 text-start font-semibold max-sm:block'}>
          {caption}
        </caption>
        {/* Heads that order the list take the focus on a phone too; then they are seen. */}
        <thead
          {...ROLES.rowgroup}
          {...(isNarrow
            ? {}
            : { className: 'max-sm:sr-only max-sm:focus-within:not-sr-only max-sm:focus-within:block' })}
        >
          <tr {...ROLES.row} {...(isNarrow ? {} : { className: 'max-sm:flex max-sm:flex-wrap' })}>
            {columns.map(({ key, head, isNumber, sort }) => (
              <th
                key={key}
                scope="col"
                {...ROLES.columnheader}
                {...(sort === undefined ? {} : { 'aria-sort': sort.state })}
                className={classNames(
                  'border-b border-edge px-2.5 py-2 first:ps-0 last:pe-0 align-bottom text-sm font-semibold text-muted',
                  isNumber ? 'text-end' : 'text-start',
                  isNarrow ? 'whitespace-nowrap' : null,
                )}
              >
                {sort === undefined ? head : <SortLink {...sort}>{head}</SortLink>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          {...ROLES.rowgroup}
          className={classNames(
            BODY,
            isNarrow ? null : CARD,
            isNarrow ? null : isFlowing ? FLOW : CARDS,
            isDense ? '[&>tr>*]:py-0.5' : '[&>tr>*]:py-2',
          )}
        >
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...ROLES.row}
              {...(isOnScreenOnly?.(row) === true ? { 'data-print': 'no' } : {})}
            >
              {columns.map((column) => (
                <TableCell
                  key={column.key}
                  row={row}
                  column={column}
                  isRowHead={column.key === rowHead}
                  isNarrow={isNarrow}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const ARROWS = { ascending: '▲', descending: '▼', none: '' } as const

/** The head of a column that orders its table. */
export const SortLink = ({
  href,
  state,
  children,
}: {
  href: string
  state: keyof typeof ARROWS
  children: ReactNode
}) => (
  <Link
    href={href}
    className="inline-flex min-h-6 items-end gap-1 text-muted underline decoration-dotted hover:text-ink"
  >
    {children}
    {state === 'none' ? null : <span aria-hidden="true">{ARROWS[state]}</span>}
  </Link>
)

const TableCell = <Row,>({
  row,
  column: { head, cell, isNumber, isWideOnly },
  isRowHead,
  isNarrow,
}: {
  row: Row
  column: Column<Row>
  isRowHead: boolean
  isNarrow: boolean
}) => {
  const look =
    isNumber === true || isWideOnly === true
      ? {
          className: classNames(
            isNumber === true ? 'num text-end' : null,
            isNumber === true && !isNarrow ? 'max-sm:text-start' : null,
            isWideOnly === true ? 'max-sm:hidden!' : null,
          ),
        }
      : {}
  const inside = (
    <>
      {isNarrow ? null : (
        <span aria-hidden="true" className="text-sm text-muted sm:hidden">
          {head}
        </span>
      )}
      <div className="min-w-0">{cell(row)}</div>
    </>
  )
  return isRowHead ? (
    <th scope="row" {...ROLES.rowheader} {...look}>
      {inside}
    </th>
  ) : (
    <td {...ROLES.cell} {...look}>
      {inside}
    </td>
  )
}
