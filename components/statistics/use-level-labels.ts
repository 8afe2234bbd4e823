import { useTranslations } from 'next-intl'
import { vocabulary } from '@/lib/shared/vocabulary'

const levels = vocabulary('components.statistic-levels', [
  'country',
  'region',
  'continent',
  'area',
  'band',
  'group',
  'majority',
])

/** How fine a column is, in words; null for a dimension that has one level only. */
export const useLevelLabels = () => {
  const t = useTranslations('statistics.level')
  return (level: string): string | null => {
    const known = levels.match(level)
    return known === null ? null : t(known)
  }
}
