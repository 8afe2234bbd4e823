import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { toLocale } from '@/lib/i18n/locales'
import type { HelpBody } from '@/lib/referrals/body.data'

/** A telephone number as a telephone dials it. */
const dialled = (phone: string): string => `+32${phone.replace(/\D/g, '').replace(/^0/, '')}`

/** Whom one can call, with where the number was read and that nobody called it, if nobody did. */
export const BodyLine = ({ body }: { body: HelpBody }) => {
  const t = useTranslations('referrals')
  const locale = useLocale()
  const { name, phone, role, regions, city, source, readOn, checkedOn } = body
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong translate="no">{name}</strong>
        <span className="text-sm text-muted">
          {[city, ...(regions.length === 3 ? [] : regions.map((region) => t(`region.${region}`)))]
            .filter((word) => word !== null)
            .join(' · ')}
        </span>
      </p>
      {phone === null ? (
        <p className="text-muted">{t('noPhone')}</p>
      ) : (
        <p>
          <a
            href={`tel:${dialled(phone)}`}
            className="num inline-flex min-h-11 items-center text-h3 font-semibold"
          >
            <bdi>{phone}</bdi>
          </a>
        </p>
      )}
      <p className="text-sm">{role[toLocale(locale) ?? 'en']}</p>
      <p className="text-sm text-muted">
        {readOn === null ? null : t('readOn', { on: formatTime(locale, readOn, 'day') })}{' '}
        {source === null ? null : (
          <a href={source} rel="noreferrer noopener" target="_blank">
            {new URL(source).host}
          </a>
        )}
        {'. '}
        {checkedOn === null ? t('notChecked') : t('checkedOn', { on: formatTime(locale, checkedOn, 'day') })}
      </p>
    </>
  )
}
