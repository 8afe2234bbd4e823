'use client'
import { type ReactNode, useEffect, useState } from 'react'

/** Everything but the button comes right after the page, while there is a network (docs/adr/0033). */
const bring = () => import('./shell-keys')

/**
 * Hides the page at once: Escape three times, or the button. Another page stands there, in the tab and in the history too; the
 * session is over, so anyone who comes back signs in (docs/adr/0059).
 */
export const QuickHide = ({ hint, children }: { hint: string; children: ReactNode }) => {
  const [room, setRoom] = useState<Awaited<ReturnType<typeof bring>> | null>(null)
  useEffect(() => {
    void bring().then(setRoom, () => undefined)
  }, [])
  return (
    <>
      <button
        type="button"
        onClick={() => void bring().then(({ hideNow }) => hideNow())}
        title={hint}
        className="bar-sign"
      >
        {children}
      </button>
      {room === null ? null : <room.ShellKeys />}
    </>
  )
}
