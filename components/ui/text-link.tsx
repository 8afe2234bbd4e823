import Link from 'next/link'
import type { ReactNode } from 'react'

type Props = { href: string; children: ReactNode }

/** A link in running text. Not prefetched: the audit log holds what was opened, not what was near the mouse. */
export const TextLink = ({ href, children }: Props) => (
  <Link href={href} prefetch={false}>
    {children}
  </Link>
)

/** The same on a line of its own, as high as a finger. */
export const LineLink = ({ href, children }: Props) => (
  <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center">
    {children}
  </Link>
)

/** The same in a row of a list, which is closer where a mouse points. */
export const RowLink = ({ href, children }: Props) => (
  <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center sm:min-h-8">
    {children}
  </Link>
)
