'use client'
import type { ReactNode } from 'react'
import { type Column, Table } from '@/components/ui/table'
import { Cell, type Part } from './caseload-cell'
import { SelectBox } from './caseload-selection'

export type TableHead = Pick<Column<TableLine>, 'key' | 'sort' | 'isRowHead'> & { readonly head: string }
/** The cells in the order of the heads. */
export type TableLine = {
  readonly id: string
  readonly code: string
  readonly cells: readonly (readonly Part[])[]
  /** The file stands on no paper. */
  readonly isOnScreenOnly: boolean
}

type Props = {
  readonly caption: string
  readonly heads: readonly TableHead[]
  readonly lines: readonly TableLine[]
  readonly choose: ReactNode
  readonly isDense: boolean
}

/** The lines of the caseload. `choose` is the head of the boxes, for those who choose files. */
export const CaseloadTable = ({ caption, heads, lines, choose, isDense }: Props) => {
  const boxes: readonly Column<TableLine>[] =
    choose === null
      ? []
      : [{ key: 'select', head: choose, cell: ({ id, code }) => <SelectBox id={id} code={code} /> }]
  const columns = heads.map(
    (head, index): Column<TableLine> => ({
      ...head,
      cell: ({ cells }) => <Cell parts={cells[index] ?? []} />,
    }),
  )
  return (
    <Table
      caption={caption}
      columns={[...boxes, ...columns]}
      rows={lines}
      rowKey={({ id }) => id}
      isDense={isDense}
      isOnScreenOnly={(line) => line.isOnScreenOnly}
    />
  )
}
