import { useTranslations } from 'next-intl'
import type { PeriodView } from '@/lib/statistics/statistic.view'

/** "Quarter 3, 2026" or "Year 2026". */
export const usePeriodLabels = () => {
  const t = useTranslations('statistics.period')
  return ({ year, quarter }: PeriodView): string =>
    quarter === null ? t('year', { year }) : t('quarter', { number: quarter, year })
}
