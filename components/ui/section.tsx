import type { ReactNode } from 'react'
import { Link } from './link'

/** A section without a box: its heading on a line, with what leads on at its end. */
export const Section = ({
  title,
  heading = title,
  label,
  action,
  children,
}: {
  readonly title: string
  /** What is shown of the title where it is more than text. */
  readonly heading?: ReactNode
  /** Names the section where its heading would not. */
  readonly label?: string
  readonly action?: { readonly href: string; readonly label: string }
  readonly children: ReactNode
}) => (
  <section aria-label={label ?? title} data-print="whole" className="min-w-0">
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-edge pb-1">
      <h2 className="text-h3">{heading}</h2>
      {action === undefined ? null : (
        <Link
          href={action.href}
          className="-my-2 inline-flex min-h-11 items-center text-sm sm:my-0 sm:min-h-6 print:hidden"
        >
          {action.label}
        </Link>
      )}
    </div>
    <div className="pt-1.5">{children}</div>
  </section>
)

/** Forms that are opened when they are needed: on one line while they are closed, on a phone one under the other. */
export const Folds = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex-wrap gap-x-5 sm:flex">{children}</div>
)
