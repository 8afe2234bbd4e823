import { removeItem } from './items'
import type { DevicePorts } from './ports'
import type { Records } from './records'

/** A disk that is full gives up finished texts that have arrived before it refuses one that has not. */
export const recordsWithRoom = ({ records }: Pick<DevicePorts, 'records'>): Records => ({
  ...records,
  write: async (changes) => {
    try {
      await records.write(changes)
    } catch (error) {
      const arrived = (await records.list('item')).filter(
        ({ state, finished }) => finished && state === 'arrived',
      )
      if (!(error instanceof DOMException && error.name === 'QuotaExceededError') || arrived.length === 0)
        throw error
      await records.write(arrived.flatMap(removeItem))
      await records.write(changes)
    }
  },
})
