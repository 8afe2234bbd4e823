import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
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
  readonly under?: ReactNode
  readonly href: string
  /** What the link is called where several of them stand below each other. */
  readonly label: string
  readonly isFirst?: boolean
  /** Its label, if it does more than open something. */
  readonly press?: string
  readonly children: ReactNode
}

/** What it is, what is said about it, and the one thing to press. */
export const Row = ({ tag, under, href, label, isFirst = false, press, children }: Props) => {
  const t = useTranslations('today')
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <div className="sm:w-44">{tag}</div>
      <div className="min-w-0 grow basis-56">
        {children}
        {under === undefined || under === null ? null : <p className="text-sm text-muted">{under}</p>}
      </div>
      <LinkButton size="small" kind={isFirst ? 'primary' : 'quiet'} href={href} aria-label={label}>
        {press ?? t('open')}
      </LinkButton>
    </div>
  )
}
