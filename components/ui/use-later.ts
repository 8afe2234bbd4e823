'use client'
import { useEffect, useRef, useState } from 'react'

/**
 * A part of the page that no one needs before the server has answered something, brought as soon as it is wanted. Null until
 * then, and for good where no network brings it: what stands in its place must do without. Never for what keeps a text.
 */
export const useLater = <T>(bring: () => Promise<T>, isWanted = true): T | null => {
  const first = useRef(bring)
  const [part, setPart] = useState<T | null>(null)
  useEffect(() => {
    if (!isWanted) return
    first.current().then(
      (brought) => setPart(() => brought),
      () => undefined,
    )
  }, [isWanted])
  return part
}
