import { useLocale, useTranslations } from 'next-intl'
import { FileLink } from '@/components/layout/file-link'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Opening } from '@/lib/circles/glass.data'
import { Row } from './first-row'

/** A file that was opened in an emergency and waits for an answer. */
export const GlassRow = ({ opening }: { opening: Opening }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  return (
    <Row
      tag={<Tag kind="danger">{t('first.glass')}</Tag>}
      under={t('first.glassDue', { day: formatTime(locale, opening.dueOn, 'weekday') })}
      href="/circles"
      label={t('first.openGlass', { name: opening.by })}
      isFirst
    >
      {opening.file === null ? null : (
        <>
          <FileLink code={opening.file.code} id={opening.file.id} /> ·{' '}
        </>
      )}
      {t('first.glassBy', { name: opening.by })}
    </Row>
  )
}
