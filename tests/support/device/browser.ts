import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Bytes } from '@/lib/device/bytes'
import { openDevice } from '@/lib/device/device'
import type { CellsFile, DevicePorts, Windows } from '@/lib/device/ports'
import { type Change, TABLES, type Table, type Tables } from '@/lib/device/records'
import type { Server } from './server'

const BLOCK = 32

/** Tables in memory, with the log that a real database has: what was put stays readable for who copies the disk. */
const createDisk = () => {
  const empty = (): { readonly [T in Table]: Map<string, Tables[T]> } => ({
    device: new Map(),
    store: new Map(),
    kept: new Map(),
    item: new Map(),
    sealed: new Map(),
  })
  let tables = empty()
  const log: Change[] = []
  const apply = (change: Change): void => {
    if ('remove' in change) tables[change.remove].delete(change.id)
    else if (change.put === 'device') tables.device.set(change.record.id, change.record)
    else if (change.put === 'store') tables.store.set(change.record.id, change.record)
    else if (change.put === 'kept') tables.kept.set(change.record.id, change.record)
    else if (change.put === 'item') tables.item.set(change.record.id, change.record)
    else tables.sealed.set(change.record.id, change.record)
  }
  return {
    log,
    get: async <T extends Table>(table: T, id: string): Promise<Tables[T] | null> =>
      tables[table].get(id) ?? null,
    list: async <T extends Table>(table: T): Promise<readonly Tables[T][]> => [...tables[table].values()],
    write: (changes: readonly Change[]): void => {
      for (const change of structuredClone(changes)) {
        if ('put' in change) log.push(change)
        apply(change)
      }
    },
    evict: () => {
      tables = empty()
    },
    count: () => TABLES.reduce((all, table) => all + tables[table].size, 0),
  }
}

type Post = Pick<Server, 'post'>

/** @param server as a browser reaches it */
export const createBrowser = <S extends Post>(server: S, clock: { at: number }) => ({
  server,
  disk: createDisk(),
  cells: { file: new Uint8Array(0), holder: Symbol('none'), isHeld: false },
  /** Wall clock minus true time. */
  state: { ahead: 0, isFull: false, room: 1e9, build: 'one', isUnable: false },
  clock,
  locks: new Map<string, Promise<unknown>>(),
  busy: new Set<string>(),
  hearing: new Map<symbol, (word: 'changed' | 'lock' | 'release' | 'released') => void>(),
  /** Wrong codes that were tried since the last right one: what a thief has had, whatever was counted. */
  tried: { wrong: 0, most: 0 },
  right: new Set<string>(),
})
export type Browser<S extends Post = Server> = ReturnType<typeof createBrowser<S>>

/** In the place of Argon2id, which costs what it should. */
export const deriveFast = (code: string, salt: Bytes, passes: number): Bytes =>
  Uint8Array.from(createHash('sha256').update(code).update(salt).update(String(passes)).digest())

const never = <T>(): Promise<T> => new Promise(() => undefined)

/**
 * A window of a browser on the real modules. `arm` kills it at its n-th write to disk or cells, trial of a code or call to the server, before or after that
 * step took effect: from then on nothing of it happens any more, and its locks are free.
 */
export const openWindow = async (browser: Browser<Post>) => {
  const { disk, cells, state, locks, busy, server, hearing } = browser
  const self = Symbol('window')
  const life = { left: Number.POSITIVE_INFINITY, after: false, isDead: false }
  let bury: (dead: null) => void = () => undefined
  const death = new Promise<null>((resolve) => {
    bury = resolve
  })
  const die = (): void => {
    life.isDead = true
    hearing.delete(self)
    if (cells.holder === self) cells.isHeld = false
    bury(null)
  }
  const step =
    <A extends readonly unknown[], R>(run: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (life.isDead) return never()
      life.left -= 1
      if (life.left > 0) return run(...given)
      if (life.after) await run(...given).catch(() => undefined)
      die()
      return never()
    }

  const file: CellsFile = {
    read: async (block, blocks = 1) => {
      if (life.isDead) return never()
      const bytes = cells.file.slice(block * BLOCK, (block + blocks) * BLOCK)
      return bytes.length === blocks * BLOCK ? bytes : null
    },
    write: step(async (block, bytes) => {
      const end = block * BLOCK + bytes.length
      if (end > cells.file.length) {
        const longer = new Uint8Array(end)
        longer.set(cells.file)
        cells.file = longer
      }
      cells.file.set(bytes, block * BLOCK)
    }),
    close: step(async () => {
      cells.isHeld = false
    }),
  }
  const tell: Windows['tell'] = (word) => {
    if (life.isDead) return
    for (const [window, hear] of [...hearing]) if (window !== self) hear(word)
  }
  const ports: DevicePorts = {
    records: {
      get: async (table, id) => (life.isDead ? never() : disk.get(table, id)),
      list: async (table) => (life.isDead ? never() : disk.list(table)),
      write: step(async (changes) => {
        const grows = changes.some((change) => 'put' in change && change.put === 'sealed')
        if (state.isFull && grows) throw new DOMException('full', 'QuotaExceededError')
        disk.write(changes)
      }),
    },
    openCells: async () => {
      if (state.isUnable) return 'unable'
      if (cells.isHeld) return 'elsewhere'
      cells.isHeld = true
      cells.holder = self
      return file
    },
    windows: {
      tell,
      askRelease: async () => {
        for (const [window, hear] of [...hearing]) if (window !== self) hear('release')
        for (let turn = 0; turn < 50 && cells.isHeld; turn += 1)
          await new Promise((resolve) => setImmediate(resolve))
      },
      listen: (hear) => hearing.set(self, hear),
    },
    derive: step(async (code: string, salt: Bytes, passes: number) => {
      const { tried, right } = browser
      // Where nothing is left to open, a guess is none.
      const isGuess = !right.has(code) && (await disk.list('store')).length > 0
      tried.wrong = isGuess ? tried.wrong + 1 : 0
      tried.most = Math.max(tried.most, tried.wrong)
      return deriveFast(code, salt, passes)
    }),
    random: (length) => Uint8Array.from(randomBytes(length)),
    newId: () => randomUUID(),
    now: () => browser.clock.at + state.ahead,
    elapsed: () => browser.clock.at,
    post: step((path: string, body: unknown) => server.post(path, body)),
    exclusive: async (name, run) => {
      const before = locks.get(name) ?? Promise.resolve()
      let release: (free: null) => void = () => undefined
      const mine = new Promise<null>((resolve) => {
        release = resolve
      })
      locks.set(name, Promise.all([before, Promise.race([mine, death])]))
      await before
      if (life.isDead) return never()
      try {
        return await run()
      } finally {
        release(null)
      }
    },
    ifFree: async (name, run) => {
      if (busy.has(name)) return
      busy.add(name)
      const free = (): boolean => busy.delete(name)
      void death.then(free)
      await run().finally(free)
    },
    room: async () => (state.isFull ? 0 : state.room),
    build: state.build,
  }
  return {
    life,
    die,
    /** What an operation gives; null when the window died in the middle of it. */
    alive: <T>(operation: Promise<T>): Promise<T | null> => Promise.race([operation, death]),
    device: await openDevice(ports),
  }
}
export type Window = Awaited<ReturnType<typeof openWindow>>
