import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** White ground with a hairline. `as` gives it a meaning; `tight` is for tables and rows that bring their own padding. */
export const Card = ({
  as: Element = 'div',
  tight = false,
  label,
  title,
  className,
  children,
}: {
  as?: 'div' | 'section' | 'article' | 'aside'
  tight?: boolean
  /** Names a section or an aside that has no heading of its own. */
  label?: string
  /** Its name, and the heading above it. */
  title?: string
  className?: string
  children: ReactNode
}) => (
  <Element
    data-print="whole"
    {...(label === undefined && title === undefined ? {} : { 'aria-label': label ?? title })}
    className={classNames(
      'rounded border border-hair bg-surface',
      tight ? 'px-4 py-1 sm:px-5' : 'px-4 py-4 sm:px-5',
      className,
    )}
  >
    {title === undefined ? null : <h2 className="text-h3">{title}</h2>}
    {children}
  </Element>
)
