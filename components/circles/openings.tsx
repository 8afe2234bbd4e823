import { useLocale, useTranslations } from 'next-intl'
import { FileLink } from '@/components/layout/file-link'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Opening } from '@/lib/circles/glass.data'
import type { Day } from '@/lib/shared/dates'
import { VerdictForm } from './verdict-form'

/** Files that were opened in an emergency and wait for a second pair of eyes. */
export const Openings = ({ openings, today }: { openings: readonly Opening[]; today: Day }) => {
  const t = useTranslations('circles')
  const locale = useLocale()
  return (
    <section aria-labelledby="openings" className="grid gap-2.5">
      <h2 id="openings">{t('review.title')}</h2>
      {openings.map(({ id, by, kind, reason, at, dueOn, file }) => (
        <Card key={id} as="article" label={t('review.one', { name: by })}>
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Tag kind="danger">
              {t(dueOn < today ? 'review.late' : 'review.due', { day: formatTime(locale, dueOn, 'weekday') })}
            </Tag>
            {file === null ? <span>{t('review.noFile')}</span> : <FileLink code={file.code} id={file.id} />}
          </p>
          <p className="mt-2">
            {t('review.opened', { name: by, when: formatTime(locale, at, 'moment') })}{' '}
            <span className="text-muted">{t(`glass.kind.${kind}`)}</span>
          </p>
          <p dir="auto" className="my-2 whitespace-pre-line wrap-anywhere">
            {reason}
          </p>
          <VerdictForm glassId={id} by={by} />
        </Card>
      ))}
    </section>
  )
}
