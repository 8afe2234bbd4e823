import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Reader } from '@/lib/cases/reader.data'
import type { Sharing } from '@/lib/cases/sharing.data'

/** One reader of a file with why, and until when. */
export const useReaderWords = () => {
  const t = useTranslations('cases')
  const locale = useLocale()
  return ({ name, reason, until }: Reader): string => {
    const role =
      reason === 'worker' || reason === 'coordinator'
        ? t(`sharing.${reason}`, { name })
        : t(`sharing.member.${reason}`, { name })
    return until === null ? role : t('sharing.until', { role, until: formatTime(locale, until, 'moment') })
  }
}

/** Who can see this file, beside the timeline. */
export const SharingCard = ({ sharing, href }: { sharing: Sharing; href: string }) => {
  const t = useTranslations('cases')
  const format = useFormatter()
  const words = useReaderWords()
  return (
    <div className="text-sm">
      <h2 className="text-h3">{t('sharing.title')}</h2>
      <p className="mt-1">{format.list(sharing.readers.map(words))}</p>
      <p className="mt-1.5 text-muted">
        {t('sharing.opened', { times: sharing.opened })}{' '}
        {sharing.opened === 0 ? null : (
          <Link href={href} prefetch={false} className="inline-block py-1">
            {t('sharing.why')}
          </Link>
        )}
      </p>
    </div>
  )
}
