import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Closure, Conflict } from '@/lib/planning/conflict.rules'

type Labels = Readonly<Record<string, string>>

/** That a centre lets no one in, from when until when and why, as a sentence. */
export const useClosureLabels = () => {
  const t = useTranslations('planning')
  const locale = useLocale()
  return ({ from, until, reason }: Closure, centre: string): string =>
    t('conflict.closed', {
      centre,
      from: formatTime(locale, from, from.slice(0, 4) === until.slice(0, 4) ? 'dayInYear' : 'day'),
      until: formatTime(locale, until, 'day'),
      reason: t(`closureReason.${reason}`),
    })
}

/** What speaks against a plan, as a sentence. */
export const useConflictLabels = ({ centres, names }: { centres: Labels; names: Labels }) => {
  const t = useTranslations('planning')
  const holiday = useTranslations('deadlines.holiday')
  const locale = useLocale()
  const closed = useClosureLabels()
  const day = (at: string): string => formatTime(locale, at, 'day')
  const unaccredited = (conflict: Extract<Conflict, { kind: 'unaccredited' }>, centre: string): string => {
    const name = names[conflict.staffId] ?? ''
    const { current } = conflict
    if (current.kind === 'expired') return t('conflict.expired', { name, centre, until: day(current.until) })
    return current.kind === 'notYet'
      ? t('conflict.notYet', { name, centre, from: day(current.from) })
      : t('conflict.unaccredited', { name, centre })
  }
  return (conflict: Conflict, centre: string): string => {
    switch (conflict.kind) {
      case 'closed':
        return closed(conflict.closure, centre)
      case 'holiday':
        return t('conflict.holiday', { day: day(conflict.day), holiday: holiday(conflict.holiday) })
      case 'unaccredited':
        return unaccredited(conflict, centre)
      case 'elsewhere':
        return t('conflict.elsewhere', {
          name: names[conflict.staffId] ?? '',
          centre: centres[conflict.centre] ?? '',
        })
      case 'twice':
        return t('conflict.twice', { centre })
      case 'noVisitors':
        return t('conflict.noVisitors')
    }
  }
}

/** One conflict of a plan among others. */
export const toConflictKey = (conflict: Conflict): string =>
  conflict.kind === 'closed'
    ? `closed ${conflict.closure.from}`
    : 'staffId' in conflict
      ? `${conflict.kind} ${conflict.staffId}`
      : conflict.kind
