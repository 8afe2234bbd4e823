import { useLocale, useTranslations } from 'next-intl'
import { labelIn } from '@/lib/cases/word.view'
import type { TimelineItem } from '@/lib/timeline/timeline.view'

/** What an entry of the timeline is called: its kind, or the place of the visit. */
export const useEntryLabels = (): ((item: TimelineItem) => string) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  return (item) =>
    item.type === 'note'
      ? t(`noteKind.${item.kind}`)
      : t('timeline.visit', { place: labelIn(item.place, locale) })
}
