import type { ReactNode } from 'react'

/**
 * What a phone shows after one press, and a wider screen and paper show at once (data-wide, globals.css). Where a browser does not know how
 * to show what is folded, it is one press away everywhere.
 */
export const PhoneFold = ({
  label,
  isOpen = false,
  children,
}: {
  label: ReactNode
  isOpen?: boolean
  children: ReactNode
}) => (
  <details data-wide="open" data-print="open" open={isOpen} className="min-w-0">
    <summary className="flex min-h-11 items-center text-sm font-semibold text-link print:hidden">
      {label}
    </summary>
    {children}
  </details>
)
