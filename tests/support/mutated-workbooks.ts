import { strFromU8, strToU8, unzipSync } from 'fflate'
import { toZip } from '@/lib/statistics/archive'
import { type Parts, replaceOne } from './archive-parts'

type Lie = { name: string; make: (parts: Parts, random: () => number) => Parts }

/** Changes one file inside data.xlsx. Throws when nothing in it is changed. */
const lie = (name: string, file: string, by: (xml: string, random: () => number) => string): Lie => ({
  name,
  make: (parts, random) => {
    const inner = unzipSync(parts['data.xlsx'] ?? new Uint8Array())
    const xml = strFromU8(inner[file] ?? new Uint8Array())
    const changed = by(xml, random)
    if (changed === xml) throw new Error(`${name}: ${file} is as it was`)
    return { ...parts, 'data.xlsx': toZip({ ...inner, [file]: strToU8(changed) }) }
  },
})

const swap = (xml: string, one: string, other: string): string =>
  xml.replaceAll(one, '\u0000').replaceAll(other, one).replaceAll('\u0000', other)
const sheet = 'xl/worksheets/sheet1.xml'
/** Two cells beside each other, below the two lines of names. */
const neighbours =
  /<c r="[A-Z]+(?!1"|2")(\d+)"(?: t="s")?><v>[^<]*<\/v><\/c><c r="[A-Z]+\1"(?: t="s")?><v>[^<]*<\/v><\/c>/g
const addressesOf = (pair: string): [string, string] => {
  const [one = '', other = ''] = pair.match(/r="[A-Z]+\d+"/g) ?? []
  return [one, other]
}
const inCell = /(?<=<c r="[A-Z]+\d+"(?: s="1")?)(?= t="s"|>)/g

/** What makes a program show other rows, or the same rows in another way, than the text between <sheetData> and </sheetData> says. */
export const workbookLies: readonly Lie[] = [
  lie('two cells with the addresses of each other', sheet, (xml, random) =>
    replaceOne(xml, neighbours, random, (pair) => swap(pair, ...addressesOf(pair))),
  ),
  lie('a cell at the address of another one', sheet, (xml, random) =>
    replaceOne(xml, neighbours, random, (pair) => {
      const [one, other] = addressesOf(pair)
      return pair.replace(other, one)
    }),
  ),
  lie('a row with another number', sheet, (xml) => xml.replace('<row r="3">', '<row r="4">')),
  lie('a cell of another style', sheet, (xml, random) => replaceOne(xml, inCell, random, () => ' s="2"')),
  lie('the true rows in a comment', sheet, (xml) =>
    xml.replace(
      /<sheetData>.*<\/sheetData>/s,
      (rows) =>
        `<!--${rows}--><sheetData >${rows.slice('<sheetData>'.length, -'</sheetData>'.length).replace(/<v>\d/g, '<v>1')}</sheetData >`,
    ),
  ),
  lie('a comment between rows', sheet, (xml) => xml.replace('<row r="4">', '<!-- --><row r="4">')),
  lie('a formula behind a number', sheet, (xml) => xml.replace(/(<c r="A3"[^>]*>)/, '$1<f>1</f>')),
  lie('cells merged into one', sheet, (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A3:B3"/></mergeCells>'),
  ),
  lie('a hidden column', sheet, (xml) =>
    xml.replace('<sheetData>', '<cols><col min="2" max="2" hidden="1" width="0"/></cols><sheetData>'),
  ),
  lie('colours that depend on numbers', sheet, (xml) =>
    xml.replace(
      '</sheetData>',
      '</sheetData><conditionalFormatting sqref="A1:Z99"><cfRule type="duplicateValues" dxfId="0" priority="1"/></conditionalFormatting>',
    ),
  ),
  lie('a picture over the cells', 'xl/worksheets/_rels/sheet1.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    ),
  ),
  lie('another sheet that opens first', 'xl/worksheets/sheet2.xml', (xml) =>
    xml.replace('tabSelected="0"', 'tabSelected="1"'),
  ),
  lie('links of a further sheet', 'xl/worksheets/_rels/sheet2.xml.rels', (xml) => xml.replace('?>', '?> ')),
  lie('the first sheet by another name', 'xl/workbook.xml', (xml) =>
    xml.replace('name="Data"', 'name="Old data"'),
  ),
  lie('a hidden first sheet', 'xl/workbook.xml', (xml) =>
    xml.replace('name="Data"', 'name="Data" state="hidden"'),
  ),
  lie('the second sheet in place of the first', 'xl/workbook.xml', (xml) =>
    swap(xml, 'r:id="rId1"', 'r:id="rId2"'),
  ),
  lie('the link of the first sheet to another one', 'xl/_rels/workbook.xml.rels', (xml) =>
    swap(xml, 'sheet1.xml', 'sheet2.xml'),
  ),
  lie('a format that shows other digits', 'xl/styles.xml', (xml) =>
    xml.replace('<xf >', '<xf numFmtId="10" applyNumberFormat="1">'),
  ),
  lie('texts of two kinds in one cell', 'xl/sharedStrings.xml', (xml) =>
    xml.replace('</t></si>', '</t><r><t>0</t></r></si>'),
  ),
  lie('a text that no cell shows', 'xl/sharedStrings.xml', (xml) =>
    xml.replace('</sst>', '<si><t>more</t></si></sst>'),
  ),
  lie('another type of a part', '[Content_Types].xml', (xml) =>
    xml.replace('sheet.main+xml', 'sheet.more+xml'),
  ),
  lie('a link to another workbook', '_rels/.rels', (xml) =>
    xml.replace('xl/workbook.xml', 'xl/worksheets/sheet1.xml'),
  ),
  lie('a part more in the workbook', 'xl/worksheets/sheet9.xml', () => '<worksheet/>'),
]
