import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import type { TodayOf } from '@/lib/today/today.data'
import { useVisitLabels } from './visit-labels'

/** The files that were shared with a guest: their code, the next visit, and until when. */
export const TodayGuest = ({ shown }: { shown: TodayOf<'guest'> }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const visits = useVisitLabels()
  if (shown.files.length === 0) return <EmptyState title={t('guestNone')}>{t('guestNoneWhat')}</EmptyState>
  return (
    <Card as="section" tight label={t('heading.guest')}>
      <ul>
        {shown.files.map((file) => (
          <li key={file.id} className="border-t border-hair py-3 first:border-t-0">
            <Link
              href={`/circles/shared/${file.code}`}
              className="num inline-block py-1 font-semibold whitespace-nowrap"
            >
              {file.code}
            </Link>{' '}
            · {visits(file)}
            <p className="text-sm text-muted">
              {t('guestUntil', { until: formatTime(locale, file.until, 'moment') })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
