import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Bars in the place of words, no two rows alike. */
const GHOSTS = [
  ['w-3/5', 'w-5/6', 'w-1/2', 'w-3/4'],
  ['w-3/4', 'w-2/3', 'w-3/5', 'w-1/2'],
  ['w-1/2', 'w-3/4', 'w-2/3', 'w-3/5'],
  ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5'],
] as const

/**
 * Nothing here yet: what will be here, and the one thing to do next, with at most one other way beside it.
 * @param hasGhosts rows without words show the shape of the list that will come
 */
export const EmptyState = ({
  title,
  children,
  action,
  hasGhosts = false,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  hasGhosts?: boolean
}) => (
  <div className="py-5">
    <p className="font-serif text-h2 font-semibold">{title}</p>
    {children ? <div className="mt-1 max-w-prose text-muted">{children}</div> : null}
    {action ? <div className="mt-3 flex flex-wrap gap-2">{action}</div> : null}
    {hasGhosts ? (
      <div aria-hidden="true" className="mt-4 border-t border-edge print:hidden">
        {GHOSTS.map((row) => (
          <div
            key={row.join(' ')}
            className="grid h-10 grid-cols-2 items-center gap-6 border-b border-hair sm:grid-cols-4"
          >
            {row.map((width, column) => (
              <span
                key={width}
                className={classNames('h-2 rounded-full bg-hair', width, column > 1 ? 'max-sm:hidden' : '')}
              />
            ))}
          </div>
        ))}
      </div>
    ) : null}
  </div>
)
