'use client'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DraftRecord, DraftStore } from './draft-store'

interface Schema extends DBSchema {
  draft: { key: [string, string]; value: DraftRecord; indexes: { slot: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

const database = async (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>('accompany', 1, {
    upgrade: (db) => {
      db.createObjectStore('draft', { keyPath: ['slot', 'tab'] }).createIndex('slot', 'slot')
    },
    // The browser may close it under us (storage cleared, another version): the next call opens it again.
    terminated: () => {
      opened = null
    },
  })
  try {
    return await opened
  } catch (error) {
    opened = null
    throw error
  }
}

/** Sealed records in IndexedDB. A put has happened only when the device says it is on the disk. */
export const browserStore: DraftStore = {
  put: async (record, gone = []) => {
    const transaction = (await database()).transaction('draft', 'readwrite', { durability: 'strict' })
    await Promise.all([
      transaction.store.put(record),
      ...gone.map(({ slot, tab }) => transaction.store.delete([slot, tab])),
      transaction.done,
    ])
  },
  list: async () => (await database()).getAll('draft'),
  listSlot: async (slot) => (await database()).getAllFromIndex('draft', 'slot', slot),
  find: async ({ slot, tab }) => (await (await database()).get('draft', [slot, tab])) ?? null,
  remove: async (slot, tab) => (await database()).delete('draft', [slot, tab]),
}
