import Link from 'next/link'
import type { ReactNode } from 'react'

/** A link in running text that a finger can hit. */
export const InlineLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link
    href={href}
    prefetch={false}
    className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline print:hidden sm:min-h-8"
  >
    {children}
  </Link>
)
