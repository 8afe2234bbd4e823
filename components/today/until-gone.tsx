'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The longest wait a browser keeps. */
const LONGEST = 2 ** 31 - 1

/**
 * Leaves the page at the second at which a stay ends, for one that says so, and reads it again when one comes back to it: by then
 * the database shows nothing, and neither does the screen. The wait is counted by the server, because clocks of phones are wrong.
 */
export const UntilGone = ({ left }: { left: number }) => {
  const router = useRouter()
  useEffect(() => {
    const again = () => router.refresh()
    const wait = Math.max(left, 0) + 200
    // In the place of this page, so that the way back does not lead to it.
    const end = () => router.replace('/?ended=1')
    const timer = wait > LONGEST ? setTimeout(again, LONGEST) : setTimeout(end, wait)
    const seen = () => {
      if (document.visibilityState === 'visible') again()
    }
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [left, router])
  return null
}
