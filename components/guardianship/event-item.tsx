import { useClockLabels } from '@/components/deadlines/clock-labels'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { EventLine } from '@/components/registers/event-list'
import { EventMistakeForm } from '@/components/registers/event-mistake-form'
import { MistakeFold } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { LinkList } from '@/components/ui/link-list'
import { lacksDay } from '@/lib/guardianship/clocks.rules'
import { takeGuardianshipBack } from '@/lib/guardianship/event.actions'
import type { EventRow } from '@/lib/guardianship/event.data'
import type { EventShown } from '@/lib/guardianship/event.view'
import { type Lists, useGuardianshipLabels } from './guardianship-labels'
import { reportHref } from './report-href'

/** One thing that happened: the day, what it said, the deadlines it moved, and the ways to put it right. */
export const EventItem = ({
  shown,
  who,
  lists,
  href,
  deadlinesHref,
  canEdit,
}: {
  shown: EventShown
  /** The minor it is about, where a file has several. */
  who: string | null
  lists: Lists
  href: string
  deadlinesHref: string
  canEdit: boolean
}) => {
  const { t, name, named, day, date } = useGuardianshipLabels(lists)
  const { t: td } = useDeadlineLabels()
  const clocks = useClockLabels()
  const { event, earlier, answered, same, isChange } = shown
  const title = name(event, isChange)
  return (
    <EventLine id={event.id}>
      <h4 className="flex flex-wrap items-baseline gap-x-2.5 font-sans text-base">
        <span className="font-semibold">{title}</span>
        <span className="text-sm font-normal text-muted">
          {day(event)}
          {who === null ? null : (
            <>
              {' · '}
              <bdi dir="auto">{who}</bdi>
            </>
          )}
        </span>
      </h4>
      <Said event={event} lists={lists} />
      {lacksDay(event) ? <p className="text-late">{td('noExactDay')}</p> : null}
      {answered === null || event.kind === 'told' ? null : (
        <p className="text-sm">{t('answers', { event: named(answered) })}</p>
      )}
      {event.claimId === null ? null : <p className="text-sm text-muted">{t('claimed')}</p>}
      <LinkList links={clocks(shown, deadlinesHref)} />
      {same === null ? null : <p className="text-sm">{t('same', { name: same.by })}</p>}
      {earlier.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('earlier', { count: earlier.length })}
          </summary>
          <ul className="grid gap-2 border-s-2 border-hair ps-3">
            {earlier.map((row) => (
              <li key={row.id}>
                <p>{named(row)}</p>
                <Said event={row} lists={lists} />
                <p className="text-sm text-muted">{t('by', { name: row.by, at: date(row.recordedAt) })}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      <RowTools of={title}>
        <p className="pt-1 text-sm text-muted max-sm:basis-full sm:py-1.5">
          {t('by', { name: event.by, at: date(event.recordedAt) })}
        </p>
        {canEdit ? (
          <>
            <InlineLink
              href={
                event.kind === 'prepared'
                  ? reportHref(href, event.personId)
                  : `${href}&correct=${event.id}#record`
              }
            >
              {t('correct')}
              <span className="sr-only">: {title}</span>
            </InlineLink>
            <MistakeFold of={title}>
              <EventMistakeForm
                caseId={event.caseId}
                eventId={event.id}
                action={takeGuardianshipBack}
                draftKey={`guardianship:back:${event.id}`}
                texts={{ what: t('takeBackWhat'), words: t('field.words') }}
              />
            </MistakeFold>
          </>
        ) : null}
      </RowTools>
    </EventLine>
  )
}

/** What an event says beside its name, and its words. */
const Said = ({ event, lists }: { event: EventRow; lists: Lists }) => {
  const { facts } = useGuardianshipLabels(lists)
  const lines = facts(event)
  return (
    <>
      {lines.length === 0 ? null : (
        <p dir="auto" className="wrap-anywhere">
          {lines.join(' · ')}
        </p>
      )}
      <FreeText text={event.details.words} className="mt-1.5 max-w-prose" />
    </>
  )
}
