/**
 * Every part of a workbook as the product's writer writes it (archive.ts, write-excel-file): the tests compare both. The library itself
 * is not in the verifier, because it hands out packed files alone.
 */
import { refuseUnless } from './refuse'

export type Cell = { column: string; value: string | number }
/** Rows from the first one; a cell without text is not written. */
export type WrittenSheet = { name: string; rows: readonly (readonly Cell[])[] }

export const odd = 'data.xlsx is not written as the product writes workbooks'

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'
const main = `${office}/spreadsheetml/2006/main`
const links = `${office}/officeDocument/2006/relationships`
const contentType = 'application/vnd.openxmlformats'
const sheetType = `${contentType}-officedocument.spreadsheetml`
const mac = 'http://schemas.microsoft.com/office/mac/excel/2008/main'
const excel = 'http://schemas.microsoft.com/office'
const mixed = `${office}/markup-compatibility/2006`
const newer = `xmlns:x14="${excel}/spreadsheetml/2009/9/main" xmlns:x14ac="${excel}/spreadsheetml/2009/9/ac" xmlns:xm="${excel}/excel/2006/main"`

/** Column names of a sheet: A, B, ..., Z, AA. */
export const toColumn = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : toColumn(Math.floor(index / 26) - 1) + toColumn(index % 26)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll('<', '&lt;')

const relationships = (head: string, inner: string): string =>
  `${head}<Relationships xmlns="${office}/package/2006/relationships">${inner}</Relationships>`
const link = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`

const styles = `<?xml version="1.0" ?><styleSheet xmlns="${main}"><fonts count="2"><font><family val="2"/><scheme val="minor"/><color theme="1"/></font><font><family val="2"/><scheme val="minor"/><b/><color theme="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellXfs count="2"><xf ></xf><xf fontId="1" applyFont="1"></xf></cellXfs></styleSheet>`

/** Throws Refusal for a row without cells, which the product does not write. */
export function writeParts(sheets: readonly WrittenSheet[]): ReadonlyMap<string, string> {
  const strings = new Map<string, number>()
  const idOf = (text: string): number => {
    const id = strings.get(text) ?? strings.size
    strings.set(text, id)
    return id
  }
  const written = sheets.map((sheet, i) => writeSheet(sheet, i === 0, idOf))
  const each = (write: (number: number, name: string) => string): string =>
    sheets.map(({ name }, i) => write(i + 1, name)).join('')
  const override = (type: string, part: string): string =>
    `<Override ContentType="${sheetType}.${type}+xml" PartName="/xl/${part}.xml"/>`
  const last = sheets.length
  return new Map([
    [
      '[Content_Types].xml',
      `${declared}<Types xmlns="${office}/package/2006/content-types"><Default ContentType="application/xml" Extension="xml"/><Default ContentType="${contentType}-package.relationships+xml" Extension="rels"/>${override('sheet.main', 'workbook')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}${each((number) => override('worksheet', `worksheets/sheet${number}`))}</Types>`,
    ],
    ['_rels/.rels', relationships(declared, link('rId-workbook-1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        '<?xml version="1.0" ?>',
        `${each((number) => link(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))}${link(`rId${last + 1}`, 'sharedStrings', 'sharedStrings.xml')}${link(`rId${last + 2}`, 'styles', 'styles.xml')}`,
      ),
    ],
    [
      'xl/workbook.xml',
      `${declared}<workbook xmlns="${main}" xmlns:r="${links}" xmlns:mx="${mac}" xmlns:mc="${mixed}" xmlns:mv="urn:schemas-microsoft-com:mac:vml" ${newer}><workbookPr/><bookViews><workbookView/></bookViews><sheets>${each((number, name) => `<sheet r:id="rId${number}" sheetId="${number}" name="${name}"/>`)}</sheets><definedNames/><calcPr/></workbook>`,
    ],
    ['xl/styles.xml', styles],
    [
      'xl/sharedStrings.xml',
      `<?xml version="1.0"?><sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t${text.trim() === text ? '' : ' xml:space="preserve"'}>${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    ...written.flatMap((text, i): [string, string][] => [
      [`xl/worksheets/sheet${i + 1}.xml`, text],
      [`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(declared, '')],
    ]),
  ])
}

/** The first row is bold and does not scroll; the first sheet is the one that opens. */
function writeSheet({ rows }: WrittenSheet, isOpen: boolean, idOf: (text: string) => number): string {
  const lines = rows.map((cells, i) => {
    refuseUnless(cells.length > 0, odd)
    const style = i === 0 ? ' s="1"' : ''
    const inner = cells.map(({ column, value }) => {
      const [type, number] = typeof value === 'number' ? ['', value] : [' t="s"', idOf(value)]
      return `<c r="${column}${i + 1}"${style}${type}><v>${number}</v></c>`
    })
    return `<row r="${i + 1}">${inner.join('')}</row>`
  })
  return `<?xml version="1.0" ?><worksheet xmlns="${main}" xmlns:mc="${mixed}" xmlns:mv="urn:schemas-microsoft-com:mac:vml" xmlns:mx="${mac}" xmlns:r="${links}" ${newer}><sheetViews><sheetView tabSelected="${isOpen ? 1 : 0}" workbookViewId="0"><pane ySplit="1" xSplit="0" topLeftCell="A2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData>${lines.join('')}</sheetData></worksheet>`
}
