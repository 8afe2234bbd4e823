'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

const NONE: readonly string[] = []
const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

/**
 * A link of the menu that knows whether one is there: the first page exactly, the others with all that is below them.
 * A list that two menus share would travel as the long way to where it stood first, so each gives its own.
 * @param rooms which other addresses this entry of the menu leads to
 * @param besides what lies below these addresses and has an entry of its own
 */
export const PlaceLink = ({
  href,
  rooms = NONE,
  besides = NONE,
  describedBy,
  className,
  children,
}: {
  href: string
  rooms?: readonly string[] | undefined
  besides?: readonly string[] | undefined
  describedBy?: string | undefined
  className: string
  children: ReactNode
}) => {
  const path = usePathname()
  const isBelow = (href !== '/' && isWithin(path, href)) || rooms.some((room) => isWithin(path, room))
  const isHere = path === href || (isBelow && !besides.some((one) => isWithin(path, one)))
  return (
    <Link
      href={href}
      className={className}
      aria-describedby={describedBy}
      {...(isHere ? { 'aria-current': path === href ? ('page' as const) : ('true' as const) } : {})}
    >
      {children}
    </Link>
  )
}
