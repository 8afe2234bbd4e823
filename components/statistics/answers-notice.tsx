import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { AnswersMissing } from '@/lib/statistics/answers.data'
import { pressingFrom } from '@/lib/statistics/period.rules'

/** While it is not, it can wait below what is. */
export const isPressing = ({ days }: AnswersMissing): boolean => days <= pressingFrom

/** How many people were not asked yet whether they may be counted, while there is time to ask. No name, and no file. */
export const AnswersNotice = ({
  missing,
  isAbout,
}: {
  missing: AnswersMissing
  /** Of all offices, to the nearest ten. */
  isAbout: boolean
}) => {
  const t = useTranslations('statistics.answers')
  const locale = useLocale()
  const { people, until, days } = missing
  const isNow = isPressing(missing)
  return (
    <p className={`max-w-prose py-1.5 text-dense ${isNow ? 'text-ink' : 'text-muted'}`}>
      {t(isAbout ? 'about' : 'exact', { count: people, until: formatTime(locale, until, 'day') })}{' '}
      {isNow ? t('left', { count: days }) : null}
    </p>
  )
}
