import type { ReactNode } from 'react'
import { TabWords } from './tab-labels'

/**
 * The heading of a page and the words in the tab. `title` names a kind of page ("File K7-3QF", "Caseload"), never a
 * person: a tab is read by anyone who sits beside, and by the browser's history.
 * @param heading what stands in the h1 instead, when it is a sentence or holds a name
 */
export const PageTitle = ({
  title,
  heading,
  above,
  children,
}: {
  title: string
  heading?: ReactNode
  /** A quiet line over the heading: the date, where one comes from. */
  above?: ReactNode
  /** A sentence under it. */
  children?: ReactNode
}) => (
  <div className="mb-6">
    <TabWords words={title} />
    {above ? <div className="mb-0.5 text-muted">{above}</div> : null}
    <h1>{heading ?? title}</h1>
    {children ? <div className="mt-1.5 max-w-prose text-muted">{children}</div> : null}
  </div>
)
