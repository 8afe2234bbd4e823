import { useLocale } from 'next-intl'
import { useClockLabels } from '@/components/deadlines/clock-labels'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { EventLine } from '@/components/registers/event-list'
import { EventMistakeForm } from '@/components/registers/event-mistake-form'
import { MistakeFold } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { Link } from '@/components/ui/link'
import { LinkList } from '@/components/ui/link-list'
import { lacksDay } from '@/lib/asylum/cause.rules'
import { takeEventBack } from '@/lib/asylum/event.actions'
import type { EventRow } from '@/lib/asylum/event.data'
import type { EventShown } from '@/lib/asylum/event.view'
import { SHAPES, type Way } from '@/lib/asylum/vocabulary.rules'
import { countryName } from '@/lib/people/country.rules'
import { useAsylumLabels } from './asylum-labels'

/** One thing that happened: the day, what it said and answers, the deadlines it moved, and the ways to put it right. */
export const EventItem = ({
  shown,
  way,
  isUntold,
  href,
  deadlinesHref,
  canEdit,
}: {
  shown: EventShown
  /** The way it is on, where a file has several. */
  way: Way | null
  /** An interview before which special needs have not been told there. */
  isUntold: boolean
  href: string
  deadlinesHref: string
  canEdit: boolean
}) => {
  const { t, name, named, day, date } = useAsylumLabels()
  const clocks = useClockLabels()
  const { event, earlier, answered, same } = shown
  const title = name(event)
  return (
    <EventLine id={event.id}>
      <h4 className="flex flex-wrap items-baseline gap-x-2.5 font-sans text-base">
        <span className="font-semibold">{title}</span>
        <span className="text-sm font-normal text-muted">
          {day(event)}
          {way === null ? '' : ` · ${t(`way.${way}`)}`}
        </span>
      </h4>
      <EventFacts event={event} />
      <DayAsked shown={shown} />
      {answered === null ? null : <p>{t('answers', { event: named(answered) })}</p>}
      <FreeText text={event.words} className="mt-1.5 max-w-prose" />
      {isUntold ? (
        <p className="text-late">
          <Link href="#register-need" className="inline-flex min-h-11 items-center underline sm:min-h-8">
            {t('need.untoldHere')}
          </Link>
        </p>
      ) : null}
      <LinkList links={clocks(shown, deadlinesHref)} />
      {same === null ? null : <p className="text-sm">{t('same', { name: same.by })}</p>}
      {earlier.length === 0 ? null : <Earlier rows={earlier} />}
      <RowTools of={title}>
        <p className="pt-1 text-sm text-muted max-sm:basis-full sm:py-1.5">
          {t('by', { name: event.by, at: date(event.recordedAt) })}
        </p>
        {canEdit ? (
          <>
            <InlineLink href={`${href}&correct=${event.id}#record`}>
              {t('correct')}
              <span className="sr-only">: {title}</span>
            </InlineLink>
            <MistakeFold of={title}>
              <EventMistakeForm
                caseId={event.caseId}
                eventId={event.id}
                action={takeEventBack}
                draftKey={`asylum:back:${event.id}`}
                texts={{ what: t('takeBackWhat'), words: t('field.words') }}
              />
            </MistakeFold>
          </>
        ) : null}
      </RowTools>
    </EventLine>
  )
}

/** What is asked about the day from which clocks count. */
const DayAsked = ({ shown: { event, started } }: { shown: EventShown }) => {
  const { t } = useAsylumLabels()
  const { t: td } = useDeadlineLabels()
  if (SHAPES[event.kind].isNotified)
    return event.notifiedOn === null ? (
      <p className="text-late">{t(started.length === 0 ? 'notNotified' : 'notNotifiedCounted')}</p>
    ) : null
  return lacksDay(event) && started.length === 0 ? <p className="text-late">{td('noExactDay')}</p> : null
}

/** What an event says beside its name. */
const EventFacts = ({ event }: { event: EventRow }) => {
  const { t, when, date } = useAsylumLabels()
  const { t: td, span } = useDeadlineLabels()
  const locale = useLocale()
  const { notifiedOn, notification, letter, ground, suspensive, country, facts } = event
  const { isNotified } = SHAPES[event.kind]
  const lines = [
    isNotified && event.on !== null ? t('takenOn', { on: when(event.on) }) : null,
    notifiedOn === null
      ? null
      : notification === null
        ? t('notifiedOn', { on: date(notifiedOn) })
        : t('notifiedHow', { on: date(notifiedOn), way: td(`notification.${notification}`) }),
    letter === null
      ? null
      : letter.kind === 'period'
        ? t('letterPeriod', { span: span(letter) })
        : t('letterDay', { on: date(letter.on) }),
    ground === null ? null : t('groundSays', { ground: t(`ground.${ground}`) }),
    suspensive === null ? null : t('suspensiveSays', { effect: t(`suspensive.${suspensive}`) }),
    country === null ? null : countryName(country, locale),
    ...facts.map((fact) => td(`fact.${fact}`)),
  ].filter((line) => line !== null)
  return lines.length === 0 ? null : <p>{lines.join(' · ')}</p>
}

const Earlier = ({ rows }: { rows: readonly EventRow[] }) => {
  const { t, named, date } = useAsylumLabels()
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('earlier', { count: rows.length })}
      </summary>
      <ul className="grid gap-2 border-s-2 border-hair ps-3">
        {rows.map((row) => (
          <li key={row.id}>
            <p>{named(row)}</p>
            <EventFacts event={row} />
            <FreeText text={row.words} className="max-w-prose" />
            <p className="text-sm text-muted">{t('by', { name: row.by, at: date(row.recordedAt) })}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
