import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { byReader, type ReaderWithReasons } from '@/lib/cases/reader.view'
import type { Sharing } from '@/lib/cases/sharing.data'

/** The readers of a file, with every reason why, and until when. */
export const useReaderLabels = () => {
  const t = useTranslations('cases')
  const format = useFormatter()
  const locale = useLocale()
  const reasonsOf = ({ reasons }: ReaderWithReasons): string =>
    format.list(
      reasons.map(({ reason, until }) =>
        until === null
          ? t(`sharing.reason.${reason}`)
          : t('sharing.until', {
              reason: t(`sharing.reason.${reason}`),
              until: formatTime(locale, until, 'moment'),
            }),
      ),
      { type: 'unit' },
    )
  return {
    reasonsOf,
    reader: (one: ReaderWithReasons): string =>
      t('sharing.reader', { name: one.name, reasons: reasonsOf(one) }),
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
