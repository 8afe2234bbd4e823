import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NextStepCard } from '@/components/cases/next-step-card'
import { NoteComposer } from '@/components/cases/note-composer'
import { SharingCard } from '@/components/cases/sharing-card'
import { SafeContacts } from '@/components/people/safe-contact'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import { fileHref, noteHref } from '@/lib/cases/file-part.view'
import { toWords } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { type TimelineAddress, writeTimelineQuery } from '@/lib/timeline/timeline.schema'
import type { TimelinePart } from '@/lib/timeline/timeline-page.data'
import { DayChanges } from './day-changes'
import { EventEntry } from './event-entry'
import { PinnedEntries } from './pinned-entries'
import { TimelineEntry } from './timeline-entry'
import { TimelineFilters } from './timeline-filters'

const timelineHref = (caseHeader: CaseHeader, address: TimelineAddress): string => {
  const query = writeTimelineQuery(address)
  return `${fileHref(caseHeader, 'timeline')}${query === '' ? '' : `&${query}`}`
}

/** What happened, newest first, with the place to write above it and what comes next beside it. */
export const TimelinePage = ({
  caseHeader,
  part: { address, timeline, pinned, sharing, legal, canPrivilege },
  rights,
  me,
  today,
  addTask,
  beside,
}: {
  caseHeader: CaseHeader
  part: TimelinePart
  rights: Rights
  me: string
  today: Day
  /** The form of a task, in a fold. */
  addTask: ReactNode
  /** What other rooms put beside the timeline. */
  beside: ReactNode
}) => {
  const t = useTranslations('cases')
  const labels = toWords(caseHeader.words, useLocale())
  const isContinued = address.before !== null
  const isNarrowed = address.kinds.length > 0 || address.isNew
  const written = timeline.items.filter(({ type }) => isNarrowed || type !== 'changes').length
  return (
    <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
      {/* First on a phone, too: what is to be done comes before what happened. */}
      <div className="min-w-0 lg:col-start-2">
        <NextStepCard caseHeader={caseHeader} today={today} canEdit={rights.canEdit}>
          {addTask}
        </NextStepCard>
      </div>
      <section aria-labelledby="timeline" className="grid gap-3 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {rights.canWrite && !isContinued ? (
          <NoteComposer
            caseId={caseHeader.id}
            noteHref={noteHref(caseHeader, ':id')}
            today={today}
            canEdit={rights.canEdit}
            canPrivilege={canPrivilege}
          />
        ) : null}
        <PinnedEntries pinned={pinned} sheet={caseHeader} canWrite={rights.canWrite} />
        <TimelineFilters caseHeader={caseHeader} address={address} shown={timeline.items.length}>
          {rights.canEdit && !isContinued ? (
            <Link
              href={fileHref(caseHeader, 'activities')}
              className="ms-auto inline-flex min-h-11 items-center text-sm sm:min-h-8 print:hidden"
            >
              {t('addActivity')}
            </Link>
          ) : null}
        </TimelineFilters>
        {written === 0 && isNarrowed ? (
          <EmptyState title={t('timeline.none')}>{t('timeline.noneWhat')}</EmptyState>
        ) : null}
        {written === 0 && !isNarrowed && !isContinued ? (
          <EmptyState title={t('timeline.empty')}>{t('timeline.emptyWhat')}</EmptyState>
        ) : null}
        {timeline.items.length === 0 ? null : (
          <ol className="timeline">
            {timeline.items.map((item) =>
              item.type === 'changes' ? (
                <DayChanges key={item.id} changes={item} isOpen={address.kinds.includes('change')} />
              ) : item.type === 'event' ? (
                <EventEntry
                  key={item.id}
                  item={item}
                  sheet={caseHeader}
                  since={caseHeader.lastReviewedAt}
                  legal={legal}
                />
              ) : (
                <TimelineEntry
                  key={item.id}
                  item={item}
                  labels={labels}
                  sheet={caseHeader}
                  rights={rights}
                  me={me}
                  since={caseHeader.lastReviewedAt}
                />
              ),
            )}
          </ol>
        )}
        <div className="flex flex-wrap gap-3 print:hidden">
          {timeline.more === null ? null : (
            <LinkButton kind="quiet" href={timelineHref(caseHeader, { ...address, before: timeline.more })}>
              {t('timeline.earlier')}
            </LinkButton>
          )}
          {isContinued ? (
            <LinkButton kind="plain" href={timelineHref(caseHeader, { ...address, before: null })}>
              {t('timeline.newest')}
            </LinkButton>
          ) : null}
        </div>
      </section>
      <aside aria-label={t('beside')} className="grid min-w-0 gap-4 lg:col-start-2">
        {beside}
        <SafeContacts
          contacts={caseHeader.contacts}
          people={caseHeader.people}
          href={fileHref(caseHeader, 'contacts')}
        />
        <SharingCard sharing={sharing} href={fileHref(caseHeader, 'history')} />
      </aside>
    </div>
  )
}
