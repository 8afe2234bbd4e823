import { Link } from '@/components/ui/link'
import type { DeadlineLine } from '@/lib/deadlines/deadline-list.data'
import { useDeadlineLabels } from './deadline-labels'

/** An open deadline of a file among what is to be done in it: which, what kind of day it is, and the way to how it was counted. */
export const TodoDeadline = ({ deadline, href }: { deadline: DeadlineLine; href: string }) => {
  const { t, said } = useDeadlineLabels()
  const { dueOn, title, meaning } = deadline
  const says = [t('one'), t(`meaning.${meaning}`), ...(dueOn === null ? [t('unconfirmed')] : [])]
  return (
    <>
      <Link href={href} className="text-ink no-underline hover:underline">
        {said(title)}
      </Link>
      <p className="text-sm text-muted">{says.join(' · ')}</p>
    </>
  )
}
