import { unzipSync } from 'fflate'
import { toZip } from '@/lib/statistics/archive'
import { manifestName, signatureName } from '@/lib/statistics/manifest.schema'
import { fingerprintOf, type Signer, toFingerprintWords } from '@/lib/statistics/signature'
import {
  bytesOf,
  change,
  inNumber,
  type Parts,
  pick,
  replaceOne,
  sign,
  text,
  withColumnTwice,
  withData,
  withValueEverywhere,
  withWorkbookCell,
} from './archive-parts'
import { type GivenArchive, givenSigner } from './archives'
import { givenRandom } from './given/population'
import { workbookLies } from './mutated-workbooks'

/** other: another archive of the same organisation. */
type Target = { other: GivenArchive; signer: Signer; random: () => number }
export type Mutant = { name: string; of: GivenArchive; bytes: Uint8Array }

const names = ['data.csv', 'data.json', 'data.xlsx', 'dictionary.csv', 'certificate.json', 'METHOD.fr.md']
const values = /"value":\d+/g
/** Of a rounded or a noisy number one bound; of an exact one there is none. */
const bounds = /"(lower|upper)":\d+/g
const hasNumbers = ({ kind }: GivenArchive): boolean => kind !== 'rows'
const hasBounds = ({ kind }: GivenArchive): boolean => kind === 'table' || kind === 'noise'
const hasWitnesses = ({ kind }: GivenArchive): boolean => kind === 'table' || kind === 'exact'
const always = (): boolean => true

type Way = {
  name: string
  may: (own: GivenArchive) => boolean
  make: (parts: Parts, target: Target) => Parts | Promise<Parts>
}

/** What someone does to an archive; in the last ones someone has the key of the organisation and lies. */
const ways: readonly Way[] = [
  {
    name: 'a value in data.json',
    may: hasNumbers,
    make: (parts, { random }) =>
      change(parts, 'data.json', (json) => replaceOne(json, values, random, inNumber)),
  },
  {
    name: 'a bound in data.json',
    may: hasBounds,
    make: (parts, { random }) =>
      change(parts, 'data.json', (json) => replaceOne(json, bounds, random, inNumber)),
  },
  {
    name: 'a number of a witness',
    may: hasWitnesses,
    make: (parts, { random }) =>
      change(parts, 'certificate.json', (json) => replaceOne(json, values, random, inNumber)),
  },
  {
    name: 'any digit of the certificate',
    may: always,
    make: (parts, { random }) =>
      change(parts, 'certificate.json', (json) =>
        replaceOne(json, /\d/g, random, (digit) => String((Number(digit) + 1) % 10)),
      ),
  },
  {
    name: 'a cell of data.csv',
    may: always,
    make: (parts, { random }) =>
      change(parts, 'data.csv', (csv) =>
        replaceOne(csv, /,[^,\r\n]+(?=[,\r])/g, random, (cell) => `${cell}0`),
      ),
  },
  {
    name: 'a word of a note',
    may: always,
    make: (parts, { random }) =>
      change(parts, `METHOD.${pick(['en', 'fr', 'nl', 'de'], random)}.md`, (note) =>
        replaceOne(note, /\p{L}{4,}/gu, random, (word) => word.slice(1)),
      ),
  },
  {
    name: 'a label of the dictionary',
    may: always,
    make: (parts, { random }) =>
      change(parts, 'dictionary.csv', (csv) =>
        replaceOne(csv, /,[^,\r\n]+(?=[,\r])/g, random, () => ',changed'),
      ),
  },
  {
    name: 'a part of another archive',
    may: always,
    make: (parts, { other, random }) => {
      const name = pick(names, random)
      return { ...parts, [name]: unzipSync(other.zip)[name] ?? new Uint8Array() }
    },
  },
  {
    name: 'the list and signature of another archive',
    may: always,
    make: (parts, { other }) => {
      const list = unzipSync(other.zip)
      return {
        ...parts,
        [manifestName]: list[manifestName] ?? new Uint8Array(),
        [signatureName]: list[signatureName] ?? new Uint8Array(),
      }
    },
  },
  {
    name: 'a part less',
    may: always,
    make: (parts, { random }) => {
      const { [pick(Object.keys(parts), random)]: _, ...rest } = parts
      return rest
    },
  },
  {
    name: 'a part more',
    may: always,
    make: (parts, { random }) => ({
      ...parts,
      [`${pick(['data2.csv', 'README.md', 'a'], random)}`]: bytesOf('more'),
    }),
  },
  {
    name: 'a part more, and on the list',
    may: always,
    make: (parts, { signer }) => sign({ ...parts, 'more.csv': bytesOf('more') }, signer),
  },
  {
    name: 'a hash of the list',
    may: always,
    make: (parts, { random }) =>
      change(parts, manifestName, (list) =>
        replaceOne(list, /[0-9a-f](?=[0-9a-f]*")/g, random, (digit) => (digit === '0' ? '1' : '0')),
      ),
  },
  {
    name: 'a bit of the signature',
    may: always,
    make: (parts, { random }) => {
      const signature = Uint8Array.from(parts[signatureName] ?? [])
      const at = Math.floor(random() * signature.length)
      signature[at] = (signature[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      return { ...parts, [signatureName]: signature }
    },
  },
  {
    name: 'another key, everywhere',
    may: always,
    make: (parts, { signer }) => {
      const thief = givenSigner('somebody else')
      const [from, to] = [signer, thief].map(({ key }) => toFingerprintWords(fingerprintOf(key)))
      const notes = Object.fromEntries(
        Object.entries(parts).flatMap(([name, bytes]) =>
          name.endsWith('.md') ? [[name, bytesOf(text(bytes).replaceAll(from ?? '', to ?? ''))]] : [],
        ),
      )
      return sign({ ...parts, ...notes }, thief)
    },
  },
  {
    name: 'a value alone, signed',
    may: hasNumbers,
    make: (parts, { signer, random }) =>
      sign(withData(parts, replaceOne(text(parts['data.json']), values, random, inNumber)), signer),
  },
  {
    name: 'a value alone in every file, signed',
    may: ({ kind }) => kind === 'table',
    make: async (parts, { signer, random }) => sign(await withValueEverywhere(parts, random), signer),
  },
  {
    name: 'a column printed twice and another one left out, signed',
    may: ({ kind }) => kind === 'table',
    make: async (parts, { signer }) => sign(await withColumnTwice(parts), signer),
  },
  {
    name: 'a bound of a printed number alone, signed',
    may: hasBounds,
    make: (parts, { signer, random }) =>
      sign(
        withData(
          parts,
          replaceOne(
            text(parts['data.json']),
            /"(?:lower|upper)":\d+(?=[^{}]*"value":\d)|(?<="flag":"rounded"[^{}]*)"lower":\d+/g,
            random,
            inNumber,
          ),
        ),
        signer,
      ),
  },
  {
    name: 'a cell of data.csv, signed',
    may: always,
    make: (parts, { signer, random }) =>
      sign(
        change(parts, 'data.csv', (csv) =>
          replaceOne(csv, /,[^,\r\n]+(?=[,\r])/g, random, (cell) => `${cell}0`),
        ),
        signer,
      ),
  },
  {
    name: 'a cell of data.xlsx, signed',
    may: always,
    make: async (parts, { signer, random }) => sign(await withWorkbookCell(parts, random), signer),
  },
  {
    name: 'parts of two archives, signed',
    may: always,
    make: (parts, { other, signer, random }) => {
      const name = pick(
        names.filter((one) => one !== 'dictionary.csv'),
        random,
      )
      return sign({ ...parts, [name]: unzipSync(other.zip)[name] ?? new Uint8Array() }, signer)
    },
  },
  {
    name: 'two solutions that are one, signed',
    may: ({ kind }) => kind === 'exact',
    make: (parts, { signer, random }) =>
      sign(
        change(parts, 'certificate.json', (json) =>
          replaceOne(json, /"low":(\d+),"high":\d+|"high":(\d+),"low":\d+/g, random, (pair) =>
            pair.replace(/\d+/g, '0'),
          ),
        ),
        signer,
      ),
  },
  ...workbookLies.map(
    ({ name, make }): Way => ({
      name: `${name}, signed`,
      may: always,
      make: (parts, { signer, random }) => sign(make(parts, random), signer),
    }),
  ),
]

/** What someone does to the file as a whole. */
const rough: readonly { name: string; make: (zip: Uint8Array, random: () => number) => Uint8Array }[] = [
  {
    name: 'a bit of the file',
    make: (zip, random) => {
      const bytes = Uint8Array.from(zip)
      const at = Math.floor(random() * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      return bytes
    },
  },
  { name: 'cut off', make: (zip, random) => zip.slice(0, Math.floor(random() * zip.length)) },
  {
    name: 'bytes behind it',
    make: (zip, random) => Buffer.concat([zip, Buffer.alloc(1 + Math.floor(random() * 40), 80)]),
  },
  {
    name: 'bytes before it',
    make: (zip, random) => Buffer.concat([Buffer.alloc(1 + Math.floor(random() * 40), 80), zip]),
  },
]

/** So many changed archives, each another way round; the same seed gives the same ones. */
export async function givenMutants(
  archives: readonly GivenArchive[],
  signer: Signer,
  { seed, count }: { seed: number; count: number },
): Promise<readonly Mutant[]> {
  const random = givenRandom(seed)
  const all = [...ways, ...rough]
  const mutants: Mutant[] = []
  for (let turn = 0; mutants.length < count; turn++) {
    const way = all[turn % all.length]
    const may = archives.filter((own) => way !== undefined && (!('may' in way) || way.may(own)))
    if (way === undefined || may.length === 0) continue
    const own = pick(may, random)
    const other = pick(
      archives.filter((one) => one !== own),
      random,
    )
    const bytes =
      'may' in way
        ? toZip(await way.make(unzipSync(own.zip), { other, signer, random }))
        : way.make(own.zip, random)
    if (!Buffer.from(bytes).equals(Buffer.from(own.zip))) mutants.push({ name: way.name, of: own, bytes })
  }
  return mutants
}
