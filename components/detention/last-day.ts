import { useTranslations } from 'next-intl'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import type { Deadline } from '@/lib/deadlines/deadline.data'

/**
 * The last day of a deadline, the day of its reminder where its rule is to be confirmed, or that there is none.
 * Apart from the labels of an episode: its forms would carry the messages of the deadlines to the browser for it.
 */
export const useLastDay = () => {
  const t = useTranslations('detention.episode')
  const { lastDay, date } = useDeadlineLabels()
  return (deadline: Pick<Deadline, 'dueOn' | 'remindOn'>): string =>
    lastDay(deadline, date) ?? t('limit.toConfirm')
}
