import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { RowLink } from '@/components/ui/text-link'
import type { Policy } from '@/lib/statistics/disclosure.rules'

/** What the engine guarantees, and no more: a rate limit is called an allowance, not a proof. */
export const ProofCard = ({
  released,
  share,
  policy,
  counts,
}: {
  released: number
  share: number
  policy: Policy
  /** What the table counts: under visits a number does not stand for people. */
  counts: 'persons' | 'events'
}) => {
  const t = useTranslations('statistics.proof')
  const method = useTranslations('statistics.method')
  const labels = useTranslations('statistics.request')
  const publicYear = useTranslations('reporting.publicYear')
  const format = useFormatter()
  const percent = format.number(Math.min(1, share), { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Card as="section" title={t('title')}>
      <ul className="mt-2 grid gap-1.5 text-sm">
        <li>{method(counts, { least: policy.threshold - policy.base + 1 })}</li>
        <li>{t('frozen')}</li>
        <li>{t('released', { count: released })}</li>
      </ul>
      {share === 0 ? null : (
        <>
          {/* Drawn, not styled: the Content-Security-Policy knows no style attribute. */}
          <svg aria-hidden="true" className="mt-3 block h-2 w-full rounded-full bg-sunken" focusable="false">
            <rect width={`${Math.min(100, share * 100)}%`} height="100%" className="fill-accent" />
          </svg>
          <p className="mt-1 text-sm text-muted">{t('meter', { percent })}</p>
        </>
      )}
      <ul className="mt-3 grid sm:gap-1">
        <li>
          <RowLink href="/statistics/releases">{t('register')}</RowLink>
        </li>
        <li>
          <RowLink href="/statistics/annual">{publicYear('title')}</RowLink>
        </li>
        <li>
          <RowLink href="/statistics/requests">{labels('link')}</RowLink>
        </li>
      </ul>
    </Card>
  )
}
