'use client'
import { useEffect } from 'react'

/** Tells the bell that the number it shows may be old. */
export const BellEcho = ({ unread }: { unread: number }) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is the reason to tell
  useEffect(() => {
    window.dispatchEvent(new Event('notices'))
  }, [unread])
  return null
}
