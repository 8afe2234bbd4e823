import type { DraftPlace, DraftRecord, DraftStore } from '@/lib/drafts/draft-store'

const nameOf = ({ slot, tab }: DraftPlace): string => `${slot}/${tab}`

/** The store interface over a Map: the same contract as IndexedDB, with a switch for a full disk. */
export const mapStore = () => {
  const records = new Map<string, DraftRecord>()
  const state = { isFull: false }
  const store: DraftStore = {
    put: async (record, gone = []) => {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError')
      records.set(nameOf(record), record)
      for (const place of gone) records.delete(nameOf(place))
    },
    list: async () => [...records.values()],
    listSlot: async (slot) => [...records.values()].filter((record) => record.slot === slot),
    find: async (place) => records.get(nameOf(place)) ?? null,
    remove: async (slot, tab) => {
      records.delete(nameOf({ slot, tab }))
    },
  }
  return { store, records, state }
}
