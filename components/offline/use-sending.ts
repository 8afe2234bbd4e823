import { useEffect } from 'react'
import { useDevice } from './device'
import { useLive } from './use-live'

const EVERY = 60_000

/**
 * Sends what is due, of every account and locked too, and forgets what has expired: at once and without waiting for its turn when the page is
 * opened, looked at, or the server answers again; else every minute.
 */
export const useSending = (): void => {
  const device = useDevice()
  const isLive = useLive()
  useEffect(() => {
    const send = async (all: boolean): Promise<void> => {
      await device.tick()
      await device.send(all)
    }
    const seen = (): void => {
      if (document.visibilityState === 'visible') void send(true)
    }
    const due = (): void => {
      if (document.visibilityState === 'visible') void send(false)
    }
    void send(isLive)
    const timer = setInterval(due, EVERY)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [device, isLive])
}
