import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
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
  back,
  children,
}: {
  title: string
  heading?: ReactNode
  /** A quiet line over the heading: the date, where one comes from. */
  above?: ReactNode
  /** The way back to what the page hangs on, as a sign before the heading: it takes no line of its own. */
  back?: { readonly href: string; readonly words: string }
  /** A sentence under it. */
  children?: ReactNode
}) => (
  <div className="mb-4 sm:mb-5">
    <TabWords words={title} />
    {above ? <div className="mb-0.5 text-muted">{above}</div> : null}
    {back === undefined ? (
      <h1>{heading ?? title}</h1>
    ) : (
      <div className="-ms-2.5 flex items-start gap-0.5">
        <Link
          href={back.href}
          aria-label={back.words}
          className="-my-1.75 grid size-11 shrink-0 place-items-center text-ink sm:-my-1 print:hidden"
        >
          <Icon name="back" className="size-5.5" />
        </Link>
        <h1>{heading ?? title}</h1>
      </div>
    )}
    {children ? <div className="mt-1.5 max-w-prose text-muted">{children}</div> : null}
  </div>
)
