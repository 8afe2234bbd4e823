import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { ROLES } from '@/components/ui/table'

export type Source = 'says' | 'document' | 'authority'
export type IdentityRow = Readonly<Record<'key' | 'head', string>> & Readonly<Record<Source, ReactNode>>

const SOURCES = ['says', 'document', 'authority'] as const

/**
 * Who someone is by who or what says it. On a phone a line takes one row with its words before it; what a document or an authority
 * says follows below, and its source after it: the answer comes first everywhere. A source that says nothing has no column.
 */
export const IdentityTable = ({ caption, rows }: { caption: string; rows: readonly IdentityRow[] }) => {
  const t = useTranslations('cases.details')
  const sources = SOURCES.filter((source) => source === 'says' || rows.some((row) => row[source] !== null))
  return (
    <table {...ROLES.table} className="w-full border-collapse text-dense max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...ROLES.rowgroup} className="max-sm:sr-only">
        <tr {...ROLES.row}>
          {(['what', ...sources] as const).map((head) => (
            <th
              key={head}
              {...ROLES.columnheader}
              scope="col"
              className="border-b border-edge py-1 pe-4 text-start text-sm font-semibold text-muted"
            >
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup} className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={row.key}
            {...ROLES.row}
            className="border-b border-hair max-sm:grid max-sm:grid-cols-[minmax(6rem,30%)_minmax(0,1fr)] max-sm:gap-x-4 max-sm:py-2"
          >
            <th
              {...ROLES.rowheader}
              scope="row"
              className="text-start align-top font-normal text-muted sm:py-2 sm:pe-4"
            >
              {row.head}
            </th>
            {sources.map((source) => (
              <td
                key={source}
                {...ROLES.cell}
                className={classNames(
                  'min-w-0 align-top sm:py-2 sm:pe-4',
                  source !== 'says' && 'max-sm:col-start-2',
                  row[source] === null && 'max-sm:hidden',
                )}
              >
                {row[source]}
                {source === 'says' || row[source] === null ? null : (
                  <span aria-hidden="true" className="text-sm text-muted sm:hidden">
                    {t(source)}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
