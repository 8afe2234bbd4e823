import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { Held } from '@/lib/detention/without-order.data'
import type { Day } from '@/lib/shared/dates'
import { useWithoutOrder } from './without-order-labels'

/** Time runs and no order is on record: since when, where, and the way to record it. */
export const WithoutOrderNotice = ({
  held,
  detentionHref,
  canEdit,
  today,
  isTitled = false,
}: {
  held: readonly Held[]
  /** Of the page of detention. */
  detentionHref: string
  canEdit: boolean
  today: Day
  /** Where the page has no heading that says it. */
  isTitled?: boolean
}) => {
  const t = useTranslations('detention.episode')
  const locale = useLocale()
  const finding = useWithoutOrder(today)
  const [first] = held
  if (first === undefined) return null
  return (
    <Notice kind="late" {...(isTitled ? { title: finding(first) } : {})}>
      {held.map(({ since, place, episodeId }) => (
        <p key={`${episodeId}${place.labelEn}`}>
          {since === null
            ? t('loose.where', { place: labelIn(place, locale) })
            : t('loose.whereSince', { place: labelIn(place, locale), on: formatTime(locale, since, 'day') })}
        </p>
      ))}
      <p className="max-w-prose">{t('why.noOrder')}</p>
      {canEdit ? (
        <p className="mt-2">
          <LinkButton
            size="small"
            href={
              first.episodeId === null
                ? `${detentionHref}#begin`
                : `${detentionHref}&event=ordered#recorder-${first.episodeId}`
            }
          >
            {t('loose.record')}
          </LinkButton>
        </p>
      ) : null}
    </Notice>
  )
}
