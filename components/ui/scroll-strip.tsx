'use client'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names'

/** As wide as an end fades: what is nearer to it is not seen whole. */
const FADE = 44

/** Scrolls no further than it takes to see the current link whole, so that nothing moves where the browser has done it already. */
const bringCurrent = (nav: HTMLElement): void => {
  const current = nav.querySelector('[aria-current]')
  if (!(current instanceof HTMLElement)) return
  // Someone who came here by keys before the script did stays where they are.
  if (nav.contains(document.activeElement)) return
  const most = current.offsetLeft - FADE
  const least = current.offsetLeft + current.offsetWidth + FADE - nav.clientWidth
  // Not scrollIntoView: that would scroll the page as well.
  nav.scrollLeft = Math.min(Math.max(nav.scrollLeft, least), most)
}

/**
 * Links on one line that scrolls sideways where it is too long for the screen, with the current one in view: before any script in a
 * browser that knows where a strip begins, with it in the others.
 */
export const ScrollStrip = ({
  label,
  className,
  children,
}: {
  label: string
  className: string
  children: ReactNode
}) => {
  const strip = useRef<HTMLElement>(null)
  const shown = useRef<Element>(null)
  // Before it is painted, and once for each link that becomes current: later it would move under a finger.
  useLayoutEffect(() => {
    const nav = strip.current
    const current = nav?.querySelector('[aria-current]')
    if (nav === null || !current || current === shown.current) return
    shown.current = current
    bringCurrent(nav)
  })
  // A phone that is turned has another width.
  useEffect(() => {
    const nav = strip.current
    if (nav === null) return
    const watch = new ResizeObserver(() => bringCurrent(nav))
    watch.observe(nav)
    return () => watch.disconnect()
  }, [])
  return (
    <nav
      ref={strip}
      aria-label={label}
      // The link before the current one, because the browser puts it at the very start, where it fades.
      className={classNames('[&>:has(+[aria-current])]:[scroll-initial-target:nearest]', className)}
    >
      {children}
    </nav>
  )
}
