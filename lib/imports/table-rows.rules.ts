import { fieldOfHeading, isHeading } from './heading.rules'
import { LIMITS, type Line, LOOK, type Read, type SheetLook, TableRefused } from './table.rules'

/** The rows of a table as they were meant: which one holds the headings, and what belongs together. */
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '')
/** Tabs, line ends and doubled spaces inside a cell are how a sheet wraps, not what someone meant. */
const cleanCell = (cell: string): string => cell.replace(/[\s\u00a0]+/gu, ' ').trim()
/** The same, no longer than a cell may be. */
export const cutCell = (cell: string): string => cleanCell(cell.slice(0, LIMITS.cell))

/** The headings are among the first rows; below them rows are about people. */
const SEARCHED = 20
const filledOf = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length
/**
 * Where the headings are: the row of the first twenty in which most cells are headings that we know, at least two of them; else the first
 * row with two cells filled, or the first row at all. `isSure` is false where nothing in it is known and something stands above.
 */
export const findHead = (rows: readonly Line[]): { readonly line: number; readonly isSure: boolean } => {
  const first = rows.slice(0, SEARCHED).map(({ line, cells }) => ({
    line,
    filled: filledOf(cells),
    known: cells.filter((cell) => cell !== '' && fieldOfHeading(cell) !== null).length,
  }))
  const best = first.reduce((a, b) => (b.known > a.known ? b : a), { line: 0, filled: 0, known: 0 })
  // A title may hold one known word; a row of headings holds several, and few cells beside them.
  if (best.known >= 2)
    return { line: best.line, isSure: best.known * 3 >= best.filled || best.line === first[0]?.line }
  const wide = first.slice(0, 10).find(({ filled }) => filled > 1) ?? first[0]
  return { line: wide?.line ?? 0, isSure: wide !== undefined && wide.line === first[0]?.line }
}

/** Whether a sheet is a table of people at all, by its headings. */
export const hasHeadings = (rows: readonly Line[]): boolean =>
  rows
    .slice(0, SEARCHED)
    .some(({ cells }) => cells.filter((cell) => cell !== '' && fieldOfHeading(cell) !== null).length >= 2)

/**
 * Headings that stand in two rows, as in a text ("Date of" above "birth"), each as one; null where the second row is no part of them.
 * A row of headings has no digits but in "N°", and at least two of its cells are headings alone or together with what is above.
 */
const joinHeads = (upper: readonly string[], lower: readonly string[]): string[] | null => {
  if (lower.some((cell) => /\d/u.test(cell))) return null
  const joined = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [upper[index] ?? '', lower[index] ?? '']
    if (below === '') return { header: above, isNew: false }
    // "Nationa-" above "lity" is one word.
    const whole = /\p{L}-$/u.test(above) ? `${above.slice(0, -1)}${below}` : `${above} ${below}`.trim()
    const own = isHeading(below)
    const isNew = own || (!isHeading(above) && isHeading(whole))
    return { header: own && !isHeading(whole) ? below : whole, isNew }
  })
  return joined.filter(({ isNew }) => isNew).length >= 2 ? joined.map(({ header }) => header) : null
}
/** The row of the headings with the one that belongs to it, below it or above it; `from`: with which row below the people begin. */
const headsOf = (
  filled: readonly Line[],
  head: Line | undefined,
): {
  readonly heads: readonly (readonly string[])[]
  readonly headers: readonly string[]
  readonly from: number
} => {
  if (head === undefined) return { heads: [], headers: [], from: 0 }
  const at = filled.indexOf(head)
  const [above, below] = [filled[at - 1], filled[at + 1]]
  const withBelow = below === undefined ? null : joinHeads(head.cells, below.cells)
  if (withBelow !== null && below !== undefined)
    return { heads: [head.cells, below.cells], headers: withBelow, from: 1 }
  // A title is one cell; what is above headings and belongs to them has many.
  const isPart = above !== undefined && filledOf(above.cells) >= 3 && above.cells.some(isHeading)
  const withAbove = isPart ? joinHeads(above.cells, head.cells) : null
  return withAbove !== null && above !== undefined
    ? { heads: [above.cells, head.cells], headers: withAbove, from: 0 }
    : { heads: [], headers: head.cells, from: 0 }
}
const OTHER_ANSWER = /^(?:other|autre|andere?|anderer|other \/ autre|autre \/ other)$/iu
const BORN_PRECISION =
  /(?:birth|naissance|geboorte|geburt)\P{L}*(?:precision|précision|nauwkeurigheid|genauigkeit)/iu
const YEAR_ONLY = /\b(?:year|année|annee|jaar|jahr)\b/iu
const MONTH_ONLY = /\b(?:month|mois|maand|monat)\b/iu
/**
 * Rows as forms export them (KoboToolbox, ODK, LimeSurvey): a question with several answers has a column of its own for each ("langues/arabe"),
 * what "other" means stands in the column "…_other", and how exact a day is in a column beside it.
 */
const formRows = (lines: readonly Line[], headers: readonly string[]): readonly Line[] => {
  const questions = headers.flatMap((header, column) => {
    if (header === '') return []
    const options = headers.flatMap((option, at) =>
      option.startsWith(`${header}/`) ? [{ at, word: option.slice(header.length + 1) }] : [],
    )
    const other = headers.indexOf(`${header}_other`)
    return options.length > 0 || other >= 0 ? [{ column, options, other }] : []
  })
  const precision = headers.findIndex((header) => BORN_PRECISION.test(header))
  const born = precision < 0 ? -1 : headers.findIndex((header) => fieldOfHeading(header) === 'born')
  if (questions.length === 0 && born < 0) return lines
  return lines.map(({ line, cells: given }) => {
    const cells = [...given]
    for (const { column, options, other } of questions) {
      const text = cells[column] ?? ''
      const chosen = options
        .filter(({ at }) => /^(?:1|true)$/iu.test(given[at] ?? ''))
        .map(({ word }) => word)
      const words = options.length === 0 ? [text] : text === '' ? chosen : text.split(/\s+/u)
      const more = given[other] ?? ''
      cells[column] = words
        .map((word) => (OTHER_ANSWER.test(word) && more !== '' ? more : word))
        .filter((word) => word !== '')
        .join(', ')
    }
    const exact = given[precision] ?? ''
    const [, year, month] = /^(\d{4})-(\d{2})-\d{2}/.exec(cells[born] ?? '') ?? []
    if (year !== undefined && YEAR_ONLY.test(exact) && !MONTH_ONLY.test(exact)) cells[born] = year
    else if (year !== undefined && MONTH_ONLY.test(exact)) cells[born] = `${year}-${month}`
    return { line, cells }
  })
}
const isSameRow = (one: readonly string[], other: readonly string[]): boolean =>
  one.filter((cell) => cell !== '').join('\n') === other.filter((cell) => cell !== '').join('\n')

/** Signs that say: as in the row above. */
const DITTO = /^(?:idem|id\.|ditto|dito|ibid\.?|["”“″〃]|''|,,)$/iu
const CONTINUED = /^\(?(?:suite|vervolg|continued|cont\.|fortsetzung|forts\.)\)?$/iu
/** Rows as they were meant: headings at the top of a further page go, a row that a page cut in two is one, and "idem" is what stands above. */
const repairRows = (lines: readonly Line[], heads: readonly (readonly string[])[]): Line[] => {
  const repaired: Line[] = []
  for (const { line, cells } of lines) {
    if (heads.some((head) => isSameRow(head, cells))) continue
    const last = repaired.at(-1)
    const isContinued = last !== undefined && CONTINUED.test(cells.find((cell) => cell !== '') ?? '')
    if (isContinued) {
      const width = Math.max(last.cells.length, cells.length)
      const joined = Array.from({ length: width }, (_, index) => {
        const more = cells[index] ?? ''
        return [last.cells[index] ?? '', CONTINUED.test(more) ? '' : more]
          .filter((cell) => cell !== '')
          .join(' ')
      })
      repaired[repaired.length - 1] = { line: last.line, cells: joined }
    } else
      repaired.push({
        line,
        cells: cells.some((cell) => DITTO.test(cell))
          ? cells.map((cell, index) => (DITTO.test(cell) ? (last?.cells[index] ?? cell) || cell : cell))
          : cells,
      })
  }
  return repaired
}

/**
 * Rows to a table: empty rows go, titles above the headings too, and every row is as wide as the widest. Throws TableRefused.
 */
export const toTable = (
  rows: readonly Line[],
  wanted: number | null = null,
): Pick<Read, 'headers' | 'lines' | 'headLine' | 'above'> => {
  const filled = rows.filter(({ cells }) => !isBlank(cells))
  const headLine = wanted ?? findHead(filled).line
  const head = filled.find(({ line }) => line === headLine)
  const below = filled.filter(({ line }) => line > headLine)
  const { heads, headers, from } = headsOf(filled, head)
  const lines = repairRows(formRows(below.slice(from), headers), heads)
  if (head === undefined || lines.length === 0) throw new TableRefused('tableEmpty')
  if (lines.length > LIMITS.rows) throw new TableRefused('tableTooLong')
  const lastOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1
  const width = lines.reduce((most, { cells }) => Math.max(most, lastOf(cells)), lastOf(head.cells))
  if (width > LIMITS.columns) throw new TableRefused('tableTooWide')
  const even = (cells: readonly string[]): string[] => Array.from({ length: width }, (_, i) => cells[i] ?? '')
  return {
    headLine,
    above: filled
      .filter(({ line }) => line < headLine)
      .slice(0, 5)
      .map(({ cells }) =>
        cells
          .filter((cell) => cell !== '')
          .join(' ')
          .slice(0, 120),
      ),
    headers: even(headers),
    lines: lines.map(({ line, cells }) => ({ line, cells: even(cells) })),
  }
}

/** A sheet as it is offered for choice. */
export const toLook = (name: string, rows: readonly Line[]): SheetLook => {
  const filled = rows.filter(({ cells }) => !isBlank(cells))
  return {
    name,
    rows: filled.length,
    headLine: findHead(filled).line,
    lines: filled.slice(0, LOOK.lines).map(({ line, cells }) => ({
      line,
      cells: cells.slice(0, LOOK.columns).map((cell) => cell.slice(0, LOOK.cell)),
    })),
  }
}
