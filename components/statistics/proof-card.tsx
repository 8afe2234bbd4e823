import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { RowLink } from '@/components/ui/text-link'

/** What was released of a period, and the way to the register, the annual report and requests; a rate limit is called an allowance. */
export const ProofCard = ({ released, share }: { released: number; share: number }) => {
  const t = useTranslations('statistics.proof')
  const labels = useTranslations('statistics.request')
  const publicYear = useTranslations('reporting.publicYear')
  const format = useFormatter()
  const percent = format.number(Math.min(1, share), { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Section title={t('title')}>
      <p className="text-sm">{t('released', { count: released })}</p>
      {share === 0 ? null : (
        <>
          {/* Drawn, not styled: the Content-Security-Policy knows no style attribute. */}
          <svg aria-hidden="true" className="mt-3 block h-2 w-full rounded-full bg-sunken" focusable="false">
            <rect width={`${Math.min(100, share * 100)}%`} height="100%" className="fill-accent" />
          </svg>
          <p className="mt-1 text-sm text-muted">{t('meter', { percent })}</p>
        </>
      )}
      <ul className="mt-1">
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
    </Section>
  )
}
