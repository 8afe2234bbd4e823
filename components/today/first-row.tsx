import type { ReactNode } from 'react'
import type { Labels } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'

/** What stands around all rows of the first screen. */
export type Around = {
  readonly today: Day
  readonly labels: Labels
  readonly isTeam: boolean
  /** Of such a file no row says what it is about. */
  readonly isRestricted: (caseId: string | null) => boolean
}

type Props = {
  readonly tag: ReactNode
  readonly action: ReactNode
  readonly under?: ReactNode
  readonly children: ReactNode
}

/** What it is, what is said about it, and the one thing to press. */
export const Row = ({ tag, action, under, children }: Props) => (
  <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
    <div className="sm:w-44">{tag}</div>
    <div className="min-w-0 grow basis-56">
      {children}
      {under === undefined || under === null ? null : <p className="text-sm text-muted">{under}</p>}
    </div>
    {action}
  </div>
)
