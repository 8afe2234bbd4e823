import { useEffect } from 'react'
import { OFFLINE_PATH } from '@/lib/offline/path'
import { untilKept } from '@/lib/offline/until-kept'
import { useDevice } from './device'

/** Out of sight, or without a touch, for so long: the code is asked again. */
const HIDDEN = 2 * 60_000
const STILL = 5 * 60_000
const LOOK = 5_000

const cover = (isCovered: boolean): void => {
  const page = document.getElementById('page')
  if (page !== null) page.hidden = isCovered
}

/** Covers the page while it is not looked at, and locks in time. A locked page is a new document: nothing of the old one stays in memory. */
export const useKeptShut = (isOpen: boolean): void => {
  const device = useDevice()
  useEffect(() => {
    if (!isOpen) return
    let touchedAt = Date.now()
    let hiddenAt: number | null = null
    const lock = (): void => {
      cover(true)
      void untilKept().then(() => {
        device.lock()
        location.replace(OFFLINE_PATH)
      })
    }
    const look = (): void => {
      const now = Date.now()
      if (now - touchedAt > STILL || (hiddenAt !== null && now - hiddenAt > HIDDEN)) lock()
    }
    const touch = (): void => {
      look()
      touchedAt = Date.now()
    }
    const turn = (): void => {
      const isHidden = document.visibilityState === 'hidden'
      cover(isHidden)
      if (!isHidden) look()
      hiddenAt = isHidden ? Date.now() : null
    }
    const timer = setInterval(look, LOOK)
    const touches = ['pointerdown', 'keydown', 'scroll', 'input'] as const
    for (const name of touches) addEventListener(name, touch, { capture: true, passive: true })
    document.addEventListener('visibilitychange', turn)
    document.addEventListener('freeze', lock)
    return () => {
      clearInterval(timer)
      for (const name of touches) removeEventListener(name, touch, { capture: true })
      document.removeEventListener('visibilitychange', turn)
      document.removeEventListener('freeze', lock)
      cover(false)
    }
  }, [device, isOpen])
}
