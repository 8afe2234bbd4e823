import type { ReactNode } from 'react'
import { Link } from './link'

/** A link in running text that a finger can hit. */
export const InlineLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link
    href={href}
    className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline print:hidden sm:min-h-8"
  >
    {children}
  </Link>
)
