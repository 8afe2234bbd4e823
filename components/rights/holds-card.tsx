import { useLocale, useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Hold } from '@/lib/rights/hold.data'
import type { Day } from '@/lib/shared/dates'
import { HoldForm, LiftForm } from './hold-form'

/** What keeps a file from being erased, what did, and the way to hold it. */
export const HoldsCard = ({
  caseId,
  holds,
  today,
}: {
  caseId: string
  holds: readonly Hold[]
  today: Day
}) => {
  const t = useTranslations('rights.hold')
  const locale = useLocale()
  return (
    <Section title={t('title')}>
      <p className="text-sm text-muted">{t('what')}</p>
      <ul>
        {holds.map(({ id, ground, words, reviewOn, by, at, lifted }) => (
          <li key={id} className="border-b border-hair py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold">
              {t(`because.${ground}`)}
              {lifted === null ? <Tag kind="late">{t('onHold')}</Tag> : <Tag kind="done">{t('lifted')}</Tag>}
              {lifted === null && reviewOn <= today ? <Tag kind="danger">{t('reviewDue')}</Tag> : null}
            </p>
            <FreeText text={words} />
            <p className="text-sm text-muted">
              {t('placed', {
                name: by,
                on: formatTime(locale, at, 'day'),
                review: formatTime(locale, reviewOn, 'day'),
              })}
            </p>
            {lifted === null ? (
              <Fold label={t('lift')}>
                <LiftForm caseId={caseId} holdId={id} />
              </Fold>
            ) : (
              <>
                <p className="text-sm text-muted">
                  {t('liftedBy', { name: lifted.by, on: formatTime(locale, lifted.at, 'day') })}
                </p>
                <FreeText text={lifted.words} />
              </>
            )}
          </li>
        ))}
      </ul>
      <Fold label={t('place')}>
        <HoldForm caseId={caseId} />
      </Fold>
    </Section>
  )
}
