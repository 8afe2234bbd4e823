'use client'
import { type ReactNode, type SyntheticEvent, useEffect, useState } from 'react'
import { QUIET_PATH } from '@/lib/shared/cookie.rules'

/** Everything but the button comes right after the page, while there is a network (docs/adr/0033). */
const bring = () => import('./shell-keys')

/**
 * Hides the page at once: Escape three times, or the button. Another page stands there, in the tab and in the history too; the
 * session is over, so anyone who comes back signs in (docs/adr/0059). A button that is pressed before its script has come leads there too.
 */
export const QuickHide = ({ hint, children }: { hint: string; children: ReactNode }) => {
  const [room, setRoom] = useState<Awaited<ReturnType<typeof bring>> | null>(null)
  useEffect(() => {
    void bring().then(setRoom, () => undefined)
  }, [])
  const hide = (event: SyntheticEvent): void => {
    event.preventDefault()
    void bring().then(
      ({ hideNow }) => hideNow(),
      () => location.replace(QUIET_PATH),
    )
  }
  return (
    <>
      <form action={QUIET_PATH} onSubmit={hide} autoComplete="off" className="contents">
        <button type="submit" title={hint} className="bar-sign">
          {children}
        </button>
      </form>
      {room === null ? null : <room.ShellKeys />}
    </>
  )
}
