import type { ReactNode } from 'react'

/**
 * Nothing here yet: what will be here, and the one thing to do next, with at most one other way beside it.
 * @param below the shape of the list that will come
 */
export const EmptyState = ({
  title,
  children,
  action,
  below,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  below?: ReactNode
}) => (
  <div className="py-5">
    <p className="font-serif text-h2 font-semibold">{title}</p>
    {children ? <div className="mt-1 max-w-prose text-muted">{children}</div> : null}
    {action ? <div className="mt-3 flex flex-wrap gap-2">{action}</div> : null}
    {below}
  </div>
)
