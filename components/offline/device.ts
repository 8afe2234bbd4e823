import { createContext, useContext, useEffect, useReducer, useState } from 'react'
import type { Device } from '@/lib/device/device.types'

/** The address of lib/device/device-worker.ts, written here by scripts/offline-build.mjs. */
declare const DEVICE_WORKER: string

export const DeviceContext = createContext<Device | null>(null)

export const useDevice = (): Device => {
  const device = useContext(DeviceContext)
  if (device === null) throw new Error('no device')
  return device
}

let found: Promise<Device> | null = null
/** The device store of this browser, opened once. */
export const findDevice = (): Promise<Device> => {
  found ??= import('@/lib/device/browser-device').then(({ openBrowserDevice }) =>
    openBrowserDevice({
      worker: DEVICE_WORKER,
      build: new URL(import.meta.url).pathname.split('/')[2] ?? '',
    }),
  )
  return found
}

/** Draws anew whenever something on the device may have changed. */
export const useDeviceState = () => {
  const device = useDevice()
  const [, changed] = useReducer((count: number) => count + 1, 0)
  useEffect(() => device.subscribe(changed), [device])
  return device.state()
}

/** What is read of the device, and again after every change; null until it was. `read` must stay the same function. */
export const useOfDevice = <T>(read: (device: Device) => Promise<T>): T | null => {
  const device = useDevice()
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    let isHere = true
    const look = (): void => {
      void read(device).then((now) => {
        if (isHere) setValue(now)
      })
    }
    look()
    const end = device.subscribe(look)
    return () => {
      isHere = false
      end()
    }
  }, [device, read])
  return value
}
