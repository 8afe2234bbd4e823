/** An archive whose signature, parts and numbers hold by themselves; what it rests on is checked beside it (proof.rules). */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { ReleaseFile } from '../csv.rules'
import { policyOf } from '../disclosure.rules'
import { exactWidth } from '../exact.rules'
import type { Days } from '../joint.rules'
import { type Manifest, manifestName, manifestSchema, signatureName } from '../manifest.schema'
import { noteLanguages } from '../note-languages'
import { readStated } from '../published.schema'
import { canonicalJson } from '../release.rules'
import { fingerprintOf, isSigned, toFingerprintWords } from '../signature'
import type { StatedTable } from '../statement.rules'
import {
  exactData,
  noiseCertificate,
  noiseData,
  releaseSchema,
  rowsCertificate,
  rowsData,
  tableData,
  type WitnessCertificate,
  witnessCertificate,
} from './archive.schema'
import { readContainer } from './container'
import { checkExact, checkNoise, checkRowFile, checkTable, toCsvText } from './printed'
import { Refusal, refuseUnless } from './refuse'
import { checkWorkbook } from './workbook'

/**
 * list: SHA-256 of the list of its parts, the same where every part is. key: fingerprint of the key that signed. certificate: null where
 * no witnesses are owed. isPublic: its readers are anyone.
 */
export type Opened = {
  release: string
  list: string
  kind: Manifest['kind']
  method: string
  key: string
  days: Days
  isPublic: boolean
  stated: readonly StatedTable[]
  certificate: WitnessCertificate | null
  cells: number
}

/** Every part of an archive but the two that make the list. */
const partNames = [
  'data.csv',
  'data.json',
  'data.xlsx',
  'dictionary.csv',
  'certificate.json',
  ...noteLanguages.codes.map((language) => `METHOD.${language}.md`),
].sort()

/**
 * Throws Refusal when anything in the archive is not as it must be.
 * @param keys fingerprints of the keys that are known to be the organisation's; none: whatever key signed is taken
 */
export function openArchive(bytes: Uint8Array, keys: readonly string[]): Opened {
  const contents = readContainer(bytes)
  const manifest = readManifest(contents, keys)
  const parts = readParts(contents, manifest)
  const textOf = (name: string): string => decode(parts.get(name), name)
  const data = readJson(textOf('data.json'), 'data.json')
  refuseUnless(
    `${canonicalJson(z.json().parse(data))}\n` === textOf('data.json'),
    'data.json is not written as it must be',
  )
  const certificate = readJson(textOf('certificate.json'), 'certificate.json')
  const { release } = parse(releaseSchema, data, 'data.json')
  const named = parse(
    z.object({ release: z.string(), engine: z.string(), dataSha256: z.string() }),
    certificate,
    'certificate.json',
  )
  refuseUnless(
    release.id === manifest.release && named.release === manifest.release,
    'its parts belong to different releases',
  )
  refuseUnless(
    release.engine === manifest.method && named.engine === manifest.method,
    'its parts name different methods',
  )
  refuseUnless(
    named.dataSha256 === hashOf(textOf('data.json')),
    'certificate.json was made for another data.json',
  )
  const { file, ...about } = checkKind(manifest.kind, data, certificate)
  refuseUnless(textOf('data.csv') === toCsvText(file), 'data.csv holds other numbers than data.json')
  checkWorkbook(parts.get('data.xlsx'), manifest.kind, file)
  for (const language of noteLanguages.codes)
    refuseUnless(
      textOf(`METHOD.${language}.md`).includes(manifest.release) &&
        textOf(`METHOD.${language}.md`).includes(toFingerprintWords(manifest.key.fingerprint)),
      'a note names another release or another key',
    )
  return {
    release: manifest.release,
    list: hashOf(textOf(manifestName)),
    kind: manifest.kind,
    method: manifest.method,
    key: manifest.key.fingerprint,
    days: { start: release.period.start, end: release.period.end },
    stated: about.certificate === null ? [] : readStated(manifest.kind, textOf('data.json')),
    cells: file.rows.length,
    ...about,
  }
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

function decode(part: Uint8Array | undefined, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part)
  } catch {
    throw new Refusal(`${name} is no text`)
  }
}

/** Written back it must be the same text: of a name that stands twice another program might read the other one. */
function readJson(text: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (`${JSON.stringify(value)}\n` === text || name === 'data.json') return value
  } catch {
    throw new Refusal(`${name} is no JSON`)
  }
  throw new Refusal(`${name} is not written as it must be`)
}

function parse<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal(`${name} is not as it must be at ${issue?.path.join('.') || 'its top'}`)
}

function readManifest(contents: ReadonlyMap<string, Uint8Array>, keys: readonly string[]): Manifest {
  const bytes = contents.get(manifestName)
  const signature = contents.get(signatureName)
  refuseUnless(
    bytes !== undefined && signature !== undefined,
    'it is not signed (archives made before December 2026 are not)',
  )
  const text = decode(bytes, manifestName)
  const manifest = parse(manifestSchema, readJson(text, manifestName), manifestName)
  refuseUnless(`${canonicalJson(manifest)}\n` === text, `${manifestName} is not written as it must be`)
  const publicKey = Buffer.from(manifest.key.publicKey, 'base64')
  refuseUnless(
    manifest.key.publicKey === publicKey.toString('base64'),
    'the key is not written as it must be',
  )
  refuseUnless(
    fingerprintOf(publicKey) === manifest.key.fingerprint,
    'the fingerprint is not the one of the key',
  )
  refuseUnless(isSigned(publicKey, bytes, signature), 'the signature does not fit: the archive was changed')
  refuseUnless(
    keys.length === 0 || keys.includes(manifest.key.fingerprint),
    `it is signed by another key than you named: ${toFingerprintWords(manifest.key.fingerprint)}`,
  )
  return manifest
}

/** Exactly the parts of the list, each with its length and hash. */
function readParts(
  contents: ReadonlyMap<string, Uint8Array>,
  { parts }: Manifest,
): ReadonlyMap<string, Uint8Array> {
  refuseUnless(
    JSON.stringify(parts.map(({ name }) => name)) === JSON.stringify(partNames),
    'a part is missing from its list, or one too many is on it',
  )
  refuseUnless(contents.size === parts.length + 2, 'it holds a file that is not on its list')
  for (const { name, bytes, sha256 } of parts) {
    const part = contents.get(name)
    if (part === undefined) throw new Refusal(`${name} is missing`)
    refuseUnless(part.length === bytes && hashOf(part) === sha256, `${name} was changed`)
  }
  return contents
}

/** What is due of each kind of release, and the rows of its file as they follow from data.json. */
function checkKind(
  kind: Manifest['kind'],
  data: unknown,
  certificate: unknown,
): { file: ReleaseFile; isPublic: boolean; certificate: WitnessCertificate | null } {
  if (kind === 'rows') {
    const file = checkRowFile(
      parse(rowsData, data, 'data.json'),
      parse(rowsCertificate, certificate, 'certificate.json'),
    )
    return { file, isPublic: false, certificate: null }
  }
  if (kind === 'noise') {
    const promised = parse(noiseCertificate, certificate, 'certificate.json')
    return {
      file: checkNoise(parse(noiseData, data, 'data.json'), promised),
      isPublic: false,
      certificate: null,
    }
  }
  const proof = parse(witnessCertificate, certificate, 'certificate.json')
  if (kind === 'exact') {
    refuseUnless(proof.width === exactWidth, 'the certificate promises another width than the method')
    return { file: checkExact(parse(exactData, data, 'data.json')), isPublic: false, certificate: proof }
  }
  const table = parse(tableData, data, 'data.json')
  const { profile } = table.release.spec
  refuseUnless(
    proof.width === policyOf(profile).width,
    'the certificate promises another width than the method',
  )
  return { file: checkTable(table), isPublic: profile === 'public', certificate: proof }
}
