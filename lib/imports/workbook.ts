import { SaxesParser } from 'saxes'
import { openZip, type Zip } from '@/lib/parsing/unzip'
import { beyond, columnOf } from './cell-address.rules'
import { dayOfSerial, isDayFormat } from './day-format.rules'
import { LIMITS, type Line, type SheetLook, TableRefused } from './table.rules'
import { cutCell, hasHeadings, toLook } from './table-rows.rules'

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
  /** The sheets that are shown, in the order of their tabs, and the parts that hold them. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
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
  const sheets: { name: string; part: string; isHidden: boolean }[] = []
  let is1904 = false
  await readXml(zip, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 ||= /^(1|true)$/.test(attributes.date1904 ?? '')
      const [, id = ''] = Object.entries(attributes).find(([name]) => /:id$/.test(name)) ?? []
      const part = tag === 'sheet' ? parts.get(id) : undefined
      const { name = '', state = 'visible' } = attributes
      if (part !== undefined)
        sheets.push({ name: unescapeText(name).slice(0, 60), part, isHidden: state !== 'visible' })
    },
  })
  const strings: string[] = []
  await readXml(
    zip,
    ofType.get('sharedStrings') ?? '',
    textReader('si', (text) => strings.push(text)),
  )
  const shown = sheets.filter(({ isHidden }) => !isHidden)
  return {
    sheets: shown.length > 0 ? shown : sheets,
    strings,
    days: await readDays(zip, ofType.get('styles') ?? ''),
    is1904,
  }
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

export type Sheet = { readonly name: string; readonly rows: readonly Line[] }

/**
 * What stood in the cells when the workbook was saved: no formula is computed, and nothing outside is fetched. With a name that sheet
 * alone; else the first one whose headings are known, or in which two rows stand, and of the others what is shown of them. Throws.
 */
export const readWorkbook = async (
  bytes: Buffer,
  wanted: string | null = null,
): Promise<{ readonly best: Sheet; readonly all: readonly SheetLook[] }> => {
  const zip = await openZip(bytes, LIMITS)
  if (!zip.names.has('xl/workbook.xml')) throw new TableRefused('tableNotRead')
  const book = await readBook(zip)
  if (wanted !== null) {
    const sheet = book.sheets.find(({ name }) => name === wanted)
    if (sheet === undefined) throw new TableRefused('tableNoSheet')
    const rows = await readSheet(zip, sheet.part, book)
    return { best: { name: wanted, rows }, all: [toLook(wanted, rows)] }
  }
  const all: SheetLook[] = []
  let best: (Sheet & { readonly known: boolean }) | null = null
  let refused: TableRefused | null = null
  for (const { name, part } of book.sheets) {
    // A sheet that is too wide or too long harms only who chooses it.
    const rows = await readSheet(zip, part, book).catch((error: unknown) => {
      if (!(error instanceof TableRefused) || error.code === 'fileBroken') throw error
      refused ??= error
      return []
    })
    if (rows.length < 2) continue
    all.push(toLook(name, rows))
    const known = hasHeadings(rows)
    // Rows of the others are not held in memory.
    if (best === null || (known && !best.known)) best = { name, rows, known }
  }
  if (best === null && refused !== null) throw refused
  return { best: best ?? { name: '', rows: [] }, all }
}
