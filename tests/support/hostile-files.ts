import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { packZip, type ZipPart } from './zip-by-hand'

// Files that someone made to harm a server that opens them, or that do so by mistake. Each has a handler, and what the page says.

const MB = 2 ** 20
const zeros = (size: number): Buffer => Buffer.alloc(size)
const noise = (size: number): Buffer => {
  // The same in each run, and nothing that a packer finds a pattern in.
  const bytes = Buffer.alloc(size)
  let state = 20_261_128
  for (let at = 0; at + 4 <= size; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    bytes.writeInt32LE(state ^ (state >>> 15), at)
  }
  return bytes
}

const part = (name: string, content: Buffer | string): ZipPart => {
  const bytes = Buffer.from(content)
  return { name, packed: deflateRawSync(bytes), size: bytes.length }
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORKBOOK = `<workbook xmlns:r="${TYPE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`
const RELATIONS = `<Relationships><Relationship Id="r1" Type="${TYPE}/worksheet" Target="a.xml"/><Relationship Id="r2" Type="${TYPE}/sharedStrings" Target="s.xml"/></Relationships>`
const around = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const words = (...all: readonly string[]): string =>
  all.map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join('')
const HONEST = `<row r="1">${words('Naam', 'Geboren')}</row><row r="2">${words('Fictar', '1998')}</row>`
const book = (sheet: string | ZipPart, ...more: readonly ZipPart[]): Buffer =>
  packZip([
    part('xl/workbook.xml', WORKBOOK),
    part('xl/_rels/workbook.xml.rels', RELATIONS),
    ...more,
    typeof sheet === 'string' ? part('xl/a.xml', sheet) : sheet,
  ])
const cellAt = (address: string): string => `<c r="${address}"><v>1</v></c>`

const letters = (column: number): string =>
  column < 27
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
const diagonal = (size: number): string =>
  Array.from({ length: size }, (_, i) => `<row r="${i + 1}">${cellAt(letters(i + 1) + (i + 1))}</row>`).join(
    '',
  )
const namesOf = (count: number): string[] => {
  const numbers = noise(count * 4)
  return Array.from(
    { length: count },
    (_, i) => `a${numbers.readUInt32LE(i * 4).toString(36)}x${i.toString(36)}`,
  )
}
/** Tags within tags, each with a name that hardly repeats, so that they do not pack too well. */
const nested = (depth: number): string =>
  namesOf(depth)
    .map((name) => `<${name}>`)
    .join('')
/** Each of them is kept until its tag ends. */
const attributes = (count: number): string =>
  `<row ${namesOf(count)
    .map((name) => `${name}=""`)
    .join(' ')}>`

const WORD_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const letter = (...more: readonly ZipPart[]): Buffer =>
  packZip([part('[Content_Types].xml', WORD_TYPES), part('word/document.xml', '<w:document/>'), ...more])
/** A part whose list of contents states another size than it has. */
const lying = (name: string, real: number, stated: number): ZipPart => ({
  name,
  packed: deflateRawSync(zeros(real)),
  size: stated,
})

const chunk = (kind: string, data: Buffer): Buffer => {
  const whole = Buffer.concat([Buffer.from(kind), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(whole), 4)
  return Buffer.concat([frame.subarray(0, 4), whole, frame.subarray(4)])
}
type Png = { side: number; depth?: 8 | 16; laced?: boolean; data?: number; more?: readonly Buffer[] }
/** A real PNG of black pixels with four channels. `data`: how many bytes of pixels it has, if not as many as it says. */
const pngOf = ({ side, depth = 8, laced = false, data, more = [] }: Png): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([depth, 6, 0, 0, laced ? 1 : 0], 8)
  const pixels = data ?? side * (side * (depth / 2) + 1) + (laced ? 14 * side : 0)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(zeros(pixels))),
    chunk('IEND', zeros(0)),
  ])
}

/** A JPEG of one pixel that says it has this many lines and columns. */
const jpegOf = (side: number): Buffer => {
  const bytes = Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z',
    'base64',
  )
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5
  bytes.writeUInt16BE(side, at)
  bytes.writeUInt16BE(side, at + 2)
  return bytes
}

/** A PDF with one stream that unpacks to this many bytes. */
const pdfOf = (size: number): Buffer => {
  const packed = deflateSync(zeros(size))
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj<</Filter/FlateDecode/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ])
}

const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
const FETCHING = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
const row = (cells: string): string => `<row>${cells}</row>`

export type HostileFile = {
  readonly what: string
  readonly entry: 'table' | 'papers'
  readonly make: () => Buffer
  /** Codes of which the page shows one; null: it is kept, because nothing here opens it further. */
  readonly says: readonly (string | null)[]
}
const table = (what: string, make: () => Buffer, ...says: readonly (string | null)[]): HostileFile => ({
  what,
  entry: 'table',
  make,
  says,
})
const paper = (what: string, make: () => Buffer, ...says: readonly (string | null)[]): HostileFile => ({
  what,
  entry: 'papers',
  make,
  says,
})

export const HOSTILE_FILES: readonly HostileFile[] = [
  table(
    'an honest sheet with one cell far to the right',
    () => book(around(`${HONEST}${row(cellAt('XFD3'))}`)),
    'tableStrayCell:XFD3',
  ),
  table(
    'an honest sheet with one cell far below',
    () => book(around(`${HONEST}<row r="1048576">${words('Zz')}</row>`)),
    null,
  ),
  table(
    'two cells in opposite corners',
    () => book(around(`<row r="1">${cellAt('A1')}</row><row r="1048576">${cellAt('XFD1048576')}</row>`)),
    'tableStrayCell:XFD1048576',
  ),
  table('a diagonal of four thousand cells', () => book(around(diagonal(4000))), 'tableStrayCell:CW101'),
  table('a diagonal of sixteen thousand cells', () => book(around(diagonal(16_000))), 'tableStrayCell:CW101'),
  table(
    'empty cells in a far corner',
    () => book(around(`${HONEST}<row r="1048576"><c r="XFD1048576" s="1"/></row>`)),
    null,
  ),
  table('ten million empty cells', () => book(around(row('<c/>'.repeat(10_000_000)))), 'fileTooHeavy'),
  table('a sheet of 300 MB', () => book(lying('xl/a.xml', 300 * MB, 300 * MB)), 'fileTooHeavy'),
  table(
    'a sheet of 300 MB that says it has 100 kB',
    () => book(lying('xl/a.xml', 300 * MB, 100_000)),
    'fileBroken',
  ),
  table(
    'one text of 20 kB in every cell',
    () =>
      book(
        around(row('<c t="s"><v>0</v></c>'.repeat(90)).repeat(200)),
        part('xl/s.xml', `<sst><si><t>${noise(15_000).toString('base64')}</t></si></sst>`),
      ),
    'fileTooHeavy',
  ),
  table(
    'twenty million empty texts',
    () => book(around(HONEST), part('xl/s.xml', `<sst>${'<si/>'.repeat(20_000_000)}</sst>`)),
    'fileTooHeavy',
  ),
  table(
    'entities that grow without end',
    () => book(`${ENTITIES}${around(row(words('&c;')))}`),
    'fileBroken',
  ),
  table(
    'entities that fetch a file of the server',
    () => book(`${FETCHING}${around(row(words('&a;')))}`),
    'fileBroken',
  ),
  table(
    'entities among the shared texts',
    () => book(around(HONEST), part('xl/s.xml', `${ENTITIES}<sst><si><t>&c;</t></si></sst>`)),
    'fileBroken',
  ),
  table(
    'a tag of 20 MB',
    () => book(around(`<row r="${noise(15 * MB).toString('base64')}">${words('a', 'b')}</row>`)),
    'tableEmpty',
    'fileBroken',
    'fileTooHeavy',
  ),
  table(
    'a text of 20 MB',
    () => book(around(row(words(noise(15 * MB).toString('base64'), 'b')).repeat(1))),
    'tableEmpty',
  ),
  table('two million tags within each other', () => book(around(nested(2_000_000))), 'fileBroken'),
  table('a tag with three million attributes', () => book(around(attributes(3_000_000))), 'fileTooHeavy'),
  table(
    'parts that lie over each other',
    () => packZip([{ ...part('xl/workbook.xml', noise(MB)) }], 900),
    'fileTooHeavy',
  ),
  table(
    'five thousand parts',
    () => packZip(Array.from({ length: 5000 }, (_, i) => part(`xl/${i}.xml`, 'x'))),
    'fileTooHeavy',
  ),
  table('two parts of one name', () => book(around(HONEST), part('xl/a.xml', around(HONEST))), 'fileBroken'),
  table('a workbook cut in half', () => book(around(diagonal(50))).subarray(0, 700), 'fileBroken'),
  table(
    'a zip within a zip',
    () => packZip([part('a.zip', packZip([part('b.zip', zeros(MB))]))]),
    'tableNotRead',
    'fileTooHeavy',
  ),
  table('a CSV with one line of 24 MB', () => Buffer.alloc(24 * MB, 'a'), 'tableQuotes'),
  table('a CSV of 50 MB', () => Buffer.alloc(50 * MB, 'a;b\n'), 'fileTooLarge'),
  table(
    'a CSV with a quotation mark that never ends',
    () => Buffer.concat([Buffer.from('a;b\n"'), Buffer.alloc(20 * MB, 'a;b\n')]),
    'tableQuotes',
  ),
  table(
    'a CSV of separators alone',
    () => Buffer.alloc(24 * MB, `${';'.repeat(900_000)}\n`),
    'tableEmpty',
    'fileTooHeavy',
  ),
  table('a CSV of twelve million lines', () => Buffer.alloc(24 * MB, 'a\n'), 'tableTooLong'),
  table('a CSV of lines alone', () => Buffer.alloc(24 * MB, '\n'), 'tableEmpty'),
  paper('a photo of 144 million pixels', () => pngOf({ side: 12_000 }), 'filePixels'),
  paper('a photo that says it has 4,000 million pixels', () => jpegOf(65_000), 'filePixels'),
  paper(
    'a photo of 49 million pixels, eight bytes each',
    () => pngOf({ side: 7000, depth: 16 }),
    'filePixels',
  ),
  paper(
    'a small photo with 300 MB of pixels',
    () => pngOf({ side: 100, data: 300 * MB }),
    'fileBroken',
    null,
  ),
  paper(
    'a photo with a colour profile of 200 MB',
    () =>
      pngOf({
        side: 100,
        more: [chunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync(zeros(200 * MB))]))],
      }),
    'fileBroken',
    'fileTooHeavy',
    null,
  ),
  paper(
    'the largest photo that is kept, interlaced',
    () => pngOf({ side: 7700, laced: true }),
    'fileBroken',
    'fileTooHeavy',
    null,
  ),
  paper('half a photo of 50 million pixels', () => pngOf({ side: 7000, data: 20 * MB }), 'fileBroken'),
  paper('a PDF whose stream unpacks to 500 MB', () => pdfOf(500 * MB), null),
  paper(
    'a letter of 300 MB that says it has 100 kB',
    () => letter(lying('word/big.xml', 300 * MB, 100_000)),
    'fileBroken',
  ),
  paper('a letter of 300 MB', () => letter(lying('word/big.xml', 300 * MB, 300 * MB)), 'fileBomb'),
  paper(
    'a letter with entities that grow without end',
    () => letter(part('word/styles.xml', `${ENTITIES}<a>&c;</a>`)),
    'fileMacros',
  ),
  paper(
    'a letter with entities that fetch',
    () => letter(part('word/fonts.xml', Buffer.from(`\ufeff${FETCHING}<a>&a;</a>`, 'utf16le'))),
    'fileMacros',
  ),
  paper(
    'a letter whose parts lie over each other',
    () => packZip([part('[Content_Types].xml', WORD_TYPES), part('word/document.xml', noise(MB))], 900),
    'fileBomb',
  ),
  paper(
    'a letter with a list of relations of 8 MB',
    () => letter(part('word/_rels/a.rels', noise(6 * MB).toString('base64'))),
    'fileBomb',
  ),
  paper(
    'a letter of five thousand parts',
    () => letter(...Array.from({ length: 5001 }, (_, i) => part(`word/${i}.xml`, 'x'))),
    'fileBomb',
  ),
  paper('a text of one line of 24 MB', () => Buffer.alloc(24 * MB, 'a'), null),
]
