'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Rooms that stand in the menu under another one. */
const HOMES = [
  { room: '/planning', place: '/detention' },
  { room: '/people', place: '/cases' },
  { room: '/handovers', place: '/cases' },
  { room: '/imports', place: '/cases' },
] as const

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)

/** A link of the menu that knows whether one is there: the first page exactly, the others with all that is below them. */
export const PlaceLink = ({
  href,
  className,
  children,
}: {
  href: string
  className: string
  children: ReactNode
}) => {
  const path = usePathname()
  const isHere =
    path === href ||
    (href !== '/' && isWithin(path, href)) ||
    HOMES.some(({ room, place }) => place === href && isWithin(path, room))
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      {...(isHere ? { 'aria-current': path === href ? ('page' as const) : ('true' as const) } : {})}
    >
      {children}
    </Link>
  )
}
