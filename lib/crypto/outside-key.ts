import 'server-only'
import { createHash, hkdfSync } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { type Coordinates, encryptBytes, openBytes } from './envelope'

/**
 * The key of something that a person outside opens: made of the secret of a link and of a short code that is said by
 * telephone. Neither is kept. With the database alone nothing opens, and with the link alone each guess of the code costs
 * a slow hash and a try (docs/adr/0044).
 */
export type OutsideKey = {
  /** By which the database finds it. */
  readonly linkHash: string
  /** What the database compares: it leads neither back to the code nor on to the key. */
  readonly codeCheck: Uint8Array<ArrayBuffer>
  readonly bytes: Buffer
}

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const
const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** By which the database finds a link: of 256 random bits, so that it leads back to nothing. */
export const linkHashOf = (secret: string): string => sha256(secret).toString('hex')

/** The same work for every secret and code, right or wrong. */
export const outsideKey = async (secret: string, code: string): Promise<OutsideKey> => {
  const slow = await hashRaw(code, { ...COST, salt: sha256(`outside:salt:${secret}`) })
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', slow, sha256(`outside:${secret}`), `outside:${purpose}`, 32))
  return {
    linkHash: linkHashOf(secret),
    codeCheck: new Uint8Array(derive('check')),
    bytes: derive('key'),
  }
}

export const encryptOutside = (
  { bytes }: OutsideKey,
  at: Coordinates,
  text: string,
): Uint8Array<ArrayBuffer> => encryptBytes({ id: at.row, bytes }, at, Buffer.from(text, 'utf8'))

export const openOutside = ({ bytes }: OutsideKey, at: Coordinates, encrypted: Uint8Array): string =>
  openBytes({ id: at.row, bytes }, at, encrypted).toString('utf8')
