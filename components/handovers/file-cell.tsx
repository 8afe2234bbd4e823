import { useLocale, useTranslations } from 'next-intl'
import { useDangerLabels } from '@/components/cases/danger-labels'
import { FileLink } from '@/components/layout/file-link'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { HandoverFile } from '@/lib/handovers/handover-page.data'

/** Which file: code and initials, where the person is, what is next. */
export const FileCell = ({ file }: { file: HandoverFile }) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const danger = useDangerLabels()
  const { caseId, code, initials, place, nextStepOn, dangers } = file
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <FileLink code={code} id={caseId} />
        <bdi>{initials}</bdi>
      </p>
      {dangers.map((one) => (
        <p key={one.rank}>
          <Tag kind="danger">{danger(one)}</Tag>
        </p>
      ))}
      <p className="text-sm text-muted">
        {[
          place === null ? null : labelIn(place, locale),
          nextStepOn === null ? null : t('stepOn', { day: formatTime(locale, nextStepOn, 'dayInYear') }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </div>
  )
}
