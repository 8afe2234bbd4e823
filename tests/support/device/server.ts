import { fromBase64url, hashOf, toText } from '@/lib/device/bytes'
import type { SealingKey } from '@/lib/device/device.types'
import type { Answer } from '@/lib/device/ports'
import { aadOf, INFO, type Inside, type Submission, suite } from '@/lib/device/submission'

/**
 * up: answers. down: nothing arrives. losesReplies: takes it, and its answer is lost. late: takes it when it answers the next one.
 * doubles: gets everything twice. refuses: cannot open anything. busy: later. lies: answers with another's hash.
 */
export const MOODS = ['up', 'down', 'losesReplies', 'late', 'doubles', 'refuses', 'busy', 'lies'] as const
export type Mood = (typeof MOODS)[number]

const pair = suite.kem.generateKeyPair()

export const sealingKey = async (id = 'key-1'): Promise<SealingKey> => {
  const raw = new Uint8Array(await suite.kem.serializePublicKey((await pair).publicKey))
  return { id, public: Buffer.from(raw).toString('base64url'), until: '2027-06-01T00:00:00.000Z' }
}

/** Opens as the server does, and throws as it does. */
export const openSubmission = async ({ id, key, enc, cipher }: Submission): Promise<Inside> => {
  const { privateKey: recipientKey } = await pair
  const recipient = await suite.createRecipientContext({ recipientKey, enc: fromBase64url(enc), info: INFO })
  return JSON.parse(toText(await recipient.open(fromBase64url(cipher), aadOf(id, key))))
}

/** The server as a device sees it. */
export const createServer = (now: () => number) => {
  const state: { mood: Mood; received: Map<string, Submission>; stores: readonly string[] } = {
    mood: 'up',
    received: new Map(),
    stores: [],
  }
  let copy = new Map<string, Submission>()
  const late: Submission[] = []
  const orders = new Set<string>()

  const take = async (body: Submission): Promise<Answer> => {
    for (const one of late.splice(0)) state.received.set(one.id, one)
    const there = state.received.get(body.id)
    if (there !== undefined && there.cipher !== body.cipher) return { status: 409, body: null }
    state.received.set(body.id, body)
    return { status: 202, body: { id: body.id, hash: await hashOf(fromBase64url(body.cipher)) } }
  }
  const submit = async (body: Submission): Promise<Answer | null> => {
    switch (state.mood) {
      case 'up':
        return take(body)
      case 'down':
        return null
      case 'losesReplies':
        await take(body)
        return null
      case 'late':
        late.push(body)
        return null
      case 'doubles':
        await take(body)
        return take(body)
      case 'refuses':
        return { status: 400, body: { code: 'unopened' } }
      case 'busy':
        return { status: 503, body: null }
      case 'lies':
        return { status: 202, body: { id: body.id, hash: 'another' } }
    }
  }
  const hello = async (body: { stores: string[]; arrived: string[] }): Promise<Answer | null> => {
    if (state.mood === 'busy') return { status: 503, body: null }
    if (state.mood === 'down' || state.mood === 'losesReplies' || state.mood === 'late') return null
    state.stores = body.stores
    const known = new Set<string>()
    for (const { cipher } of state.received.values()) known.add(await hashOf(fromBase64url(cipher)))
    return {
      status: 200,
      body: {
        now: new Date(now()).toISOString(),
        orders: Object.fromEntries(body.stores.map((id) => [id, orders.has(id) ? 'forget' : 'keep'])),
        key: await sealingKey(),
        again: body.arrived.filter((hash) => !known.has(hash)),
        outcomes: Object.fromEntries(
          body.arrived.filter((hash) => known.has(hash)).map((hash) => [hash, 'placed']),
        ),
      },
    }
  }
  return {
    state,
    orders,
    post: async (path: string, body: unknown): Promise<Answer | null> => {
      // As it travels: what does not survive JSON does not arrive.
      const sent = JSON.parse(JSON.stringify(body))
      return path === '/api/submissions' ? submit(sent) : hello(sent)
    },
    backUp: () => {
      copy = new Map(state.received)
    },
    /** The server had to be restored from its last copy. */
    restore: () => {
      state.received = new Map(copy)
    },
    insides: () => Promise.all([...state.received.values()].map(openSubmission)),
  }
}
export type Server = ReturnType<typeof createServer>
