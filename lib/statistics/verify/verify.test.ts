import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleVerifier, VERIFIER } from '@/scripts/verifier-bundle.mjs'
import { change, sign, signAgain } from '@/tests/support/archive-parts'
import { type GivenArchive, givenArchives, givenSigner } from '@/tests/support/archives'
import { givenMutants } from '@/tests/support/mutated-archives'
import { toZip } from '../archive'
import { fingerprintOf, toFingerprintWords } from '../signature'
import { readContainer } from './container'
import { verifyArchives } from './verify'

const signer = givenSigner('an organisation')
const key = fingerprintOf(signer.key)
let archives: readonly GivenArchive[]
/** An empty folder with the program and the archives, and nothing else. */
let folder: string

const fileOf = ({ kind, id }: GivenArchive): string => `${kind}-${id}.zip`
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['verify-archive.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { NODE_ENV: 'production' },
  })
const resting = (): GivenArchive => {
  const found = archives.find(({ rest }) => rest.length === 1)
  if (found === undefined) throw new Error('no archive rests on another one')
  return found
}

beforeAll(async () => {
  archives = await givenArchives(1, signer)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-verifier-'))
  fs.copyFileSync(VERIFIER, path.join(folder, 'verify-archive.mjs'))
  for (const one of archives) fs.writeFileSync(path.join(folder, fileOf(one)), one.zip)
}, 120_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the program', () => {
  it('is the one that its sources make: else run node scripts/verifier-bundle.mjs', () => {
    expect(bundleVerifier(process.cwd())).toBe(fs.readFileSync(VERIFIER, 'utf8'))
    const imports = [...fs.readFileSync(VERIFIER, 'utf8').matchAll(/^import .* from "(.*)";$/gm)]
    expect(imports.filter(([, name = '']) => !name.startsWith('node:'))).toEqual([])
  })

  it('proves archives of every kind with Node alone', () => {
    expect(new Set(archives.map(({ kind }) => kind))).toEqual(new Set(['table', 'exact', 'rows', 'noise']))
    expect(archives.length).toBeGreaterThan(10)
    const { status, stdout, stderr } = run(...archives.map(fileOf), '--key', toFingerprintWords(key))
    expect(stderr).toBe('')
    expect(stdout).toContain('Everything was proven.')
    expect(status).toBe(0)
  })

  it('takes the public key as a file', () => {
    const [first] = archives
    if (first === undefined) throw new Error('no archive')
    const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(signer.key).toString('base64')}\n-----END PUBLIC KEY-----\n`
    fs.writeFileSync(path.join(folder, 'key.pem'), pem)
    expect(run(fileOf(first), '--key', 'key.pem').status).toBe(0)
  })

  it('names the release without which an archive cannot be proven', () => {
    const one = resting()
    const { status, stdout } = run(fileOf(one), '--key', key)
    expect(status).toBe(2)
    expect(stdout).toContain(
      `Not proven: that nothing withheld can be worked out. For this the archive of ${one.rest[0]}`,
    )
  })

  it('says without a key that anyone could have signed', () => {
    const { status, stdout } = run(...archives.map(fileOf))
    expect(status).toBe(2)
    expect(stdout).toContain('Not proven: whose key this is.')
  })

  it('refuses an archive signed by someone else, and one that was changed', async () => {
    const [mutant] = await givenMutants(archives, signer, { seed: 5, count: 1 })
    fs.writeFileSync(path.join(folder, 'changed.zip'), mutant?.bytes ?? '')
    const { status, stdout } = run('changed.zip', ...archives.map(fileOf), '--key', key)
    expect(stdout).toMatch(/changed\.zip\n {2}Refused: /)
    expect(status).toBe(1)
    expect(run(fileOf(resting()), '--key', 'ab'.repeat(32)).stdout).toContain('signed by another key')
  })

  it.each([[[]], [['nowhere.zip']], [['x.zip', '--key', 'nonsense']], [['--what']]])(
    'says how it is called: %s',
    (args) => {
      const { status, stdout, stderr } = run(...args)
      expect(status).toBe(2)
      expect(stdout + stderr).toContain('node verify-archive.mjs archive.zip')
      expect(stderr).not.toContain('    at ')
    },
  )
})

it('takes an archive that is signed again with nothing changed, to the last byte', () => {
  for (const { zip } of archives)
    expect(Buffer.from(signAgain(zip, signer)).equals(Buffer.from(zip))).toBe(true)
})

it('refuses sixty changed archives of sixty', { timeout: 60_000 }, async () => {
  const mutants = await givenMutants(archives, signer, { seed: 17, count: 60 })
  const taken = mutants.flatMap(({ name, of, bytes }) => {
    const rest = archives.filter(({ id }) => of.rest.includes(id))
    const given = [{ name, bytes }, ...rest.map(({ id, zip }) => ({ name: id, bytes: zip }))]
    return verifyArchives(given, [key])[0]?.state === 'refused' ? [] : [`${name} of ${of.kind}`]
  })
  expect(taken).toEqual([])
  expect(mutants.length).toBe(60)
})

describe('two archives of one release', () => {
  /** The organisation itself signs one label more. */
  const relabelled = (zip: Uint8Array): Uint8Array =>
    toZip(
      sign(
        change(unzipSync(zip), 'dictionary.csv', (csv) => `${csv}age,x,x,x\r\n`),
        signer,
      ),
    )
  const verify = (...files: Uint8Array[]) =>
    verifyArchives(
      files.map((bytes, i) => ({ name: `${i}.zip`, bytes })),
      [key],
    )
  const first = (): Uint8Array => {
    const [one] = archives
    if (one === undefined) throw new Error('no archive')
    return one.zip
  }

  it('are both refused when they differ, and each names the file of the other', () => {
    const verdicts = verify(first(), relabelled(first()))
    expect(verdicts.map(({ state, lines }) => ({ state, lines }))).toEqual([
      {
        state: 'refused',
        lines: [expect.stringContaining('Refused: 1.zip beside it is signed as the same')],
      },
      {
        state: 'refused',
        lines: [expect.stringContaining('Refused: 0.zip beside it is signed as the same')],
      },
    ])
    expect(verify(relabelled(first())).map(({ state }) => state)).toEqual(['proven'])
  })

  it('are taken when one is a copy of the other', () => {
    const copies = verify(first(), Uint8Array.from(first()))
    expect(copies.map(({ state }) => state)).toEqual(['proven', 'proven'])
  })

  it('prove nothing for an archive that rests on them', () => {
    const own = resting()
    const base = archives.find(({ id }) => own.rest.includes(id))
    if (base === undefined) throw new Error('the archive that it rests on is not there')
    const verdicts = verify(own.zip, base.zip, relabelled(base.zip))
    expect(verdicts.map(({ state }) => state)).toEqual(['open', 'refused', 'refused'])
  })
})

describe('a container', () => {
  const zip = toZip({ 'a.txt': 'x'.repeat(5000), 'b.txt': 'y' })
  const changed = (at: number, to: number): Uint8Array => {
    const bytes = Buffer.from(zip)
    bytes.writeUInt32LE(to, at)
    return bytes
  }

  it('is read back', () => {
    expect([...readContainer(zip).keys()]).toEqual(['a.txt', 'b.txt'])
  })

  it('is refused before it is unpacked when it would be too large', () => {
    expect(() => readContainer(changed(22, 300 * 2 ** 20))).toThrow('unpack to more')
  })

  it('is refused when an entry holds more than it says', () => {
    expect(() => readContainer(changed(22, 10))).toThrow('cannot be unpacked')
    const bomb = deflateRawSync(Buffer.alloc(50 * 2 ** 20))
    const head = Buffer.from(zip.slice(0, 35))
    head.writeUInt32LE(bomb.length, 18)
    expect(() => readContainer(Buffer.concat([head, bomb, zip]))).toThrow('cannot be unpacked')
  })

  it('is refused with too many entries, and with two of one name', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i + 1000}.txt`, 'x']))
    expect(() => readContainer(toZip(many))).toThrow('more files')
    const twice = Buffer.from(toZip({ 'a.txt': 'x', 'b.txt': 'x' }))
    for (let at = twice.indexOf('b.txt'); at >= 0; at = twice.indexOf('b.txt')) twice.write('a.txt', at)
    expect(() => readContainer(twice)).toThrow('two files of one name')
  })
})
