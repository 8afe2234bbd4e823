import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import type { Reader } from '@/lib/cases/reader.data'
import { byReader, type ReaderWithReasons } from '@/lib/cases/reader.view'
import type { Sharing } from '@/lib/cases/sharing.data'

/** The readers of a file, with every reason why, since when (where there is room for it) and until when. */
export const useReaderLabels = () => {
  const t = useTranslations('cases')
  const format = useFormatter()
  const locale = useLocale()
  const toWords = ({ reason: code, since, until }: Omit<Reader, 'staffId' | 'name' | 'works'>): string => {
    const reason = t(`sharing.reason.${code}`)
    const from = since === null ? null : formatTime(locale, since, 'day')
    const to = until === null ? null : formatTime(locale, until, 'moment')
    if (from !== null && to !== null) return t('sharing.sinceUntil', { reason, since: from, until: to })
    if (from !== null) return t('sharing.since', { reason, since: from })
    return to === null ? reason : t('sharing.until', { reason, until: to })
  }
  const toList = (reasons: ReaderWithReasons['reasons']): string =>
    format.list(reasons.map(toWords), { type: 'unit' })
  return {
    reasonsOf: ({ reasons }: ReaderWithReasons): string => toList(reasons),
    reader: ({ name, reasons }: ReaderWithReasons): string =>
      t('sharing.reader', { name, reasons: toList(reasons.map((one) => ({ ...one, since: null }))) }),
  }
}

/** Who can see this file, beside the timeline. */
export const SharingCard = ({ sharing, href }: { sharing: Sharing; href: string }) => {
  const t = useTranslations('cases')
  const format = useFormatter()
  const { reader } = useReaderLabels()
  return (
    <Section title={t('sharing.title')}>
      <p className="text-sm">{format.list(byReader(sharing.readers).map(reader))}</p>
      {sharing.opened === 0 ? null : (
        <p className="mt-1.5 text-sm text-muted">
          {t('sharing.opened', { times: sharing.opened })}{' '}
          <Link href={href} className="inline-block py-1">
            {t('sharing.why')}
          </Link>
        </p>
      )}
    </Section>
  )
}
