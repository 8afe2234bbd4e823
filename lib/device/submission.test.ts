import { createDecipheriv, createECDH, createHmac } from 'node:crypto'
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { expect, it } from 'vitest'
import { sealingKey } from '../../tests/support/device/server'
import { aadOf, INFO, type Inside, seal, suite } from './submission'

const hex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'))

/** RFC 9180, appendix A.3.1: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
const RFC = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  skEm: '4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb',
  pkEm: '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  skRm: 'f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2',
  pkRm: '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  key: '868c066ef58aae6dc589b6cfdd18f97e',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  aad: '436f756e742d30',
  ct: '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
}

/** The RFC once more, by hand on Node's own primitives, so that what the library seals is not judged by the library. */
const openByHand = ({
  skRm,
  enc,
  info,
  aad,
  ct,
  aead,
}: Record<'skRm' | 'enc' | 'info' | 'aad' | 'ct', Uint8Array> & { readonly aead: 1 | 2 }): {
  readonly key: string
  readonly plain: string
} => {
  const extract = (salt: Uint8Array, ikm: Uint8Array) => createHmac('sha256', salt).update(ikm).digest()
  const expand = (prk: Uint8Array, about: Uint8Array, length: number) => {
    const block = createHmac('sha256', prk).update(about).update(Uint8Array.of(1)).digest()
    return block.subarray(0, length)
  }
  const labeled = (suiteId: Uint8Array, label: string, ikm: Uint8Array) =>
    Buffer.concat([Buffer.from('HPKE-v1'), suiteId, Buffer.from(label), ikm])
  const expandLabeled = (
    suiteId: Uint8Array,
    prk: Uint8Array,
    label: string,
    about: Uint8Array,
    length: number,
  ) => expand(prk, Buffer.concat([Uint8Array.of(0, length), labeled(suiteId, label, about)]), length)
  const none = new Uint8Array(0)
  const kem = Buffer.concat([Buffer.from('KEM'), Uint8Array.of(0, 0x10)])
  const hpke = Buffer.concat([Buffer.from('HPKE'), Uint8Array.of(0, 0x10, 0, 1, 0, aead)])

  const own = createECDH('prime256v1')
  own.setPrivateKey(skRm)
  const dh = own.computeSecret(enc)
  const eaePrk = extract(none, labeled(kem, 'eae_prk', dh))
  const shared = expandLabeled(kem, eaePrk, 'shared_secret', Buffer.concat([enc, own.getPublicKey()]), 32)
  const context = Buffer.concat([
    Uint8Array.of(0),
    extract(none, labeled(hpke, 'psk_id_hash', none)),
    extract(none, labeled(hpke, 'info_hash', info)),
  ])
  const secret = extract(shared, labeled(hpke, 'secret', none))
  const key = expandLabeled(hpke, secret, 'key', context, aead === 1 ? 16 : 32)
  const nonce = expandLabeled(hpke, secret, 'base_nonce', context, 12)
  const opener = createDecipheriv(aead === 1 ? 'aes-128-gcm' : 'aes-256-gcm', key, nonce)
  opener.setAAD(aad)
  opener.setAuthTag(ct.subarray(-16))
  const plain = Buffer.concat([opener.update(ct.subarray(0, -16)), opener.final()])
  return { key: key.toString('hex'), plain: plain.toString() }
}

const inside = (input: unknown): Inside => ({
  v: 1,
  form: 'visit',
  schema: 1,
  state: 'finished',
  requestId: '0198f0c2-7b1e-4c3a-9b52-1f6a0c9d4e11',
  as: 'anna',
  token: 'token',
  seq: 1,
  at: '2026-11-24T09:00:00.000Z',
  skew: 0,
  after: null,
  device: 'device',
  input,
})

it('the library seals as the RFC says, and so does what opens by hand', async () => {
  const rfc = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  })
  const sender = await rfc.createSenderContext({
    recipientPublicKey: await rfc.kem.deserializePublicKey(hex(RFC.pkRm)),
    info: hex(RFC.info),
    ekm: {
      privateKey: await rfc.kem.deserializePrivateKey(hex(RFC.skEm)),
      publicKey: await rfc.kem.deserializePublicKey(hex(RFC.pkEm)),
    },
  })
  expect(Buffer.from(sender.enc).toString('hex')).toBe(RFC.pkEm)
  expect(Buffer.from(await sender.seal(hex(RFC.pt), hex(RFC.aad))).toString('hex')).toBe(RFC.ct)
  const { skRm, pkEm: enc, info, aad, ct } = RFC
  const opened = openByHand({
    skRm: hex(skRm),
    enc: hex(enc),
    info: hex(info),
    aad: hex(aad),
    ct: hex(ct),
    aead: 1,
  })
  expect(opened).toEqual({ key: RFC.key, plain: 'Beauty is truth, truth beauty' })
})

it('what is sealed opens by hand with the private key, for its own id alone', async () => {
  const pair = await suite.kem.generateKeyPair()
  const raw = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))
  const skRm = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey))
  const key = { id: 'key-1', public: Buffer.from(raw).toString('base64url'), until: '' }
  const sealed = await seal(key, 'item-1', inside({ note: 'ne dort pas · لا ينام' }))
  if (sealed === null) throw new Error('too long')
  const given = { skRm, enc: sealed.enc, info: INFO, ct: sealed.cipher, aead: 2 } as const
  const { plain } = openByHand({ ...given, aad: aadOf('item-1', 'key-1') })
  expect(JSON.parse(plain)).toEqual(inside({ note: 'ne dort pas · لا ينام' }))
  expect(() => openByHand({ ...given, aad: aadOf('item-2', 'key-1') })).toThrow()
})

it.each([
  [10, 4],
  [4_000, 16],
  [60_000, 64],
  [70_000, 256],
])('a text of %i letters is as long as all others of %i kB', async (letters, kilobytes) => {
  const sealed = await seal(await sealingKey(), 'item', inside('x'.repeat(letters)))
  expect(sealed?.cipher.length).toBe(kilobytes * 1024 + 16)
})

it('a text that is longer than the longest is refused', async () => {
  expect(await seal(await sealingKey(), 'item', inside('x'.repeat(262_144)))).toBe(null)
})
