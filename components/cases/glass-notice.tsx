import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import type { ShownOpening } from '@/lib/circles/glass.data'

/** On every page of the file for a month: it was opened in an emergency, by whom, and whether someone answered for it. */
export const GlassNotice = ({
  opening: { by, isMine, kind, at, expiresAt, verdict },
}: {
  opening: ShownOpening
}) => {
  const t = useTranslations('circles.banner')
  const kinds = useTranslations('circles.glass.kind')
  const verdicts = useTranslations('circles.review.verdict')
  const locale = useLocale()
  return (
    <Notice
      kind="late"
      title={
        isMine
          ? t('mine', { until: formatTime(locale, expiresAt, 'moment') })
          : t('title', { name: by, when: formatTime(locale, at, 'moment') })
      }
    >
      <p>{[kinds(kind), verdict === null ? t('unanswered') : verdicts(verdict)].join(' · ')}</p>
    </Notice>
  )
}
