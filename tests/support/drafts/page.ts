import type { DraftKeys } from '@/lib/drafts/draft-cipher'
import type { DraftState } from '@/lib/drafts/draft-state'
import { createKeeper } from '@/lib/drafts/keeper'
import type { Offer } from '@/lib/drafts/offers'
import { type Outbox, openOutbox } from '@/lib/drafts/outbox'
import type { OutboxReply } from '@/lib/drafts/outbox.rules'
import { createPageMemory } from '@/lib/drafts/page-memory'
import type { Ports } from '@/lib/drafts/ports'
import { mapStore } from './device'
import type { Account, Server } from './server'

export const createDevice = () => {
  const { store, records, state } = mapStore()
  const session: { account: Account | null } = { account: null }
  return { store, records, state, session, live: new Set<string>(), lock: { tail: Promise.resolve() } }
}
export type Device = ReturnType<typeof createDevice>

const never = <T>(): Promise<T> => new Promise(() => undefined)

/**
 * A window of someone with one form in it, on real client modules. `dieAfter` kills it at its n-th step towards the outside,
 * before or after that step took effect: from then on nothing of it happens any more, and its locks are free.
 */
export const openPage = (
  device: Device,
  server: Server,
  { account, keys, form, now }: { account: Account; keys: DraftKeys; form: string; now: () => number },
) => {
  const life = { left: Number.POSITIVE_INFINITY, isDead: false, after: false }
  const held = new Set<string>()
  let bury: () => void = () => undefined
  const death = new Promise<void>((resolve) => {
    bury = resolve
  })
  const die = (): void => {
    if (life.isDead) return
    life.isDead = true
    for (const tab of held) device.live.delete(tab)
    bury()
  }
  const step = <A extends readonly unknown[], R>(run: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      if (life.isDead) return never()
      life.left -= 1
      if (life.left > 0) return run(...given)
      if (life.after) await run(...given).catch(() => undefined)
      die()
      return never()
    }
  }
  const { store } = device
  const remote = server.draftsOf(() => device.session.account, account)
  const memory = createPageMemory()
  const ports: Ports = {
    memory,
    store: {
      put: step(store.put),
      list: step(store.list),
      listSlot: step(store.listSlot),
      find: step(store.find),
      remove: step(store.remove),
    },
    remote: { put: step(remote.put), list: step(remote.list), remove: step(remote.remove) },
    live: {
      hold: async (tab) => {
        device.live.add(tab)
        held.add(tab)
        return async () => void device.live.delete(tab)
      },
      list: async () => new Set(device.live),
    },
    keys: async () => (life.isDead ? never() : keys),
    exclusive: async (_name, run) => {
      const before = device.lock.tail
      let free: () => void = () => undefined
      device.lock.tail = new Promise((resolve) => {
        free = resolve
      })
      void death.then(free)
      await before
      return run().finally(free)
    },
    now,
  }
  const typed = { requestId: crypto.randomUUID(), note: '' }
  const seen: { state: DraftState; offers: readonly Offer[] } = {
    state: { status: 'idle', keptAt: null, why: null },
    offers: [],
  }
  const keeper = createKeeper(form, ports, {
    read: () =>
      typed.note === ''
        ? null
        : {
            requestId: typed.requestId,
            values: { note: typed.note },
            typed: ['note'],
            path: `/${form}`,
            problem: null,
          },
    tell: (state, offers) => Object.assign(seen, { state, offers }),
  })
  const blank = (): void => {
    typed.requestId = crypto.randomUUID()
    typed.note = ''
  }
  const ask = step(
    async (requestId: string, input: unknown): Promise<OutboxReply> =>
      server.act(device.session.account, { requestId, input, as: account }),
  )
  const outbox = (): Promise<Outbox> => openOutbox(keys, ports)
  /** Ends when the command is done or the window is dead. */
  const living = <T>(command: Promise<T>): Promise<T | null> =>
    Promise.race([command, death.then(() => null)])
  return { account, form, device, memory, keeper, life, die, typed, seen, blank, ask, outbox, living, ports }
}
export type Page = ReturnType<typeof openPage>
