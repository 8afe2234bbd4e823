import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { ReportTable as Given } from '@/lib/reporting/document.rules'
import { sayCell } from '@/lib/reporting/number.rules'
import { isMarked, legendOf } from '@/lib/reporting/small.rules'

type Row = Given['rows'][number]

// Once for all cells: a report has hundreds of them.
const CELLS = classNames(
  '[&_tr>:first-child]:ps-0 [&_tr>:last-child]:pe-0',
  // No number and no head is broken on a phone: the table scrolls instead.
  '[overflow-wrap:normal] hyphens-none [&_td]:whitespace-nowrap',
  '[&_td]:num [&_td]:py-1.5 [&_td]:text-end [&_td]:align-top',
  '[&>thead_th]:border-b [&>thead_th]:border-edge [&>thead_th]:py-2 [&>thead_th]:align-bottom [&>thead_th]:text-sm [&>thead_th]:font-semibold [&>thead_th]:text-muted',
  '[&>thead_th]:text-end [&>thead_th:first-child]:text-start',
  '[&>tbody>tr]:break-inside-avoid [&>tbody>tr]:border-b [&>tbody>tr]:border-hair',
  // The names stay in sight where the numbers scroll beneath a finger.
  '[&_th:first-child]:sticky [&_th:first-child]:start-0 [&_th:first-child]:bg-paper print:[&_th:first-child]:static',
  '[&>tbody_th]:min-w-32 [&>tbody_th]:py-1.5 [&>tbody_th]:text-start [&>tbody_th]:align-top [&>tbody_th]:font-normal',
)
const LOOKS: Readonly<Record<Row['kind'], string>> = {
  known: '',
  missing: 'text-muted',
  total: 'border-t border-b-0! border-t-edge font-semibold [&>th]:font-semibold!',
}
/** From so many columns on paper has room for small letters only. */
const MANY = 9

/**
 * A table of a report, on the ground of the page: small numbers hatched and explained below it, the total in bold, what does not add up
 * in the notes. Where it is wider than the screen it scrolls, and its names stay.
 */
export const ReportTable = ({
  table,
  hideCaption = false,
  hideLegend = false,
  hrefOf,
}: {
  table: Given
  hideCaption?: boolean
  /** Where the page says once for several tables what hatched means. */
  hideLegend?: boolean
  /** Where a number leads; null for one that leads nowhere. */
  hrefOf?: (row: Row, column: number) => string | null
}) => (
  <div className="min-w-0">
    {/* Seen outside of what scrolls, read out with the table. */}
    {hideCaption ? null : (
      <p aria-hidden="true" className="break-after-avoid font-semibold">
        {table.caption}
      </p>
    )}
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      aria-label={table.caption}
      className="more-beside"
    >
      <table
        className={classNames(
          'w-full border-collapse text-dense',
          table.columns.length >= MANY
            ? '[&_tr>*]:px-1.5 sm:[&>tbody_th]:min-w-48'
            : '[&_tr>*]:px-2.5 sm:[&>tbody_th]:min-w-48',
          table.columns.length > MANY
            ? 'print:text-[0.6rem] print:[&_tr>*]:px-1 print:[&_thead_th]:text-[0.6rem]!'
            : 'print:text-sm print:[&_tr>*]:px-1.5',
          CELLS,
        )}
      >
        <caption className="sr-only">{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.rowsLabel}</th>
            {table.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={row.id} className={LOOKS[row.kind]}>
              <th scope="row">{row.label}</th>
              {table.columns.map(({ id }, column) => (
                <td key={id}>
                  <Leading href={hrefOf?.(row, column) ?? null} value={row.cells[column] ?? null}>
                    <Figure table={table} row={index} column={column} />
                  </Leading>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    <Notes table={table} hideLegend={hideLegend} />
  </div>
)

/** No number of nothing leads anywhere. */
const Leading = ({
  href,
  value,
  children,
}: {
  href: string | null
  value: number | null
  children: ReactNode
}) =>
  href === null || value === null || value === 0 ? (
    children
  ) : (
    <Link href={href} className="text-ink no-underline hover:underline">
      {children}
    </Link>
  )

const Figure = ({ table, row, column }: { table: Given; row: number; column: number }) => {
  const t = useTranslations('reporting.document')
  const locale = useLocale()
  const value = table.rows[row]?.cells[column] ?? null
  const said = sayCell(table, { row, column }, locale)
  if (value === null)
    return (
      <span className="text-muted">
        <span aria-hidden="true">{said}</span>
        <span className="sr-only">{t(table.isProtected === true ? 'withheld' : 'noFigure')}</span>
      </span>
    )
  if (isMarked(table, { row, column }))
    return (
      <span className="hatched">
        {said}
        <span className="sr-only"> ({t('isSmall')})</span>
      </span>
    )
  return value === 0 ? <span className="text-muted">{said}</span> : said
}

const Notes = ({ table, hideLegend }: { table: Given; hideLegend: boolean }) => {
  const t = useTranslations('reporting.document')
  const legend = hideLegend ? null : legendOf(table)
  if (legend === null && table.notes.length === 0) return null
  return (
    <div className="mt-2 max-w-3xl space-y-1 text-sm text-muted">
      {legend === null ? null : <p>{t(legend)}</p>}
      {table.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
