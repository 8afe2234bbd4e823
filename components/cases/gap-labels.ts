import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type FilePage, fileHref, noteFieldHref } from '@/lib/cases/file-part.view'
import type { Absent, Gap } from '@/lib/cases/gap.rules'

/** The page with the form that fills it; a note is written on the overview. */
const FILLED_ON: Readonly<Record<Exclude<Absent, 'note'>, FilePage>> = {
  lawyer: 'asylum',
  language: 'details',
  decision: 'attachments',
  counsel: 'summary',
  consent: 'consents',
}

type File = Pick<CaseHeader, 'id' | 'code'>

/** Where what is lacking is written down. */
export const fillHref = (file: File, { absent }: Pick<Gap, 'absent'>): string =>
  absent === 'note' ? noteFieldHref(file) : fileHref(file, FILLED_ON[absent])

/** What is lacking, and for which step. */
export const useGapLabels = () => {
  const t = useTranslations('cases.gap')
  const locale = useLocale()
  const absent = ({ absent: code }: Pick<Gap, 'absent'>): string => t(`absent.${code}`)
  return {
    absent,
    step: ({ step, on }: Pick<Gap, 'step' | 'on'>): string =>
      t('for', { step: t(`step.${step}`), day: formatTime(locale, on, 'shortWeekday') }),
    /** What else is lacking; null where that is all. */
    also: (others: readonly Gap[]): string | null =>
      others.length === 0 ? null : t('also', { what: others.map(absent).join(', ') }),
  }
}
