import type { Change, Records, Table, Tables } from './records'
import { TABLES } from './records'

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    // A request that fails ends here too, and so does a disk that is full when everything is to be written.
    transaction.onabort = () => reject(transaction.error ?? new DOMException('not kept', 'AbortError'))
  })

/** The name of its database. */
const DEVICE_DATABASE = 'accompany-device'

/** Whether this browser was ever prepared: looking at records would make the database. */
export const isAnythingHere = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === DEVICE_DATABASE)

/** The records of the device store in IndexedDB. */
export const openBrowserRecords = (name = DEVICE_DATABASE): Records => {
  let opened: Promise<IDBDatabase> | null = null

  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const table of TABLES) request.result.createObjectStore(table, { keyPath: 'id' })
    }
    const database = await answered(request)
    // The browser may close it under us (storage cleared, another version): the next call opens it again.
    database.onclose = () => {
      opened = null
    }
    database.onversionchange = () => {
      database.close()
      opened = null
    }
    return database
  }
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    opened ??= open()
    try {
      return (await opened).transaction(TABLES, mode, { durability: 'strict' })
    } catch (error) {
      opened = null
      throw error
    }
  }
  const apply = (transaction: IDBTransaction, change: Change): void => {
    if ('put' in change) transaction.objectStore(change.put).put(change.record)
    else transaction.objectStore(change.remove).delete(change.id)
  }
  return {
    get: async <T extends Table>(table: T, id: string) => {
      const transaction = await begin('readonly')
      return (await answered<Tables[T] | undefined>(transaction.objectStore(table).get(id))) ?? null
    },
    list: async <T extends Table>(table: T) =>
      answered<Tables[T][]>((await begin('readonly')).objectStore(table).getAll()),
    write: async (changes) => {
      const transaction = await begin('readwrite')
      for (const change of changes) apply(transaction, change)
      await done(transaction)
    },
  }
}
