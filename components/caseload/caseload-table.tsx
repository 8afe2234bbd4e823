'use client'
import { Who } from '@/components/cases/who'
import { Link } from '@/components/ui/link'
import { ROLES, SortLink } from '@/components/ui/table'
import type { CaseloadColumn, CellWords } from './caseload-columns'
import { PageBox, SelectBox } from './caseload-selection'

/**
 * A line of the list as it travels: the same words are drawn on the server and here, so a page of fifty does not send its markup a
 * second time as data. The cells are in the order of the heads.
 */
export type TableLine = readonly [
  id: string,
  code: string,
  /** The file stands on no paper. */
  isOnScreenOnly: boolean,
  names: readonly (readonly [full: string | null, initials: string])[],
  cells: readonly CellWords[],
]

type Props = {
  readonly caption: string
  readonly person: string
  /** Before a day on a phone, where no head says what it is. */
  readonly seen: string
  readonly heads: readonly Omit<CaseloadColumn, 'says'>[]
  readonly lines: readonly TableLine[]
  readonly hasBoxes: boolean
  readonly isRoomy: boolean
}

/** The caseload: a line of one row for each file, a card of three lines on a phone. How it looks is said once, in globals.css. */
export const CaseloadTable = ({ caption, person, seen, heads, lines, hasBoxes, isRoomy }: Props) => (
  <div className="overflow-x-auto">
    <table {...ROLES.table} className="rows" data-roomy={isRoomy}>
      <caption className="sr-only">{caption}</caption>
      <thead {...ROLES.rowgroup}>
        <tr {...ROLES.row}>
          {hasBoxes ? (
            <th scope="col" {...ROLES.columnheader} className="box">
              <PageBox ids={lines.map(([id]) => id)} />
            </th>
          ) : null}
          <th scope="col" {...ROLES.columnheader} className="who">
            {person}
          </th>
          {heads.map(({ key, head, sort }) => (
            <th
              key={key}
              scope="col"
              {...ROLES.columnheader}
              className={key}
              {...(sort === undefined ? {} : { 'aria-sort': sort.state })}
            >
              {sort === undefined ? head : <SortLink {...sort}>{head}</SortLink>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup}>
        {lines.map((line) => (
          <Line key={line[0]} line={line} heads={heads} hasBoxes={hasBoxes} seen={seen} />
        ))}
      </tbody>
    </table>
  </div>
)

const Line = ({
  line: [id, code, isOnScreenOnly, names, cells],
  heads,
  hasBoxes,
  seen,
}: Pick<Props, 'heads' | 'hasBoxes' | 'seen'> & { line: TableLine }) => {
  return (
    <tr {...ROLES.row} {...(isOnScreenOnly ? { 'data-print': 'no' } : {})}>
      {hasBoxes ? (
        <td {...ROLES.cell} className="box">
          <SelectBox id={id} code={code} />
        </td>
      ) : null}
      <th {...ROLES.rowheader} className="who">
        <Link href={`/cases/${code}?file=${id}`}>
          <Who names={names.map(([full, initials]) => ({ full, initials }))} />{' '}
          <span className="code">{code}</span>
        </Link>
      </th>
      {heads.map(({ key, head }, index) => {
        const words = cells[index] ?? ''
        const [kind, text] = typeof words === 'string' ? [null, words] : words
        return (
          <td key={key} {...ROLES.cell} className={kind === null ? key : `${key} ${kind}`}>
            {key === 'silence' ? <i>{`${seen} `}</i> : null}
            {EXTRA.has(key) ? <i>{`${head}: `}</i> : null}
            {LONG.has(key) && text !== '' ? <span>{text}</span> : text}
          </td>
        )
      })}
    </tr>
  )
}

/** On a phone these need their head beside them. */
const EXTRA: ReadonlySet<string> = new Set(['contact', 'worker', 'status', 'missing', 'signals', 'own'])

/** These may be long: cut after their second line, which a cell of a table cannot do by itself. */
const LONG: ReadonlySet<string> = new Set(['person', 'step'])
