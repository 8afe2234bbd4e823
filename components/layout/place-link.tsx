'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

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
  const isHere = path === href || (href !== '/' && path.startsWith(`${href}/`))
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
