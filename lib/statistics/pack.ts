import { createHash } from 'node:crypto'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { dictionaryCsv, toDictionary, toWorkbook, toZip } from './archive'
import type { ReleaseFile } from './csv.rules'
import { type Manifest, manifestName, signatureName } from './manifest.schema'
import { noteLanguages } from './note-languages'
import { canonicalJson, engineVersion } from './release.rules'
import { fingerprintOf, type Signer } from './signature'

export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** The files of one release, and the SHA-256 of each. */
export type Packed = { csv: string; json: string; zip: Uint8Array; fileHashes: Record<string, string> }

type Parts = {
  kind: Manifest['kind']
  releaseId: string
  signer: Signer
  csv: string
  json: string
  /** The rows of the workbook, with their HXL line. */
  data: ReleaseFile
  dictionary: (readonly string[])[]
  /** More sheets of the workbook, after data and dictionary. */
  sheets?: Parameters<typeof toWorkbook>[0]
  /** One line of JSON. */
  certificate: string
  /** key: fingerprint of the key that signs. */
  noteIn: (language: CodeOf<typeof noteLanguages>, key: string) => string
}

/**
 * What every release has in its archive, whatever its rows are, and a signature over all of it: the same parts and the same key give
 * the same bytes.
 */
export async function pack({
  kind,
  releaseId,
  signer,
  csv,
  json,
  data,
  dictionary,
  sheets = [],
  certificate,
  noteIn,
}: Parts): Promise<Packed> {
  const fingerprint = fingerprintOf(signer.key)
  const parts = {
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
    ...Object.fromEntries(
      noteLanguages.codes.map((language) => [`METHOD.${language}.md`, noteIn(language, fingerprint)]),
    ),
  }
  const manifest = toManifest(parts, { kind, releaseId, key: signer.key })
  const zip = toZip({ ...parts, [manifestName]: manifest, [signatureName]: signer.sign(manifest) })
  return { csv, json, zip, fileHashes: { csv: hashOf(csv), json: hashOf(json), zip: hashOf(zip) } }
}

/** The exact bytes that are signed. */
function toManifest(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { kind, releaseId, key }: { kind: Manifest['kind']; releaseId: string; key: Uint8Array },
): Uint8Array {
  const manifest: Manifest = {
    archive: 1,
    kind,
    release: releaseId,
    method: engineVersion,
    key: {
      algorithm: 'Ed25519',
      fingerprint: fingerprintOf(key),
      publicKey: Buffer.from(key).toString('base64'),
    },
    parts: Object.entries(parts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: hashOf(content) })),
  }
  return new TextEncoder().encode(`${canonicalJson(manifest)}\n`)
}
