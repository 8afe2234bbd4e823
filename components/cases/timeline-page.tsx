import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { Rights } from '@/lib/cases/file.view'
import type { TimelinePart } from '@/lib/cases/file-page.data'
import type { Sheet } from '@/lib/cases/sheet.data'
import { toWords } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { AddNoteLink, FileFrame, fileHref } from './file-frame'
import { NextStepCard } from './next-step-card'
import { NoteComposer } from './note-composer'
import { SharingCard } from './sharing-card'
import { TimelineEntry } from './timeline-entry'

/** What happened, newest first, with the place to write above it and what comes next beside it. */
export const TimelinePage = ({
  sheet,
  part: { timeline, sharing, isContinued },
  rights,
  me,
  today,
}: {
  sheet: Sheet
  part: TimelinePart
  rights: Rights
  me: string
  today: Day
}) => {
  const t = useTranslations('cases')
  const words = toWords(sheet.words, useLocale())
  return (
    <FileFrame
      sheet={sheet}
      part="timeline"
      today={today}
      {...(rights.canWrite ? { action: <AddNoteLink /> } : {})}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="timeline" className="grid gap-4">
          <h2 id="timeline" className="sr-only">
            {t('part.timeline')}
          </h2>
          {rights.canWrite && !isContinued ? <NoteComposer caseId={sheet.id} today={today} /> : null}
          {timeline.items.length === 0 ? (
            <EmptyState title={t('timeline.empty')}>{t('timeline.emptyWhat')}</EmptyState>
          ) : (
            <ol className="border-s-2 border-hair ps-5">
              {timeline.items.map((item) => (
                <TimelineEntry
                  key={item.id}
                  item={item}
                  words={words}
                  sheet={sheet}
                  rights={rights}
                  me={me}
                />
              ))}
            </ol>
          )}
          <div className="flex flex-wrap gap-3 print:hidden">
            {timeline.more === null ? null : (
              <LinkButton kind="quiet" href={`${fileHref(sheet, 'timeline')}&before=${timeline.more}`}>
                {t('timeline.earlier')}
              </LinkButton>
            )}
            {isContinued ? (
              <LinkButton kind="plain" href={fileHref(sheet, 'timeline')}>
                {t('timeline.newest')}
              </LinkButton>
            ) : null}
          </div>
        </section>
        <aside aria-label={t('beside')} className="grid gap-4">
          <NextStepCard sheet={sheet} today={today} canEdit={rights.canEdit} />
          <Card as="section">
            <SharingCard sharing={sharing} href={fileHref(sheet, 'history')} />
          </Card>
        </aside>
      </div>
    </FileFrame>
  )
}
