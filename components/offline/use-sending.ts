import { useEffect, useState } from 'react'
import { useDevice } from './device'
import { useLive } from './use-live'

const EVERY = 60_000
/** A server that has too much to do is asked again after so long, and not by every phone in the same moment. */
const comeAgain = (): number => 4_000 + Math.random() * 4_000

/**
 * Sends what is due, of every account and locked too, and forgets what has expired: at once and without waiting for its turn when the page is
 * opened, looked at, or the server answers again; else every minute, and soon when the server said to come again.
 * @returns whether it did
 */
export const useSending = (): boolean => {
  const device = useDevice()
  const isLive = useLive()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    let isHere = true
    const send = async (all: boolean): Promise<void> => {
      await device.tick()
      const sent = await device.send(all)
      if (!isHere) return
      setBusy(sent.isBusy)
      clearTimeout(again)
      if (sent.isBusy) again = setTimeout(due, comeAgain())
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
      isHere = false
      clearTimeout(again)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [device, isLive])
  return isBusy
}
