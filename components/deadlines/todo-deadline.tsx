import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { RowLink } from '@/components/ui/text-link'
import type { DeadlineLine } from '@/lib/deadlines/deadline-list.data'
import { useDeadlineLabels } from './deadline-labels'

/**
 * An open deadline of a file among what is to be done in it: which, what kind of day it is, and the way to how it was counted. To an
 * interview or a hearing someone goes: where that is not arranged yet, it leads to the appointment.
 */
export const TodoDeadline = ({
  deadline,
  href,
  makeHref = null,
}: {
  deadline: DeadlineLine
  href: string
  makeHref?: string | null
}) => {
  const { t, said } = useDeadlineLabels()
  const tasks = useTranslations('tasks')
  const { dueOn, title, meaning } = deadline
  const says = [t('one'), t(`meaning.${meaning}`), ...(dueOn === null ? [t('unconfirmed')] : [])]
  return (
    <>
      <Link href={href} className="text-ink no-underline hover:underline">
        {said(title)}
      </Link>
      <p className="text-sm text-muted">{says.join(' · ')}</p>
      {makeHref === null ? null : <RowLink href={makeHref}>{tasks('appointments')}</RowLink>}
    </>
  )
}
