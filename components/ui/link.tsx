'use client'
import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href' | 'download'> & {
  readonly href: string
  /** False where the page stays where it is and another part of it is shown. */
  readonly scroll?: boolean
}

/** A press that means "go there in this window". Anything else is the browser's: another tab, another window, another site. */
const isForRouter = (event: MouseEvent<HTMLAnchorElement>): boolean => {
  const { target, origin } = event.currentTarget
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
    (target === '' || target === '_self') &&
    origin === location.origin
  )
}

/**
 * Every link of the application. It goes where that of Next goes and fetches nothing ahead: the audit log holds what was opened, not
 * what was near the mouse. Without fetching ahead it is a tenth of the script (docs/adr/0033). With `useGoTo` (use-go-to.ts), for going
 * there from a script, it is all that the pages of a visit know of a router, so the same form can be drawn where there is none.
 */
export const Link = ({ href, scroll = true, onClick, ...rest }: Props) => {
  const router = useRouter()
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!isForRouter(event)) return
        event.preventDefault()
        router.push(href, { scroll })
      }}
    />
  )
}
