import { NOTHING, type Reading, type Unread } from './cell.schema'
import { isOwnColumn } from './field.rules'
import { type OwnAnswer, readOwnCell } from './own-cell.schema'

/** What a row says of fields of the organisation's own, and the cells that could not be read. */
export const readOwnCells = (
  cells: readonly string[],
  { columns, own, ground, dateOrder }: Reading,
): { readonly answers: readonly OwnAnswer[]; readonly unread: readonly Unread[] } => {
  const answers: OwnAnswer[] = []
  const unread: Unread[] = []
  const thisYear = Number(ground.on.slice(0, 4))
  for (const [column, field] of columns.entries()) {
    const text = (cells[column] ?? '').trim()
    if (field === '' || !isOwnColumn(field) || text === '' || NOTHING.has(text)) continue
    // A field that is asked no more has no target.
    const target = own.find((one) => one.column === field)
    const read = target === undefined ? null : readOwnCell(target, text, { dateOrder, thisYear })
    if (target === undefined || read === null) unread.push({ field, column, text, code: 'notRead' })
    else if ('fault' in read) unread.push({ field, column, text, code: read.fault })
    else if (read.answer !== null) answers.push({ field: target.field, answer: read.answer })
  }
  return { answers, unread }
}
