import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

// An authenticator by hand (WebAuthn level 2, sections 5.8, 6.1 and 6.5), so that a test can say what an honest one never would.

const head = (major: number, n: number): Buffer =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
const whole = (n: number): Buffer => (n < 0 ? head(1, -1 - n) : head(0, n))
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value, 'utf8')])
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()])

export const ORIGIN = 'http://localhost:3000'
const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

type Said = {
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  readonly isVerified?: boolean
  /** The counter that it says; without it one more than the last. */
  readonly counter?: number
}

/** Makes one key pair, and signs whatever it is asked to. */
export const openAuthenticator = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  let used = 0
  const around = (said: Said, flags: number) => {
    used = said.counter ?? used + 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(used)
    const rp = createHash('sha256')
      .update(said.rpId ?? 'localhost')
      .digest()
    const verified = said.isVerified === false ? 0 : VERIFIED
    return Buffer.concat([rp, Buffer.from([flags | PRESENT | verified]), counter])
  }
  const client = (challenge: string, type: string, said: Said): Buffer =>
    Buffer.from(JSON.stringify({ type: said.type ?? type, challenge, origin: said.origin ?? ORIGIN }))
  const outer = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  }
  return {
    id: outer.id,
    make: (challenge: string, said: Said = {}) => {
      const key = map([
        [whole(1), whole(2)],
        [whole(3), whole(-7)],
        [whole(-1), whole(1)],
        [whole(-2), bytes(Buffer.from(x, 'base64url'))],
        [whole(-3), bytes(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.from([0, id.length])
      const data = Buffer.concat([around(said, HAS_KEY), Buffer.alloc(16), length, id, key])
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ])
      return {
        ...outer,
        response: {
          clientDataJSON: client(challenge, 'webauthn.create', said).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    sign: (challenge: string, said: Said = {}) => {
      const data = around(said, 0)
      const clientData = client(challenge, 'webauthn.get', said)
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
      return {
        ...outer,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      }
    },
  }
}
