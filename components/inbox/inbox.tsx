import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import type { InboxItem } from '@/lib/inbox/inbox.rules'

/** What waits about numbers: each line says what to do and leads there. */
export const Inbox = ({ items }: { items: readonly InboxItem[] }) => {
  const t = useTranslations('inbox')
  const locale = useLocale()
  if (items.length === 0) return null
  const title = t('title', { count: items.length })
  return (
    // A phone has its title in what opens it.
    <PhoneFold label={title}>
      <div className="max-sm:[&_section>div:first-child]:hidden">
        <Section title={title}>
          <ul>
            {items.map(({ kind, id, href, name = '', period = '', until = '', count = 0 }) => (
              <li key={`${kind} ${id}`} className="border-b border-hair last:border-b-0">
                <Link
                  href={href}
                  className="flex min-h-11 items-center py-1 text-dense wrap-anywhere sm:min-h-9"
                >
                  {t(`line.${kind}`, {
                    name,
                    period: period.length > 4 ? formatTime(locale, period, 'day') : period,
                    until: until === '' ? '' : formatTime(locale, until, 'day'),
                    count,
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </PhoneFold>
  )
}
