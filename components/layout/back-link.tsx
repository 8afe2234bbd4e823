import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

/** The way back to what a page hangs on: as high as a finger, and close to the heading below. */
export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link
    href={href}
    className="-mt-2 -mb-1 inline-flex min-h-11 items-center gap-1 text-dense sm:mt-0 sm:min-h-7 print:hidden"
  >
    <Icon name="back" />
    {children}
  </Link>
)
