import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { formatTime } from '@/components/ui/time'
import { BackToWeek } from './back-to-week'
import { CalendarAddress } from './calendar-address'

/** One's visits in one's own calendar: what it shows, how late it may be, and the address that opens it. */
export const CalendarPage = ({
  feed,
}: {
  feed: { createdAt: Date; fetchedAt: Date | null; deadlines: boolean } | null
}) => {
  const t = useTranslations('planning.calendar')
  const locale = useLocale()
  return (
    <>
      <PageTitle title={t('title')} above={<BackToWeek />}>
        <p>{t('what')}</p>
      </PageTitle>
      <Card className="grid max-w-2xl gap-4">
        <ul className="list-disc ps-5">
          <li>{t('neutral')}</li>
          <li>{t('appointmentsNeutral')}</li>
          <li>{t('deadlinesNeutral')}</li>
          <li>{t('delay')}</li>
          <li>{t('secret')}</li>
        </ul>
        <p className="text-muted">
          {feed === null ? t('none') : t('since', { day: formatTime(locale, feed.createdAt, 'day') })}
          {feed === null ? null : ` ${t(feed.deadlines ? 'showsBoth' : 'showsVisits')}`}
          {feed === null || feed.fetchedAt === null
            ? null
            : ` ${t('fetched', { when: formatTime(locale, feed.fetchedAt, 'moment') })}`}
        </p>
        <CalendarAddress hasAddress={feed !== null} showsDeadlines={feed?.deadlines ?? false} />
      </Card>
    </>
  )
}
