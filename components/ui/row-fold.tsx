import type { ReactNode } from 'react'

/** A line of a list that opens: all of it is pressed, and what is done about it is below (globals.css). */
export const RowFold = ({
  line,
  press,
  of,
  isOpen = false,
  children,
}: {
  readonly line: ReactNode
  /** What one comes to do, and with what; for those who do not see the page. */
  readonly press: string
  readonly of: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}) => (
  <details className="row-fold" open={isOpen}>
    <summary>
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-3">{line}</div>
      <span className="sr-only">
        {press}: {of}
      </span>
    </summary>
    <div className="grid gap-3 pb-5 pt-1">{children}</div>
  </details>
)
