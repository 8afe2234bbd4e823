'use client'
import { isListOf, isNumber, isObject, isText } from '@/lib/shared/shape'
import { placeName } from './draft-box'
import { draftOwner } from './draft-key'
import type { DraftPlace, DraftRecord } from './draft-store'
import type { RemoteDrafts } from './ports'

const TIMEOUT = 15_000
/** Browsers carry at most this much for a page that is going away. */
const KEEPALIVE = 60_000

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const isKept = isObject({ revision: isNumber })
const isListed = isObject({
  drafts: isListOf(isObject({ slot: isText, tab: isText, iv: isText, cipher: isText, revision: isNumber })),
})

/** The last revision of each record that this page has seen; a late older upload never lands on a newer one. */
const revisions = new Map<string, number>()

const ask = async (method: 'POST' | 'PUT' | 'DELETE', body: object): Promise<unknown> => {
  const text = JSON.stringify({ ...body, as: draftOwner() })
  const response = await fetch('/api/drafts', {
    method,
    body: text,
    headers: { 'content-type': 'application/json' },
    cache: 'no-store',
    redirect: 'error',
    keepalive: text.length < KEEPALIVE,
    signal: AbortSignal.timeout(TIMEOUT),
  })
  if (!response.ok) throw new Error(`drafts: ${response.status}`)
  return response.json()
}

const put = async ({ slot, tab, iv, cipher }: DraftRecord): Promise<void> => {
  const name = placeName({ slot, tab })
  const encrypted = { iv: toBase64(iv), cipher: toBase64(new Uint8Array(cipher)) }
  for (let tries = 0; tries < 2; tries++) {
    const revision = Math.max((revisions.get(name) ?? 0) + 1, Date.now())
    const answer = await ask('PUT', { slot, tab, ...encrypted, revision })
    if (!isKept(answer)) throw new Error('drafts: no answer')
    revisions.set(name, answer.revision)
    if (answer.revision === revision) return
  }
  throw new Error('drafts: behind')
}

/** The account's encrypted drafts on the server. The bytes are those of the device: the server cannot read them here. */
export const remoteDrafts: RemoteDrafts = {
  put,
  list: async (slot) => {
    const answer = await ask('POST', { slot })
    if (!isListed(answer)) throw new Error('drafts: no answer')
    return answer.drafts.map(({ revision, iv, cipher, ...place }) => {
      revisions.set(placeName(place), revision)
      return { ...place, iv: fromBase64(iv), cipher: fromBase64(cipher).buffer }
    })
  },
  remove: async ({ slot, tab }: DraftPlace, only?: Uint8Array) => {
    await ask('DELETE', { slot, tab, only: only === undefined ? null : toBase64(only) })
  },
}
