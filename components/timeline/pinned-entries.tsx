import { useTranslations } from 'next-intl'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { noteHref } from '@/lib/cases/file-part.view'
import { pinOf, type TimelineItem } from '@/lib/timeline/timeline.view'
import { useEntryLabels } from './entry-labels'
import { PinButton } from './pin-button'

/** What colleagues want everyone to see first; each entry keeps its place in the timeline too. */
export const PinnedEntries = ({
  pinned,
  sheet,
  canWrite,
}: {
  pinned: readonly TimelineItem[]
  sheet: Pick<CaseHeader, 'id' | 'code'>
  canWrite: boolean
}) => {
  const t = useTranslations('cases')
  const labels = useEntryLabels()
  if (pinned.length === 0) return null
  return (
    <section aria-label={t('pin.title')} data-print="whole">
      <h3 className="font-sans text-sm font-normal text-muted">{t('pin.title')}</h3>
      <ul className="mt-1 grid gap-3">
        {pinned.map((item) => (
          <li key={item.id} className="border-s-3 border-accent ps-3">
            <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm text-muted">
              <Link
                href={item.type === 'note' ? noteHref(sheet, item.id) : `/detention/encounters/${item.id}`}
                className="font-semibold"
              >
                {labels(item)}
              </Link>
              <span>
                <Time at={item.on} style="day" /> · {item.author}
              </span>
            </p>
            <FreeText text={item.text} className="max-w-prose" />
            {canWrite ? <PinButton caseId={sheet.id} pin={pinOf(item)} name={labels(item)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
