import { strToU8, zipSync } from 'fflate'

/** A cell of a workbook: text, a number, or a day as Excel keeps one. */
export type SheetCell = string | number | { readonly day: string } | null

const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26)
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const related = (...parts: readonly (readonly [string, string])[]): Uint8Array =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts
      .map(
        ([type, target], i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  )

const cellXml = (cell: SheetCell, at: string): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell !== 'string') return `<c r="${at}" s="1"><v>${serial(cell.day)}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

/** A workbook of these sheets, called Blad1 and so on. */
export const workbookOf = (...sheets: readonly (readonly (readonly SheetCell[])[])[]): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
      ),
      '_rels/.rels': related(['officeDocument', 'xl/workbook.xml']),
      'xl/workbook.xml': xml(
        `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${sheets.map((_, i) => `<sheet name="Blad${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': related(
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ),
      'xl/styles.xml': xml(
        `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ),
      ...Object.fromEntries(
        sheets.map((rows, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          xml(
            `<worksheet ${MAIN}><sheetData>${rows
              .map(
                (cells, r) =>
                  `<row r="${r + 1}">${cells.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join('')}</row>`,
              )
              .join('')}</sheetData></worksheet>`,
          ),
        ]),
      ),
    }),
  )

/** As Excel in Belgium saves it: semicolons, Windows-1252 and CRLF. */
export const belgianCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    rows
      .map((cells) => cells.map((c) => (/[;"\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(';'))
      .join('\r\n'),
    'latin1',
  )
