import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import {
  epsilonOf,
  type NoisePlan,
  paidFor,
  partsOf,
  partsOfOrganisation,
  partsOfPeriod,
} from '@/lib/statistics/noise.rules'
import { toPeriodCode } from '@/lib/statistics/period.rules'
import type { Ledger } from '@/lib/statistics/request-desk.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { usePeriodLabels } from './use-period-labels'

const sum = (parts: readonly { parts: number }[]): number => parts.reduce((all, one) => all + one.parts, 0)

/** What noise may still cost the people of a period, what it cost, and by what. */
export const LedgerCard = ({ ledger: { period, paid }, plan }: { ledger: Ledger; plan: NoisePlan }) => {
  const t = useTranslations('statistics.noise.budget')
  const labels = useTranslations('statistics.noise')
  const format = useFormatter()
  const inPeriod = usePeriodLabels()
  const own = paidFor(paid, period)
  const spent = sum(own)
  const isPaid = own.some((one) => one.plan === plan && toPeriodCode(one.period) === toPeriodCode(period))
  const decimal = (value: number): string => format.number(value, { maximumFractionDigits: 1 })
  return (
    <Card as="section" title={t('title')}>
      {/* Drawn, not styled: the Content-Security-Policy knows no style attribute. */}
      <svg aria-hidden="true" className="mt-3 block h-2 w-full rounded-full bg-sunken" focusable="false">
        <rect width={`${(100 * spent) / partsOfPeriod}%`} height="100%" className="fill-accent" />
      </svg>
      <p className="mt-2">{t('used', { spent, most: partsOfPeriod, left: partsOfPeriod - spent })}</p>
      <p className="mt-1 text-sm text-muted">
        {t('epsilon', { epsilon: decimal(epsilonOf(spent)), most: decimal(epsilonOf(partsOfPeriod)) })}
      </p>
      {own.length === 0 ? (
        <p className="mt-2 text-sm">{t('none')}</p>
      ) : (
        <ul className="mt-2 grid list-disc gap-1 ps-5 text-sm">
          {own.map((one) => (
            <li key={`${one.snapshotId} ${one.plan}`}>
              {labels(`title.${one.plan}`)} · {inPeriod(toPeriodView(one.period))} ·{' '}
              {t('parts', { parts: one.parts })}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-sm">{isPaid ? t('paid') : t('pays', { parts: partsOf(plan) })}</p>
      <p className="mt-1 text-sm text-muted">
        {t('organisation', { spent: sum(paid), most: partsOfOrganisation })}
      </p>
    </Card>
  )
}
