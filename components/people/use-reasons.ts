import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Found } from '@/lib/people/search.schema'

/** Why a person is in the list, in words: what fits first, then what else is known. */
export const useReasons = () => {
  const t = useTranslations('find')
  const locale = useLocale()
  const dayOf = (day: string): string => formatTime(locale, day, 'dayInYear')
  return (one: Found): string[] => {
    const { fitting, name, country, age, place, worker, lastMetOn } = one
    const years =
      age === null
        ? null
        : t('age', { range: age.from === age.to ? String(age.from) : `${age.from}–${age.to}` })
    return [
      one.fitsNumber ? t('fits.number') : null,
      fitting === null
        ? null
        : fitting.isSame
          ? fitting.text === name
            ? t('fits.sameName')
            : t('fits.otherName', { text: fitting.text })
          : t('fits.nearName', { text: fitting.text }),
      country?.name ?? null,
      years === null ? null : age?.fits ? t('fits.age', { age: years }) : years,
      one.fitsSex ? t('fits.sex') : null,
      place === null
        ? null
        : place.day === null
          ? t('fits.place', { name: place.name })
          : t('fits.placeDay', { name: place.name, day: dayOf(place.day) }),
      one.fitsPeriod && place?.day === null ? t('fits.period') : null,
      worker === null ? null : t('fits.worker', { name: worker }),
      lastMetOn === null || lastMetOn === place?.day ? null : t('last', { day: dayOf(lastMetOn) }),
    ].flatMap((reason) => (reason === null ? [] : [reason]))
  }
}
