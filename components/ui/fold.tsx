import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Props = {
  readonly label: ReactNode
  /** What it belongs to, for those who do not see the page. */
  readonly of?: string
  readonly isOpen?: boolean
  /** Paper shows it opened; else it has neither. */
  readonly isPrinted?: boolean
  readonly children: ReactNode
}

/** Something that is opened when it is needed. */
export const Fold = ({ label, of, isOpen = false, isPrinted = false, children }: Props) => (
  <details
    className={classNames('min-w-0 open:basis-full', !isPrinted && 'print:hidden')}
    data-print={isPrinted ? 'open' : undefined}
    open={isOpen}
  >
    <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8 print:hidden">
      {label}
      {of === undefined ? null : <span className="sr-only">: {of}</span>}
    </summary>
    <div className="pt-2">{children}</div>
  </details>
)
