import type { ReactNode } from 'react'
import { Link } from './link'

type Props = { href: string; children: ReactNode }

/** A link in running text. */
export const TextLink = ({ href, children }: Props) => <Link href={href}>{children}</Link>

/** The same on a line of its own, as high as a finger. */
export const LineLink = ({ href, children }: Props) => (
  <Link href={href} className="inline-flex min-h-11 items-center">
    {children}
  </Link>
)

/** The same in a row of a list, which is closer where a mouse points. */
export const RowLink = ({ href, children }: Props) => (
  <Link href={href} className="inline-flex min-h-11 items-center sm:min-h-8">
    {children}
  </Link>
)
