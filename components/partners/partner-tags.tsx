import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { isFull, type Partner } from '@/lib/partners/partner.rules'

/** What one has to know of a partner before choosing it. */
export const PartnerTags = ({
  partner,
  isStale,
}: {
  partner: Pick<Partner, 'warnedOn' | 'freePlaces' | 'freeOn' | 'isRetired'>
  isStale: boolean
}) => {
  const t = useTranslations('partners.tag')
  const locale = useLocale()
  const { warnedOn, freePlaces, freeOn, isRetired } = partner
  const on = freeOn === null ? '' : formatTime(locale, freeOn, 'shortInYears')
  return (
    <>
      {warnedOn === null ? null : (
        <Tag kind="danger">{t('warned', { on: formatTime(locale, warnedOn, 'shortInYears') })}</Tag>
      )}
      {isFull(partner) ? <Tag>{t('full', { on })}</Tag> : null}
      {freePlaces === null || freePlaces === 0 ? null : (
        <Tag kind="done">{t('free', { count: freePlaces, on })}</Tag>
      )}
      {isStale ? <Tag kind="late">{t('stale')}</Tag> : null}
      {isRetired ? <Tag>{t('retired')}</Tag> : null}
    </>
  )
}
