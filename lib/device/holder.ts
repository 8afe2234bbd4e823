import { no, type Result } from '@/lib/shared/result'
import { type Cells, openCells } from './cells'
import { type Clock, createClock } from './clock'
import type { DeviceState, Kept, Refusal, SealingKey } from './device.types'
import type { DevicePorts } from './ports'
import { unlessDisk } from './sender'
import { createStores, type OpenStore, type Stores } from './stores'
import { createTexts, type Texts } from './texts'

/** What there is only in the window that holds the cells. */
export type Holding = {
  readonly cells: Cells
  readonly clock: Clock
  readonly stores: Stores
  readonly texts: Texts
}

/** A disk that refuses is told to who asked; anything else is a fault of ours. */
export const orRefused = async <T>(run: () => Promise<Kept<T>>): Promise<Kept<T>> => {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return no(error.name === 'QuotaExceededError' ? 'full' : 'failed')
  }
}

/**
 * What a window has in its hands: the cells, unless another window has them, and the store that is open. Everything that reads or
 * changes texts runs here, one after the other.
 */
export const openHolder = async (ports: DevicePorts) => {
  const { records, windows } = ports
  const listeners = new Set<() => void>()

  let holding: Holding | null = null
  let without: 'elsewhere' | 'unable' = 'unable'
  let open: OpenStore | null = null
  let ids: readonly string[] = []
  let device: string | null = null
  let isOrdered = false
  /** How often it was locked: a code that was being tried meanwhile opens nothing. */
  let locks = 0
  let isClosed = false

  const notify = (): void => {
    for (const listener of [...listeners]) listener()
  }
  const look = async (): Promise<void> => {
    const stores = await records.list('store')
    ids = stores.map(({ id }) => id)
    device = stores[0]?.device ?? null
    isOrdered = (await records.get('device', 'device'))?.isOrdered ?? false
    if (open !== null && !ids.includes(open.id)) open = null
    notify()
  }
  const changed = async (): Promise<void> => {
    await look()
    windows.tell('changed')
  }

  // One after the other: a late save must not land on what was finished or forgotten.
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const done = queue.then(run)
    queue = done.catch(() => undefined)
    return done
  }

  /** Takes hold of the cells, if no other window has them, and brings in order what was left half done. */
  const hold = async (): Promise<void> => {
    const file = await ports.openCells()
    if (typeof file === 'string') {
      without = file
      return
    }
    const cells = await openCells(file, ports.random)
    const clock = createClock(cells, ports)
    const stores = createStores(ports, cells, clock)
    await stores.settle()
    holding = { cells, clock, stores, texts: createTexts(ports, cells, stores) }
  }
  const release = (): Promise<void> =>
    inTurn(async () => {
      open = null
      without = 'elsewhere'
      await holding?.cells.close()
      holding = null
      windows.tell('released')
      await look()
    })
  const regain = (): Promise<void> =>
    inTurn(async () => {
      if (isClosed || holding !== null || without !== 'elsewhere') return
      await hold()
      await look()
    })

  const lock = (): void => {
    locks += 1
    open = null
    notify()
  }
  /** Runs in turn where the cells are; what it opens stays locked when it was locked since it was asked for. */
  const opening = <T>(
    run: (held: Holding, opened: (store: OpenStore | null) => void) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    const asked = locks
    return inTurn(async () =>
      holding === null
        ? otherwise
        : run(holding, (store) => {
            open = locks === asked ? store : null
          }),
    )
  }

  /** Runs in turn with the store that was open when it was asked for: a lock meanwhile lets what was typed before come to its end. */
  const withOpen = <T>(
    run: (store: OpenStore, held: Holding) => Promise<Result<T, Refusal>>,
  ): Promise<Kept<T>> => {
    const asked = open
    return inTurn(() =>
      orRefused(async () => {
        const held = holding
        if (asked === null || held === null || (await records.get('store', asked.id)) === null)
          return no('locked')
        const answer = await run(open?.id === asked.id ? open : asked, held)
        if (answer.ok) await changed()
        return answer
      }),
    )
  }
  const reading = async <T>(none: T, run: (store: OpenStore, held: Holding) => Promise<T>): Promise<T> => {
    const asked = open
    return inTurn(async () => (asked === null || holding === null ? none : run(asked, holding)))
  }

  const renew = async ({ stores }: Holding, store: OpenStore, key: SealingKey): Promise<void> => {
    const renewed = await stores.renew(store, key)
    if (open?.id === store.id) open = renewed
  }

  windows.listen((word) => {
    if (word === 'release') void release()
    else if (word === 'released') void regain()
    else if (word === 'lock') lock()
    else void look().catch(unlessDisk)
  })
  await hold()
  await look()

  return {
    state: (): DeviceState => {
      if (holding === null) return without
      if (open !== null) return 'open'
      return ids.length === 0 ? 'unprepared' : 'locked'
    },
    held: () => holding,
    open: () => open,
    ids: () => ids,
    device: () => device,
    wasToldToForget: () => isOrdered,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
    inTurn,
    opening,
    withOpen,
    reading,
    renew,
    lock,
    regain,
    /** Takes the cells from the window that has them. */
    take: async (): Promise<void> => {
      if (holding !== null) return
      await windows.askRelease()
      await regain()
    },
    close: () => {
      isClosed = true
      return release()
    },
  }
}
export type Holder = Awaited<ReturnType<typeof openHolder>>
