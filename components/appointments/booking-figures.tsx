import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import type { BookingFigures } from '@/lib/appointments/booking.rules'

/** What was asked of a partner as interpreter, in the files that the reader may open. Left out while nothing was. */
export const BookingFiguresSection = ({ figures }: { figures: BookingFigures | null }) => {
  const t = useTranslations('appointments')
  const format = useFormatter()
  const locale = useLocale()
  if (figures === null || figures.asked === 0) return null
  return (
    <Section title={t('booking.title')}>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {(['asked', 'waiting', 'promised', 'came', 'didNotCome'] as const).map((key) => (
          <div key={key}>
            <dt className="text-sm text-muted">{t(`booking.${key}`)}</dt>
            <dd className="num text-h3 font-semibold">{format.number(figures[key])}</dd>
          </div>
        ))}
      </dl>
      {figures.lastOn === null ? null : (
        <p className="mt-2">{t('booking.last', { on: formatTime(locale, figures.lastOn, 'day') })}</p>
      )}
      <p className="mt-1 text-sm text-muted">{t('booking.what')}</p>
    </Section>
  )
}
