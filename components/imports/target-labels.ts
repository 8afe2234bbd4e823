import { useTranslations } from 'next-intl'
import { useReaderLocale } from '@/components/fields/field-labels'
import { wordsIn } from '@/lib/fields/field.rules'
import { isOwnColumn, type Target } from '@/lib/imports/field.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'

/** What a column is about, in the reader's language. */
export const useTargetLabels = ({ own }: Pick<ImportData, 'own'>) => {
  const t = useTranslations('imports')
  const locale = useReaderLocale()
  return (target: Target): string => {
    if (!isOwnColumn(target)) return t(`field.${target}`)
    const found = own.find(({ column }) => column === target)
    return found === undefined ? target : wordsIn(found.labels, locale)
  }
}
