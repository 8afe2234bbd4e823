import { openBrowserWorker } from './browser-cells'
import { locks, post } from './browser-net'
import { openBrowserRecords } from './browser-records'
import { openWindows } from './browser-windows'
import { openDevice } from './device'
import type { Device } from './device.types'
import type { DevicePorts } from './ports'

/** The device store of this browser. `worker`: the address of device-worker.ts as it was built. */
export const openBrowserDevice = (given: {
  readonly worker: string
  readonly build: string
}): Promise<Device> => {
  const { openCells, derive } = openBrowserWorker(given.worker)
  const ports: DevicePorts = {
    records: openBrowserRecords(),
    openCells,
    derive,
    windows: openWindows(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    elapsed: () => performance.now(),
    post,
    ...locks,
    room: async () => {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate()
      return quota - usage
    },
    build: given.build,
  }
  return openDevice(ports)
}
