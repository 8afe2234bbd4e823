import { no, ok } from '@/lib/shared/result'
import { newUnlockCode } from './code.rules'
import type { Device, Kept, TakenAlong, Unlocked } from './device.types'
import { createHello } from './hello'
import { openHolder, orRefused } from './holder'
import { ITEMS } from './items'
import type { DevicePorts } from './ports'
import { recordsWithRoom } from './records-with-room'
import { createSender, unlessDisk } from './sender'
import { isTaken } from './shapes'
import { untilOf } from './until.rules'
import { MAX_TRIES, waitAfter } from './waits.rules'
import { createWriting } from './writing'

/** The texts of this device; see device.types.ts. One per window. */
export const openDevice = async (given: DevicePorts): Promise<Device> => {
  const ports: DevicePorts = { ...given, records: recordsWithRoom(given) }
  const { records, windows, exclusive } = ports
  const holder = await openHolder(ports)
  const { changed, inTurn, opening, withOpen, reading, lock } = holder
  const sender = createSender(ports)
  const hello = createHello(ports)

  /** That it was told to forget is kept, and says of no account that it was theirs: who finds it empty learns why. */
  const noteOrdered = (isOrdered: boolean): Promise<void> =>
    exclusive(ITEMS, async () => {
      const device = await records.get('device', 'device')
      if (device === null || (device.isOrdered ?? false) === isOrdered) return
      await records.write([{ put: 'device', record: { ...device, isOrdered } }])
    }).catch(unlessDisk)

  /** What each account's server has to say; orders are carried out at once. @returns whether the server said to come again */
  const greet = async (): Promise<boolean> => {
    const asked = holder.held()
    if (asked === null) return false
    let isBusy = false
    for (const device of await hello.devices()) {
      const answer = await hello.ask(device)
      if (answer === null || answer === 'busy') {
        isBusy ||= answer === 'busy'
        continue
      }
      const hasForgotten = await inTurn(async () => {
        const held = holder.held()
        if (held !== asked) return false
        const ordered = holder.ids().filter((id) => answer.orders[id] === 'forget')
        if (ordered.length > 0) {
          await noteOrdered(true)
          await held.stores.forget(ordered)
        }
        await held.clock.told(Date.parse(answer.now))
        await hello.note(answer)
        await changed()
        const open = holder.open()
        if (open?.given.device === device) await holder.renew(held, open, answer.key)
        return ordered.length > 0
      })
      // Said back: the next time this browser may have nothing left to ask for.
      if (hasForgotten) await hello.ask(device)
    }
    return isBusy
  }

  return {
    state: holder.state,
    stores: holder.ids,
    id: holder.device,
    account: () => {
      const open = holder.open()
      return open === null ? null : { as: open.given.as, locale: open.given.locale }
    },
    wasToldToForget: holder.wasToldToForget,
    subscribe: holder.subscribe,

    newCode: () => newUnlockCode(ports.random),
    prepare: (prepared, code) =>
      orRefused(() =>
        opening<Kept>(async (held, opened) => {
          const before = holder.open()
          const store = await held.stores.prepare(prepared, code)
          if (store === null) return no('full')
          opened(store)
          await noteOrdered(false)
          // Prepared again while open: the older store belongs to no one from here on.
          if (before !== null && before.id !== store.id && before.given.as === store.given.as)
            await held.stores.forget([before.id])
          await changed()
          return ok(null)
        }, no('elsewhere')),
      ),
    unlock: (code) =>
      opening<Unlocked>(
        async ({ cells, clock, stores }, opened) => {
          if (holder.ids().length === 0) return { kind: 'emptied' }
          await stores.expire()
          const { tries, triedAt } = cells.head()
          const time = clock.time()
          const wait = waitAfter(tries, triedAt, time)
          if (wait > 0) {
            if (triedAt > time) await cells.setHead({ triedAt: time })
            return { kind: 'wait', seconds: Math.ceil(wait / 1_000) }
          }
          // Counted before it is tried: who ends the page while it is tried has had a try.
          await cells.setHead({ tries: tries + 1, triedAt: time, highest: time })
          const store = await stores.open(code)
          const isLast = store === null && tries + 1 >= MAX_TRIES
          if (store !== null) await cells.setHead({ tries: 0 })
          else if (isLast) await stores.forgetAll()
          opened(store)
          await changed()
          if (store !== null) return { kind: holder.open() === null ? 'locked' : 'open' }
          return isLast ? { kind: 'emptied' } : { kind: 'wrong', triesLeft: MAX_TRIES - tries - 1 }
        },
        { kind: 'elsewhere' },
      ),
    lock,
    closeEverything: () => {
      windows.tell('lock')
      lock()
    },
    empty: async () => {
      await holder.take()
      const own = holder.open()
      await inTurn(async () => {
        const stores = holder.held()?.stores
        await (own === null ? stores?.forgetAll() : stores?.forget([own.id]))
        await changed()
      })
    },
    here: holder.take,

    takeAlong: async (taken) => {
      if (holder.held()?.clock.isStale()) await greet()
      return withOpen(async (store, held) => {
        const until = untilOf(taken.on, held.clock.time())
        if (until <= held.clock.time()) return no('past')
        const there = await held.texts.find(store, 'taken', taken.id)
        const about = { kind: 'taken', until, item: null, left: false } as const
        const kept = await held.texts.put(store, taken.id, taken, about, null)
        if (kept === null) return no('full')
        await records.write([kept])
        if (there !== null) await held.cells.burn([there.cell])
        await held.clock.keep()
        await holder.renew(held, store, taken.key)
        return ok({ until })
      })
    },
    taken: () =>
      reading<readonly TakenAlong[]>([], async (store, { texts }) =>
        (await texts.list(store, 'taken')).filter(isTaken).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      ),
    takeOut: async (id) => {
      await withOpen(async (store, { texts, cells }) => {
        const there = await texts.find(store, 'taken', id)
        if (there === null) return no('gone')
        await cells.burn([there.cell])
        await records.write([{ remove: 'kept', id: there.id }])
        return ok(null)
      })
    },

    ...createWriting(ports, holder, sender),

    send: async (all = false) => {
      try {
        // Orders first: what must be forgotten does not wait for what must be sent.
        const isBusy = await greet()
        const isStillBusy = await sender.send(all)
        await changed()
        return { isBusy: isBusy || isStillBusy }
      } catch (error) {
        unlessDisk(error)
        return { isBusy: false }
      }
    },
    tick: async () => {
      await holder.regain()
      await inTurn(async () => {
        const held = holder.held()
        if (held === null) return
        await held.clock.keep()
        await sender.dropOld(held.clock.time())
        if (await held.stores.expire()) await changed()
      })
    },
    close: holder.close,
  }
}
