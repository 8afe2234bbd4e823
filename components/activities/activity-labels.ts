import { useLocale, useTranslations } from 'next-intl'
import type { Way } from '@/lib/activities/activity.rules'
import { type Labelled, labelIn } from '@/lib/shared/labelled'

/** An activity in words: how, where, how long. */
export const useActivityLabels = () => {
  const t = useTranslations('activities')
  const locale = useLocale()
  const said = ({
    way,
    place,
    minutes,
  }: {
    readonly way: Way
    readonly place: Labelled | null
    readonly minutes: number | null
  }): string =>
    [
      t(`way.${way}`),
      place === null ? null : labelIn(place, locale),
      minutes === null ? null : t('minutes', { minutes }),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  return { t, said }
}
