import type { ReactNode } from 'react'

/** Nothing here yet: what would be here, and the one thing to do next. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) => (
  <div className="rounded border border-dashed border-edge px-5 py-8 text-center">
    <p className="font-serif text-h2 font-semibold">{title}</p>
    {children ? <div className="mx-auto mt-1 max-w-prose text-muted">{children}</div> : null}
    {action ? <div className="mt-4">{action}</div> : null}
  </div>
)
