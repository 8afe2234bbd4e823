import type { ReactNode } from 'react'
import { Link } from './link'

export type Tab = { readonly href: string; readonly label: ReactNode; readonly isCurrent: boolean }

/** Views of one thing, each with an address of its own: links, not a widget. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav aria-label={label} className="my-5 flex flex-wrap gap-x-1 border-b border-hair">
    <TabLinks tabs={tabs} />
  </nav>
)

export const TabLinks = ({ tabs }: { tabs: readonly Tab[] }) => (
  <>
    {tabs.map(({ href, label, isCurrent }) => (
      <Link
        key={href}
        href={href}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        className="-mb-px flex min-h-11 shrink-0 items-center whitespace-nowrap border-b-3 border-transparent px-3.5 text-muted no-underline hover:text-ink focus-visible:-outline-offset-3 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
      >
        {label}
      </Link>
    ))}
  </>
)
