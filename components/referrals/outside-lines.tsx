import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Referral } from '@/lib/referrals/referral.data'
import { currentSteps, stateOf } from '@/lib/referrals/referral.rules'
import { REFERRAL_LOOKS } from './referral-looks'

/** What was told outside the organisation, one line a referral, with how far it has come: a draft has told no one anything. */
export const OutsideLines = ({
  referrals,
  href,
  canAdd,
}: {
  referrals: readonly Referral[]
  href: string
  canAdd: boolean
}) => {
  const t = useTranslations('referrals')
  return (
    <Section title={t('title')} action={{ href, label: t(canAdd && referrals.length === 0 ? 'new' : 'all') }}>
      {referrals.length === 0 ? <p className="text-dense text-muted">{t('none')}</p> : null}
      <ul className="text-dense">
        {referrals.map(({ row, steps }) => {
          const state = stateOf(steps)
          const on = currentSteps(steps).at(-1)?.on ?? null
          return (
            <li
              key={row.subjectId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 min-h-10 border-b border-hair py-1"
            >
              <span className="min-w-0 wrap-anywhere">
                <b dir="auto">{row.to}</b> <span className="text-muted">{t(`kind.${row.kind}`)}</span>
              </span>
              <span className="inline-flex flex-wrap items-center gap-x-3 text-sm">
                {on === null ? null : <Time at={on} />}
                <Tag kind={REFERRAL_LOOKS[state]}>{t(`state.${state}`)}</Tag>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
