import type { ReactNode } from 'react'

/** Something that is opened when it is needed. */
export const Fold = ({
  label,
  isOpen = false,
  children,
}: {
  label: ReactNode
  isOpen?: boolean
  children: ReactNode
}) => (
  <details className="min-w-0 open:basis-full print:hidden" open={isOpen}>
    <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
      {label}
    </summary>
    <div className="pt-2">{children}</div>
  </details>
)
