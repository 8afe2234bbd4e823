'use client'
import type { DraftRecord, DraftStore } from './draft-store'

// IndexedDB as it stands: every page of the application carries this, and a library for it would be four times as heavy.

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    // A request that fails ends here too, and so does a device that is full when everything is to be written.
    transaction.onabort = () => reject(transaction.error ?? new DOMException('not kept', 'AbortError'))
  })

let opened: Promise<IDBDatabase> | null = null

const open = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open('accompany', 1)
  request.onupgradeneeded = () => {
    const drafts = request.result.createObjectStore('draft', { keyPath: ['slot', 'tab'] })
    drafts.createIndex('slot', 'slot')
  }
  const database = await answered(request)
  // The browser may close it under us (storage cleared, another version): the next call opens it again.
  database.onclose = () => {
    opened = null
  }
  return database
}

const drafts = async (mode: IDBTransactionMode = 'readonly'): Promise<IDBObjectStore> => {
  opened ??= open()
  try {
    const database = await opened
    return database.transaction('draft', mode, { durability: 'strict' }).objectStore('draft')
  } catch (error) {
    opened = null
    throw error
  }
}

/** Encrypted records in IndexedDB. A put has happened only when the device says it is on the disk. */
export const browserStore: DraftStore = {
  put: async (record, gone = []) => {
    const store = await drafts('readwrite')
    store.put(record)
    for (const { slot, tab } of gone) store.delete([slot, tab])
    await done(store.transaction)
  },
  list: async () => answered<DraftRecord[]>((await drafts()).getAll()),
  listSlot: async (slot) => answered<DraftRecord[]>((await drafts()).index('slot').getAll(slot)),
  find: async ({ slot, tab }) =>
    (await answered<DraftRecord | undefined>((await drafts()).get([slot, tab]))) ?? null,
  remove: async (slot, tab) => {
    const store = await drafts('readwrite')
    store.delete([slot, tab])
    await done(store.transaction)
  },
}
