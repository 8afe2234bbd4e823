import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatTime } from '@/components/ui/time'
import type { TodayOf } from '@/lib/cases/today.data'
import { toWords } from '@/lib/cases/word.view'
import { CodeLink } from './code-link'

/** The files that were shared with a guest, and until when. */
export const TodayGuest = ({ shown }: { shown: TodayOf<'guest'> }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const words = toWords(shown.words, locale)
  if (shown.files.length === 0) return <EmptyState title={t('guestNone')}>{t('guestNoneWhat')}</EmptyState>
  return (
    <Card as="section" tight label={t('heading.guest')}>
      <ul>
        {shown.files.map(({ id, code, kind, until }) => (
          <li key={id} className="border-t border-hair py-3 first:border-t-0">
            <CodeLink code={code} id={id} /> · {words.of('case_kind', kind)}
            {until === null ? null : (
              <p className="text-sm text-muted">
                {t('guestUntil', { until: formatTime(locale, until, 'moment') })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
