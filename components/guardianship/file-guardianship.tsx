import type { ReactNode } from 'react'
import { useClockLabels } from '@/components/deadlines/clock-labels'
import { EventList } from '@/components/registers/event-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkList } from '@/components/ui/link-list'
import { Notice } from '@/components/ui/notice'
import type { Beside } from '@/lib/countries/at-hand.rules'
import { type EventShown, tellings } from '@/lib/guardianship/event.view'
import type { GuardianshipPart } from '@/lib/guardianship/guardianship-page.data'
import type { Day } from '@/lib/shared/dates'
import { EventItem } from './event-item'
import { useGuardianshipLabels } from './guardianship-labels'
import { MinorCard } from './minor-card'
import { MissingBand } from './missing-band'
import { Mistakes } from './mistakes'
import { Recorder } from './recorder'
import { Together } from './together'

type Props = {
  readonly caseId: string
  /** The address of this page, and that of the deadlines of the file. */
  readonly href: string
  readonly deadlinesHref: string
  readonly part: GuardianshipPart
  readonly canEdit: boolean
  readonly today: Day
  /** What the reference data says beside the fields of a form; another room draws it. */
  readonly help: (beside: Beside) => ReactNode
}

/** The guardianship of a file: who is missing, how each minor stands and why, then what happened. */
export const FileGuardianship = ({ caseId, href, deadlinesHref, part, canEdit, today, help }: Props) => {
  const { t, name } = useGuardianshipLabels(part.words)
  const clocks = useClockLabels()
  const { minors, events, mistakes, recorded } = part
  const nameOf = (personId: string): string | null =>
    minors.length < 2 ? null : (minors.find(({ person }) => person.id === personId)?.person.name ?? null)
  const told = tellings(events)
  const item = (shown: EventShown) => (
    <EventItem
      key={shown.event.id}
      shown={shown}
      who={nameOf(shown.event.personId)}
      lists={part.words}
      {...{ href, deadlinesHref, canEdit }}
    />
  )
  return (
    <section aria-labelledby="guardianship" className="grid gap-4">
      {/* The strip above says it; the first line is who is missing, or how the guardianship stands. */}
      <h2 id="guardianship" className="sr-only">
        {t('title')}
      </h2>
      {recorded === null ? null : (
        <Notice kind="success" title={t('savedTitle', { event: name(recorded.event, recorded.isChange) })}>
          {recorded.started.length + recorded.closed.length === 0 ? (
            <p>{t('savedNothing')}</p>
          ) : (
            <LinkList links={clocks(recorded, deadlinesHref)} />
          )}
        </Notice>
      )}
      {minors.map((minor) => (
        <MissingBand
          key={minor.person.id}
          minor={minor}
          lists={part.words}
          bodies={part.bodies}
          {...{ href, deadlinesHref, canEdit, today }}
        />
      ))}
      {minors.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyWhat')}</EmptyState>
      ) : (
        minors.map((minor) => (
          <MinorCard
            key={minor.person.id}
            minor={minor}
            isOnly={minors.length === 1}
            lists={part.words}
            bodies={part.bodies}
            {...{ href, canEdit, today }}
          />
        ))
      )}
      {canEdit && minors.length > 0 ? (
        <Recorder
          caseId={caseId}
          href={href}
          part={part}
          today={today}
          help={part.form === null ? null : help(`guardianship/${part.form.kind}`)}
        />
      ) : null}
      {minors.length === 0 ? null : (
        <section aria-labelledby="events" className="grid gap-3">
          <h3 id="events">{t('events')}</h3>
          {events.length === 0 ? <p className="text-muted">{t('eventsNone')}</p> : null}
          {events.length === 0 ? null : (
            <EventList
              entries={told.map((one) =>
                one.length === 1 ? (
                  one.map(item)
                ) : (
                  <Together key={one[0]?.event.id} all={one} lists={part.words}>
                    {one.map(item)}
                  </Together>
                ),
              )}
              label={(count) => t('eventsEarlier', { count })}
            />
          )}
          <Mistakes mistakes={mistakes} lists={part.words} />
        </section>
      )}
    </section>
  )
}
