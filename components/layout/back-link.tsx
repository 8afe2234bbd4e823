import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

/** The way back to what a page hangs on. */
export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="inline-flex min-h-11 items-center gap-1 print:hidden">
    <Icon name="back" />
    {children}
  </Link>
)
