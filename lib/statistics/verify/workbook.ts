/** The first sheet of a workbook as the product writes it (archive.ts): text and numbers, and nothing else. */
import { readContainer } from './container'
import { Refusal, refuseUnless } from './refuse'

const odd = 'data.xlsx is not written as the product writes workbooks'

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : name === 'apos' ? "'" : '&',
  )

/** Lists what a pattern finds, when the pieces stand one after the other and nothing stands between them. */
function listPieces(text: string, piece: RegExp): RegExpMatchArray[] {
  const found = [...text.matchAll(piece)]
  refuseUnless(found.map(([whole]) => whole).join('') === text, odd)
  return found
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start)
  const until = text.lastIndexOf(end)
  refuseUnless(from >= 0 && until >= from + start.length, odd)
  return text.slice(from + start.length, until)
}

/** Cells of the first sheet, row by row; an empty cell is left out. Throws Refusal. */
export function readFirstSheet(bytes: Uint8Array): readonly (readonly (string | number)[])[] {
  const parts = readContainer(bytes)
  const read = (name: string): string => {
    const part = parts.get(name)
    if (part === undefined) throw new Refusal(odd)
    return Buffer.from(part).toString('utf8')
  }
  const strings = listPieces(
    between(read('xl/sharedStrings.xml').replace(/^.*?<sst[^>]*>/s, '<sst>'), '<sst>', '</sst>'),
    /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/g,
  ).map(([, text = '']) => unescaped(text))
  const rows = listPieces(
    between(read('xl/worksheets/sheet1.xml'), '<sheetData>', '</sheetData>'),
    /<row r="\d+">(.*?)<\/row>/gs,
  )
  return rows.map(([, cells = '']) =>
    listPieces(cells, /<c r="[A-Z]+\d+"(?: s="\d+")?( t="s")?><v>(-?[\d.]+)<\/v><\/c>/g).map(
      ([, isText, value = '']) => {
        if (isText === undefined) return Number(value)
        const text = strings[Number(value)]
        if (text === undefined) throw new Refusal(odd)
        return text
      },
    ),
  )
}
