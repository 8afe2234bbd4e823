import { createHash } from 'node:crypto'
import { dictionaryCsv, toDictionary, toWorkbook, toZip } from './archive'
import type { ReleaseFile } from './csv.rules'
import { noteLanguages } from './method-note'

export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** The files of one release, and the SHA-256 of each. */
export type Packed = { csv: string; json: string; zip: Uint8Array; fileHashes: Record<string, string> }

type Parts = {
  csv: string
  json: string
  /** The rows of the workbook, with their HXL line. */
  data: ReleaseFile
  dictionary: (readonly string[])[]
  /** More sheets of the workbook, after data and dictionary. */
  sheets?: Parameters<typeof toWorkbook>[0]
  /** One line of JSON. */
  certificate: string
  noteIn: (language: (typeof noteLanguages)[number]) => string
}

/** What every release has in its archive, whatever its rows are: the same parts give the same bytes. */
export async function pack({
  csv,
  json,
  data,
  dictionary,
  sheets = [],
  certificate,
  noteIn,
}: Parts): Promise<Packed> {
  const zip = toZip({
    'data.csv': csv,
    'data.json': json,
    'data.xlsx': await toWorkbook([
      {
        name: 'Data',
        head: data.columns.map((column) => column.header),
        rows: [data.columns.map((column) => column.hxl), ...data.rows],
      },
      { name: 'Dictionary', head: toDictionary([]).columns.map((column) => column.header), rows: dictionary },
      ...sheets,
    ]),
    'dictionary.csv': dictionaryCsv(dictionary),
    'certificate.json': `${certificate}\n`,
    ...Object.fromEntries(noteLanguages.map((language) => [`METHOD.${language}.md`, noteIn(language)])),
  })
  return { csv, json, zip, fileHashes: { csv: hashOf(csv), json: hashOf(json), zip: hashOf(zip) } }
}
