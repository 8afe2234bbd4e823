import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { ActivitiesPart } from '@/lib/activities/activities-page.data'
import { TOPICS } from '@/lib/activities/group.rules'
import { toWords } from '@/lib/cases/word.view'

/** The group sessions in which people of a file took part. */
export const FileGroups = ({
  part: { groups, words, people },
}: {
  part: Pick<ActivitiesPart, 'groups' | 'words' | 'people'>
}) => {
  const t = useTranslations('groups')
  const locale = useLocale()
  const topics = toWords(words, locale)
  if (groups.length === 0) return null
  return (
    <section aria-label={t('ofFile')}>
      <h3>{t('ofFile')}</h3>
      <ul className="mt-1 grid gap-2">
        {groups.map((row) => (
          <li key={row.subjectId} className="min-w-0 border-s-2 border-hair ps-3">
            <p>
              <b className="font-semibold">{formatTime(locale, row.on, 'weekday')}</b> ·{' '}
              {topics.of(TOPICS, row.topic)}
            </p>
            <p dir="auto" className="text-sm text-muted wrap-anywhere">
              {[
                people.length < 2 ? null : people.find(({ id }) => id === row.personId)?.name,
                t('by', { name: row.by }),
              ]
                .filter((one) => one !== null && one !== undefined)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
