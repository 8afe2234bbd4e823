import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import * as z from 'zod'
import { toWorkbook, toZip } from '@/lib/statistics/archive'
import { toCsvFile } from '@/lib/statistics/csv.rules'
import { manifestName, manifestSchema, signatureName } from '@/lib/statistics/manifest.schema'
import { canonicalJson } from '@/lib/statistics/release.rules'
import { fingerprintOf, type Signer } from '@/lib/statistics/signature'
import { type TableData, tableData } from '@/lib/statistics/verify/archive.schema'
import { readSheets } from '@/lib/statistics/verify/workbook'

/** Files of an archive by name. */
export type Parts = Record<string, Uint8Array>

export const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')
export const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const pick = <T>(list: readonly T[], random: () => number): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

/** Replaces one of the places at which a pattern is found. */
export function replaceOne(
  content: string,
  pattern: RegExp,
  random: () => number,
  by: (found: string) => string,
): string {
  const { index, 0: found } = pick([...content.matchAll(pattern)], random)
  return `${content.slice(0, index)}${by(found)}${content.slice(index + found.length)}`
}
const another = (digits: string): string => String(Number(digits) + 10)
export const inNumber = (found: string): string => found.replace(/\d+(?=\D*$)/, another)

/** A list of what is in the parts now, signed with this key: what someone can do who has it. */
export function sign(parts: Parts, signer: Signer): Parts {
  const manifest = manifestSchema.parse(JSON.parse(text(parts[manifestName])))
  const content = Object.entries(parts).filter(([name]) => name !== manifestName && name !== signatureName)
  const written = bytesOf(
    `${canonicalJson({
      ...manifest,
      key: {
        algorithm: 'Ed25519',
        fingerprint: fingerprintOf(signer.key),
        publicKey: Buffer.from(signer.key).toString('base64'),
      },
      parts: content.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
    })}\n`,
  )
  return { ...parts, [manifestName]: written, [signatureName]: signer.sign(written) }
}

/** The same parts, signed by this key. */
export const signAgain = (zip: Uint8Array, signer: Signer): Uint8Array => toZip(sign(unzipSync(zip), signer))

/** data.json with other numbers, named by the certificate as its own. */
export function withData(parts: Parts, json: string): Parts {
  const certificate = z.record(z.string(), z.unknown()).parse(JSON.parse(text(parts['certificate.json'])))
  const fresh = { ...certificate, dataSha256: sha256(bytesOf(json)) }
  return {
    ...parts,
    'data.json': bytesOf(json),
    'certificate.json': bytesOf(`${JSON.stringify(fresh)}\n`),
  }
}

export const change = (parts: Parts, name: string, by: (content: string) => string): Parts => ({
  ...parts,
  [name]: bytesOf(by(text(parts[name]))),
})

type Rows = readonly (readonly (string | number)[])[]

/** The workbook with another first sheet, as the product itself would write it. rows: with the header. */
export async function withFirstSheet(parts: Parts, by: (rows: Rows) => Rows): Promise<Parts> {
  const { kind } = manifestSchema.parse(JSON.parse(text(parts[manifestName])))
  const sheets = readSheets(parts['data.xlsx'], kind).map(({ name, rows }, i) => {
    const read = rows.map((cells) => cells.map(({ value }) => value))
    const [head = [], ...rest] = i === 0 ? by(read) : read
    return { name, head: head.map(String), rows: rest }
  })
  return { ...parts, 'data.xlsx': await toWorkbook(sheets) }
}

export const withWorkbookCell = (parts: Parts, random: () => number): Promise<Parts> =>
  withFirstSheet(parts, (rows) => {
    const at = Math.floor(random() * (rows.length - 2)) + 2
    return rows.map((row, i) =>
      i === at ? row.map((cell, j) => (j === row.length - 2 ? `${cell}1` : cell)) : row,
    )
  })

const readTable = (parts: Parts): TableData => tableData.parse(JSON.parse(text(parts['data.json'])))

/** The same table in data.json, data.csv and data.xlsx. */
function withTable(parts: Parts, data: TableData): Promise<Parts> {
  const rows = data.rows.map((one) => data.columns.map(({ header }) => one[header] ?? ''))
  const [head, hxl] = [data.columns.map((one) => one.header), data.columns.map((one) => one.hxl)]
  const changed = {
    ...withData(parts, `${canonicalJson(z.json().parse(data))}\n`),
    'data.csv': bytesOf(toCsvFile({ columns: data.columns, rows })),
  }
  return withFirstSheet(changed, () => [head, hxl, ...rows])
}

/** A rounded table in which one printed number says something else in data.json, data.csv and data.xlsx, and keeps its bounds. */
export function withValueEverywhere(parts: Parts, random: () => number): Promise<Parts> {
  const data = readTable(parts)
  const row = pick(
    data.rows.filter(({ flag }) => flag === 'rounded'),
    random,
  )
  row.value = Number(row.value) + (random() < 0.5 ? 10 : 20)
  return withTable(parts, data)
}

/** A rounded table that prints one column twice and leaves out its upper bounds; data.json has them in its rows. */
export function withColumnTwice(parts: Parts): Promise<Parts> {
  const data = readTable(parts)
  const flag = data.columns.find(({ header }) => header === 'flag')
  if (flag === undefined) throw new Error('no column of flags')
  const columns = data.columns.map((column) => (column.header === 'upper' ? flag : column))
  return withTable(parts, { ...data, columns })
}
