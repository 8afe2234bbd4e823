import { SaxesParser } from 'saxes'
import { openZip, type Zip } from '@/lib/parsing/unzip'
import { dayOfSerial, isDayFormat } from './day-format.rules'
import { cutCell, LIMITS, type Line, TableRefused } from './table.rules'

type Attributes = Readonly<Record<string, string>>
type Handlers = {
  readonly open?: (tag: string, attributes: Attributes) => void
  readonly close?: (tag: string) => void
  readonly text?: (text: string) => void
}

/** A part of a workbook has ten tags within each other, with what its extensions add twenty. */
const DEEPEST = 100

/** Some programs write `x:row` for `row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Goes through a part as it is unpacked: nothing of it is kept but what the handlers keep. Entities that a document defines itself
 * are not known, and a part with a DOCTYPE is none that a table program wrote. Throws.
 */
const readXml = async (zip: Zip, name: string, { open, close, text }: Handlers): Promise<void> => {
  if (!zip.names.has(name)) return
  const parser = new SaxesParser()
  const refuse = (): never => {
    throw new TableRefused('fileBroken')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  let depth = 0
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEEPEST) refuse()
    open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    close?.(localName(tag.name))
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  // What is no UTF-8 becomes signs that stand for nothing, and a text that shows them.
  const decoder = new TextDecoder()
  for await (const bytes of zip.read(name)) parser.write(decoder.decode(bytes, { stream: true }))
  parser.write(decoder.decode()).close()
}

type Book = {
  /** Parts that hold the sheets, in the order of their tabs. */
  readonly sheets: readonly string[]
  readonly strings: readonly string[]
  /** Of each style of a cell, whether it shows a day. */
  readonly days: readonly boolean[]
  readonly is1904: boolean
}

const readRelations = async (zip: Zip) => {
  const parts = new Map<string, string>()
  const ofType = new Map<string, string>()
  await readXml(zip, 'xl/_rels/workbook.xml.rels', {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
      parts.set(Id, part)
      ofType.set(Type.slice(Type.lastIndexOf('/') + 1), part)
    },
  })
  return { parts, ofType }
}

const readDays = async (zip: Zip, part: string): Promise<boolean[]> => {
  const templates = new Map<number, string>()
  const days: boolean[] = []
  let isOfCells = false
  await readXml(zip, part, {
    open: (tag, attributes) => {
      const id = Number(attributes.numFmtId ?? 0)
      if (tag === 'numFmt') templates.set(id, attributes.formatCode ?? '')
      if (tag === 'cellXfs') isOfCells = true
      if (tag === 'xf' && isOfCells) days.push(isDayFormat(id, templates.get(id)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') isOfCells = false
    },
  })
  return days
}

/** What Excel writes as _xHHHH_ because XML has no sign for it (ECMA-376-1, 22.9.2.19). */
const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Text in runs of different looks, without how it is read aloud. */
const textReader = (end: string, done: (text: string) => void): Required<Handlers> => {
  let text = ''
  let [isText, isAloud] = [false, false]
  return {
    open: (tag) => {
      if (tag === end) text = ''
      if (tag === 'rPh') isAloud = true
      isText = tag === 't' && !isAloud
    },
    close: (tag) => {
      if (tag === end) done(cutCell(unescapeText(text)))
      if (tag === 'rPh') isAloud = false
      if (tag === 't') isText = false
    },
    text: (part) => {
      if (isText && text.length < LIMITS.cell) text += part.slice(0, LIMITS.cell)
    },
  }
}

const readBook = async (zip: Zip): Promise<Book> => {
  const { parts, ofType } = await readRelations(zip)
  const sheets: string[] = []
  let is1904 = false
  await readXml(zip, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 ||= /^(1|true)$/.test(attributes.date1904 ?? '')
      const [, id = ''] = Object.entries(attributes).find(([name]) => /:id$/.test(name)) ?? []
      const part = tag === 'sheet' ? parts.get(id) : undefined
      if (part !== undefined) sheets.push(part)
    },
  })
  const strings: string[] = []
  await readXml(
    zip,
    ofType.get('sharedStrings') ?? '',
    textReader('si', (text) => strings.push(text)),
  )
  return { sheets, strings, days: await readDays(zip, ofType.get('styles') ?? ''), is1904 }
}

/** The number of a column from 1 on: A is 1, AA is 27. */
const columnOf = (address: string): number => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0]
  if (letters === undefined) throw new TableRefused('fileBroken')
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

type Cell = { readonly type: string; readonly style: number; value: string; inline: string }

const cellText = ({ type, style, value, inline }: Cell, { strings, days, is1904 }: Book): string => {
  if (type === 'inlineStr') return inline
  if (value === '' || type === 'e') return ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return String(value === '1')
  if (type !== 'n') return cutCell(type === 'd' ? value.slice(0, 10) : unescapeText(value))
  const number = Number(value)
  const day = days[style] === true ? dayOfSerial(number, is1904) : null
  return day ?? (Number.isNaN(number) ? cutCell(value) : String(number))
}

/** The rows of a sheet in which something stands; an empty cell, however far away, is no cell. */
const readSheet = async (zip: Zip, part: string, book: Book): Promise<Line[]> => {
  const lines: Line[] = []
  let [row, column, chars, isValue] = [0, 0, 0, false]
  let cells: string[] = []
  let cell: Cell | null = null
  const inline = textReader('is', (text) => {
    if (cell !== null) cell.inline = text
  })
  const keep = (text: string): void => {
    if (text === '') return
    // One text may stand in every cell and take no room in the file.
    chars += text.length
    if (chars > LIMITS.chars) throw new TableRefused('fileTooHeavy')
    if (column > LIMITS.columns) throw new TableRefused(beyond(cells, column, row))
    while (cells.length < column) cells.push('')
    cells[column - 1] = text
  }
  await readXml(zip, part, {
    open: (tag, attributes) => {
      inline.open(tag, attributes)
      if (tag === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r)
        if (!Number.isSafeInteger(row)) throw new TableRefused('fileBroken')
        cells = []
        column = 0
      }
      if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), value: '', inline: '' }
      }
      if (tag === 'v') isValue = true
    },
    text: (text) => {
      inline.text(text)
      if (isValue && cell !== null) cell.value += text.slice(0, LIMITS.cell)
    },
    close: (tag) => {
      inline.close(tag)
      if (tag === 'v') isValue = false
      if (tag === 'c' && cell !== null) {
        keep(cellText(cell, book))
        cell = null
      }
      if (tag !== 'row' || cells.length === 0) return
      lines.push({ line: row, cells })
      if (lines.length > LIMITS.lines) throw new TableRefused('tableTooLong')
    },
  })
  return lines
}

const lettersOf = (column: number): string =>
  column < 27
    ? String.fromCharCode(64 + column)
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** A row that is filled up to the limit is too wide; a cell for itself was left there by mistake, and it is named. */
const beyond = (cells: readonly string[], column: number, row: number) =>
  cells.length === column - 1 && cells.at(-1) !== ''
    ? ('tableTooWide' as const)
    : (`tableStrayCell:${lettersOf(column)}${row}` as const)

/** What stood in the cells when the workbook was saved: no formula is computed, and nothing outside is fetched. Throws. */
export const readWorkbook = async (bytes: Buffer): Promise<Line[]> => {
  const zip = await openZip(bytes, LIMITS)
  if (!zip.names.has('xl/workbook.xml')) throw new TableRefused('tableNotRead')
  const book = await readBook(zip)
  for (const part of book.sheets) {
    const lines = await readSheet(zip, part, book)
    if (lines.length > 1) return lines
  }
  return []
}
