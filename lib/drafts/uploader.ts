import type { DraftPlace, DraftRecord } from './draft-store'
import type { RemoteDrafts } from './ports'

/** How often a text that is being written goes to the server at most. */
const EVERY = 2_000

export type Uploader = {
  /** The newest bytes: they replace what still waits. */
  readonly put: (record: DraftRecord) => void
  /** Sends what waits now; true when the server has all of it. */
  readonly flush: () => Promise<boolean>
  /** Nothing goes any more until the next put. */
  readonly stop: () => Promise<void>
  /** Nothing of it goes any more, and what went is taken away. */
  readonly clear: (place: DraftPlace) => Promise<void>
}

/** Carries one draft to the server, one request at a time, always the newest bytes. Failing is no one’s fault: it waits. */
export const createUploader = (remote: RemoteDrafts): Uploader => {
  let waiting: DraftRecord | null = null
  let running: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = async (): Promise<boolean> => {
    while (waiting !== null) {
      const record: DraftRecord = waiting
      waiting = null
      try {
        await remote.put(record)
      } catch {
        waiting ??= record
        return false
      }
    }
    return true
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    timer = undefined
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
  const stop = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    waiting = null
    await running
    waiting = null
  }
  return {
    flush,
    stop,
    put: (record) => {
      waiting = record
      timer ??= setTimeout(() => void flush(), EVERY)
    },
    clear: async (place) => {
      await stop()
      await remote.remove(place).catch(() => undefined)
    },
  }
}
