import { useLocale, useTranslations } from 'next-intl'
import { withStop } from '@/components/ui/as-sentence'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
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
    <ul className="item-list border-b border-b-hair">
      {shown.files.map((file) => (
        <li key={file.id} data-item="bare">
          <p>
            <Link href={`/circles/shared/${file.code}`} className="num">
              {file.code}
            </Link>
          </p>
          <p>
            <b>{withStop(file.visit === null ? visits(file) : t('guestVisit', { visit: visits(file) }))}</b>{' '}
            {t('guestUntil', { until: formatTime(locale, file.until, 'moment') })}
          </p>
          <LinkButton
            size="small"
            kind="quiet"
            href={`/circles/shared/${file.code}`}
            aria-label={t('openFile', { code: file.code })}
          >
            {t('open')}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
