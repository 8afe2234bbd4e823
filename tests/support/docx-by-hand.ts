import { strToU8, zipSync } from 'fflate'

// Documents of a word processor written part by part, as honest or as wrong as a test needs them.

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
/** A paragraph, each text a run of its own, as a word processor cuts them where it likes. */
export const paragraph = (...texts: readonly string[]): string => `<w:p>${texts.map(run).join('')}</w:p>`
/** The same from right to left. */
export const fromRight = (text: string): string =>
  `<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`
/** A field as Word writes it: begin, code, separate, what it shows, end. */
export const field = (code: string, shown = '1'): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

export type Wanted = {
  readonly body?: string
  readonly header?: string
  readonly footer?: string
  readonly footnotes?: string
  /** Relations of the document beside those of its header and footer, as they stand in the file. */
  readonly relations?: string
  readonly rootRelations?: string
  readonly overrides?: string
  readonly defaults?: string
  readonly mainType?: string
  /** Other parts by name, and those that take the place of ours; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>
}

const around = (element: string, inside: string): string =>
  `${HEAD}<w:${element} xmlns:w="${W}" xmlns:r="${R}" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inside}</w:${element}>`

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`
export const external = (kind: string, target: string): string =>
  `<Relationship Id="x1" Type="${R}/${kind}" Target="${target}" TargetMode="External"/>`

/** A document with what is wanted of it; without anything it is an honest one with one line. */
export const makeDocx = ({
  body = paragraph('Dear {name},'),
  header,
  footer,
  footnotes,
  relations = '',
  rootRelations = '',
  overrides = '',
  defaults = '',
  mainType = `${WORD}.document.main+xml`,
  parts = {},
}: Wanted = {}): Buffer => {
  const more = [
    ...(header === undefined
      ? []
      : [{ id: 'rh', kind: 'header', name: 'header1', content: around('hdr', header) }]),
    ...(footer === undefined
      ? []
      : [{ id: 'rf', kind: 'footer', name: 'footer1', content: around('ftr', footer) }]),
    ...(footnotes === undefined
      ? []
      : [{ id: 'rn', kind: 'footnotes', name: 'footnotes', content: around('footnotes', footnotes) }]),
  ]
  const section = `<w:sectPr>${header === undefined ? '' : '<w:headerReference w:type="default" r:id="rh"/>'}${footer === undefined ? '' : '<w:footerReference w:type="default" r:id="rf"/>'}</w:sectPr>`
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${defaults}<Override PartName="/word/document.xml" ContentType="${mainType}"/>${more
      .map(({ name, kind }) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${kind}+xml"/>`)
      .join('')}${overrides}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}${rootRelations}</Relationships>`,
    'word/document.xml': around('document', `<w:body>${body}${section}</w:body>`),
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${more.map(({ id, kind, name }) => relation(id, kind, `${name}.xml`)).join('')}${relations}</Relationships>`,
    ...Object.fromEntries(more.map(({ name, content }) => [`word/${name}.xml`, content])),
    ...parts,
  }
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(all).flatMap(([name, content]) =>
          content === null ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
        ),
      ),
    ),
  )
}
