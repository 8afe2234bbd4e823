import { useTranslations } from 'next-intl'

const levels = ['country', 'region', 'continent', 'band', 'group', 'majority'] as const

/** How fine a column is, in words; null for a dimension that has one level only. */
export const useLevelWords = () => {
  const t = useTranslations('statistics.level')
  return (level: string): string | null => {
    const known = levels.find((one) => one === level)
    return known === undefined ? null : t(known)
  }
}
