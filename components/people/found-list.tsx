import { useLocale, useTranslations } from 'next-intl'
import { InlineLink } from '@/components/ui/inline-link'
import { formatTime } from '@/components/ui/time'
import type { Found } from '@/lib/people/search.schema'

/** Why somebody is in the list, in words: what fits first, then what else is known. */
const useReasons = () => {
  const t = useTranslations('find')
  const locale = useLocale()
  const dayOf = (day: string): string => formatTime(locale, day, 'dayInYear')
  return ({
    fitting,
    name,
    country,
    age,
    fitsSex,
    place,
    fitsPeriod,
    worker,
    lastMetOn,
  }: Found): string[] => {
    const years =
      age === null
        ? null
        : t('age', { range: age.from === age.to ? String(age.from) : `${age.from}–${age.to}` })
    return [
      fitting === null
        ? null
        : fitting.isSame
          ? fitting.text === name
            ? t('fits.sameName')
            : t('fits.otherName', { text: fitting.text })
          : t('fits.nearName', { text: fitting.text }),
      country?.name ?? null,
      years === null ? null : age?.fits ? t('fits.age', { age: years }) : years,
      fitsSex ? t('fits.sex') : null,
      place === null
        ? null
        : place.day === null
          ? t('fits.place', { name: place.name })
          : t('fits.placeDay', { name: place.name, day: dayOf(place.day) }),
      fitsPeriod && place?.day === null ? t('fits.period') : null,
      worker === null ? null : t('fits.worker', { name: worker }),
      lastMetOn === null || lastMetOn === place?.day ? null : t('last', { day: dayOf(lastMetOn) }),
    ].flatMap((reason) => (reason === null ? [] : [reason]))
  }
}

/** Who could be meant, best first. */
export const FoundList = ({ people }: { people: readonly Found[] }) => {
  const t = useTranslations('find')
  const reasons = useReasons()
  return (
    <ol className="grid gap-3">
      {people.map((one) => (
        <li
          key={`${one.caseId} ${one.personId}`}
          className="grid gap-1 rounded border border-hair bg-surface px-4 py-3"
        >
          <p>
            <InlineLink href={`/cases/${one.code}?file=${one.caseId}`}>
              <bdi translate="no" className="text-lg font-semibold">
                {one.name}
              </bdi>
            </InlineLink>{' '}
            <span className="code text-sm">{one.code}</span>
            {one.isRestricted ? <span className="text-sm text-muted"> · {t('restricted')}</span> : null}
          </p>
          <p className="text-sm break-words text-muted">{reasons(one).join(' · ')}</p>
        </li>
      ))}
    </ol>
  )
}
