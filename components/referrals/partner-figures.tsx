import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import type { PartnerFigures } from '@/lib/referrals/partner-figures.rules'

/** What came of the referrals to a partner that the reader may open; null: of someone who opens no files. */
export const PartnerFiguresSection = ({ figures }: { figures: PartnerFigures | null }) => {
  const t = useTranslations('referrals')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <Section title={t('partner.title')}>
      {figures === null ? (
        <p className="text-muted">{t('partner.noFiles')}</p>
      ) : figures.asked === 0 ? (
        <p className="text-muted">{t('partner.none')}</p>
      ) : (
        <>
          <dl className="flex flex-wrap gap-x-6 gap-y-2">
            {(['asked', 'accepted', 'refused', 'waiting', 'ended'] as const).map((key) => (
              <div key={key}>
                <dt className="text-sm text-muted">{t(`partner.${key}`)}</dt>
                <dd className="num text-h3 font-semibold">{format.number(figures[key])}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2">
            {figures.medianDays === null ? null : t('partner.median', { days: figures.medianDays })}{' '}
            {figures.lastAnswer === null
              ? null
              : t('partner.last', {
                  on: formatTime(locale, figures.lastAnswer.on, 'day'),
                  answer: t(`step.${figures.lastAnswer.kind}`),
                })}
          </p>
          <p className="mt-1 text-sm text-muted">{t('partner.what')}</p>
        </>
      )}
    </Section>
  )
}
