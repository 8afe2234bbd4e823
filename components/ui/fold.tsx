import type { ReactNode } from 'react'

type Props = {
  readonly label: ReactNode
  /** What it belongs to, for those who do not see the page. */
  readonly of?: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** Something that is opened when it is needed. */
export const Fold = ({ label, of, isOpen = false, children }: Props) => (
  <details className="min-w-0 open:basis-full print:hidden" open={isOpen}>
    <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
      {label}
      {of === undefined ? null : <span className="sr-only">: {of}</span>}
    </summary>
    <div className="pt-2">{children}</div>
  </details>
)
