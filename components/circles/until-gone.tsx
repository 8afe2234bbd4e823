'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The longest wait a browser keeps. */
const LONGEST = 2 ** 31 - 1

/**
 * Reads the page again at the second at which a stay ends, and when one comes back to it: by then the database shows nothing,
 * and neither does the screen. The wait is counted by the server, because clocks of phones are wrong.
 */
export const UntilGone = ({ left }: { left: number }) => {
  const router = useRouter()
  useEffect(() => {
    const again = () => router.refresh()
    const timer = setTimeout(again, Math.min(Math.max(left, 0) + 200, LONGEST))
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
