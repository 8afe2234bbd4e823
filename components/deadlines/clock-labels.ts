import type { ListedLink } from '@/components/ui/link-list'
import type { Moved } from '@/lib/deadlines/shown-event.view'
import { useDeadlineLabels } from './deadline-labels'

/** The deadlines that a row of another room began and ended, each with its day or what became of it, leading to the clocks. */
export const useClockLabels = () => {
  const { t, said, day, lastDay } = useDeadlineLabels()
  return ({ started, closed }: Moved, href: string): readonly ListedLink[] => [
    ...started.map(({ id, rule, dueOn, remindOn, status }) => {
      const due =
        dueOn !== null
          ? t('moved.dueBy', { on: day(dueOn) })
          : (lastDay({ dueOn, remindOn }) ?? t('moved.dueNone'))
      return {
        key: `s${id}`,
        href,
        text: t('moved.started', {
          title: said(rule.title),
          due: status === 'open' ? due : t('moved.isOver'),
        }),
      }
    }),
    ...closed.map(({ id, rule, kept }) => ({
      key: `c${id}`,
      href,
      text: t('moved.closed', {
        title: said(rule.title),
        kept: kept === null ? t('moved.isOver') : t(`kept.${kept}`),
      }),
    })),
  ]
}
