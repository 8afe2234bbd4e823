import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { AnswersMissing } from '@/lib/statistics/answers.data'
import { pressingFrom } from '@/lib/statistics/period.rules'

/** How many people were not asked yet whether they may be counted, while there is time to ask. No name, and no file. */
export const AnswersNotice = ({
  missing: { people, until, days },
  isAbout,
}: {
  missing: AnswersMissing
  /** Of all offices, to the nearest ten. */
  isAbout: boolean
}) => {
  const t = useTranslations('statistics.answers')
  const locale = useLocale()
  const isPressing = days <= pressingFrom
  return (
    <p className={`max-w-prose py-1.5 text-dense ${isPressing ? 'text-ink' : 'text-muted'}`}>
      {t(isAbout ? 'about' : 'exact', { count: people, until: formatTime(locale, until, 'day') })}{' '}
      {isPressing ? t('left', { count: days }) : null}
    </p>
  )
}
