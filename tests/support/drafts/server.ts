import type { DraftPlace, DraftRecord } from '@/lib/drafts/draft-store'
import type { OutboxReply } from '@/lib/drafts/outbox.rules'
import type { RemoteDrafts } from '@/lib/drafts/ports'

export type Account = 'anna' | 'bert'
export type Mood = 'up' | 'down' | 'losesReplies' | 'refuses' | 'conflicts' | 'breaks'

type Sent = { readonly requestId: string; readonly input: unknown; readonly as: Account }
export type Saved = { readonly account: Account; readonly requestId: string; readonly text: string }

const nameOf = ({ slot, tab }: DraftPlace): string => `${slot}/${tab}`

/** A server with receipts and encrypted drafts, as the real one answers, in whatever mood the history wants. */
export const createServer = () => {
  const saved: Saved[] = []
  const receipts = new Map<string, string>()
  const drafts = new Map<Account, Map<string, DraftRecord>>([
    ['anna', new Map()],
    ['bert', new Map()],
  ])
  const state: { mood: Mood; keepsReceipts: boolean } = { mood: 'up', keepsReceipts: true }

  /** What an action answers to a device on which `session` is signed in. */
  const act = (session: Account | null, { requestId, input, as }: Sent): OutboxReply => {
    if (state.mood === 'down') throw new Error('no network')
    if (session === null || session !== as) return { ok: false, code: 'signedOut' }
    if (state.mood === 'breaks') return { ok: false, code: 'failed', reference: 'R1' }
    const text = JSON.stringify(input)
    const receipt = state.keepsReceipts ? receipts.get(`${session} ${requestId}`) : undefined
    if (receipt !== undefined && receipt !== text) return { ok: false, code: 'requestIdReused' }
    if (receipt === undefined) {
      if (state.mood === 'refuses') return { ok: false, code: 'invalid', fields: { note: 'tooLong' } }
      if (state.mood === 'conflicts') return { ok: false, code: 'changedMeanwhile', theirs: { version: 2 } }
      receipts.set(`${session} ${requestId}`, text)
      saved.push({ account: session, requestId, text })
    }
    if (state.mood === 'losesReplies') throw new Error('lost')
    return { ok: true, value: { id: requestId } }
  }

  /** The drafts handler as a page of `as` uses it, on a device on which someone is signed in. */
  const draftsOf = (session: () => Account | null, as: Account): RemoteDrafts => {
    const mine = (): Map<string, DraftRecord> => {
      if (state.mood === 'down') throw new Error('no network')
      const rows = drafts.get(as)
      if (session() !== as || rows === undefined) throw new Error('signed out')
      return rows
    }
    const lose = (): void => {
      if (state.mood === 'losesReplies') throw new Error('lost')
    }
    return {
      put: async (record) => {
        mine().set(nameOf(record), record)
        lose()
      },
      list: async (slot) => {
        const rows = [...mine().values()].filter((record) => slot === null || record.slot === slot)
        lose()
        return rows
      },
      remove: async (place, only) => {
        const there = mine().get(nameOf(place))
        if (only === undefined || (there !== undefined && Buffer.from(there.iv).equals(only)))
          mine().delete(nameOf(place))
        lose()
      },
    }
  }
  return { act, draftsOf, drafts, saved, state }
}
export type Server = ReturnType<typeof createServer>
