import { useLocale, useTranslations } from 'next-intl'
import { useDangerLabels } from '@/components/cases/danger-labels'
import { Who } from '@/components/cases/who'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { HandoverFile } from '@/lib/handovers/handover-page.data'

/** What is dangerous in a file, in a column of its own or under the name. */
export const Dangers = ({ dangers }: Pick<HandoverFile, 'dangers'>) => {
  const danger = useDangerLabels()
  return dangers.map((one) => (
    <span key={one.rank} className="block text-sm font-semibold text-danger">
      <span aria-hidden="true">▲ </span>
      {danger(one)}
    </span>
  ))
}

/** Whose file: their name with the code beside it, where they are, what is next. */
export const FileCell = ({ file, hasDangers = true }: { file: HandoverFile; hasDangers?: boolean }) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const { caseId, code, people, place, nextStepOn, dangers } = file
  return (
    <div className="min-w-0">
      <Link
        href={`/cases/${code}?file=${caseId}`}
        className="inline-block min-h-6 font-semibold text-ink no-underline hover:underline"
      >
        <Who names={people} /> <span className="code text-sm font-normal text-muted">{code}</span>
      </Link>
      {hasDangers ? <Dangers dangers={dangers} /> : null}
      <span className="block text-sm text-muted">
        {[
          place === null ? null : labelIn(place, locale),
          nextStepOn === null ? null : t('stepOn', { day: formatTime(locale, nextStepOn, 'dayInYear') }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </div>
  )
}
