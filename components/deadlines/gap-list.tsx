import { useTranslations } from 'next-intl'
import { useDueLabels } from '@/components/cases/case-labels'
import { fillHref, useGapLabels } from '@/components/cases/gap-labels'
import { Link } from '@/components/ui/link'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type Gap, reasonOf } from '@/lib/cases/gap.rules'
import type { Day } from '@/lib/shared/dates'
import { articleIn } from './source-labels'

/** What the file lacks for the steps that come, one line each, with the form that fills it; nothing where all is there. */
export const GapList = ({
  gaps,
  file,
  today,
  canEdit,
}: {
  gaps: readonly Gap[]
  file: Pick<CaseHeader, 'id' | 'code'>
  today: Day
  canEdit: boolean
}) => {
  const t = useTranslations('cases.gap')
  const td = useTranslations('deadlines')
  const { absent, step } = useGapLabels()
  const due = useDueLabels()
  if (gaps.length === 0) return null
  return (
    <section aria-labelledby="gaps" className="rounded border border-edge bg-surface px-3 py-2 text-sm">
      <h2 id="gaps" className="text-h3">
        {t('title')}
      </h2>
      <ul className="mt-1 grid gap-1.5">
        {gaps.map((gap) => {
          const reason = reasonOf(gap)
          return (
            <li key={gap.absent}>
              <span aria-hidden="true" className="text-late">
                ◷{' '}
              </span>
              {canEdit ? (
                <Link
                  href={fillHref(file, gap)}
                  className="inline-flex min-h-11 items-center font-semibold sm:min-h-6"
                >
                  {absent(gap)}
                </Link>
              ) : (
                <b>{absent(gap)}</b>
              )}
              {`. ${step(gap)}, ${due(gap.on, today).words} `}
              <span className="text-muted">
                (
                {reason === 'practice'
                  ? t('practice')
                  : `${articleIn(td, reason.article)}${reason.status === 'verified' ? '' : `: ${td(`status.${reason.status}`)}`}`}
                )
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
