import type { ReactNode } from 'react'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { classNames } from '@/components/ui/class-names'
import { LeadWords } from '@/components/ui/lead-words'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { toDue } from '@/lib/cases/case.rules'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import type { ProcedurePart } from '@/lib/procedure/procedure-page.data'
import type { StoryEvent } from '@/lib/procedure/story.view'
import type { Strand } from '@/lib/procedure/strand.rules'
import type { Day } from '@/lib/shared/dates'
import type { PageHrefs } from './procedure-props'
import type { StoryLabels } from './story-labels'
import { StrandMark } from './strand-mark'

/** So many of what happened last are in sight; what was before is one press away. */
const RECENT = 5
/** So much of what is ahead is in sight. */
const NEAR = 6

type Context = {
  readonly part: ProcedurePart
  readonly hrefs: PageHrefs
  readonly labels: StoryLabels
  readonly today: Day
  /** How a deadline was counted; it belongs to another room. */
  readonly explain: (deadline: Deadline) => ReactNode
}

/** The name of a procedure in every row says nothing where there is only one. */
const hasOneStrand = ({ past, ahead }: ProcedurePart): boolean =>
  new Set([
    ...past.map(({ strand }) => strand),
    ...ahead.map((item) => (item.type === 'event' ? item.event.strand : item.strand)),
  ]).size < 2

/** What happened, today, and what is ahead, one line of days for all procedures. */
export const Story = (props: Context) => {
  const { part, labels, today } = props
  const { t, locale } = labels
  const earlier = part.past.slice(0, Math.max(0, part.past.length - RECENT))
  const recent = part.past.slice(earlier.length)
  const [near, later] = [part.ahead.slice(0, NEAR), part.ahead.slice(NEAR)]
  return (
    <section aria-labelledby="story">
      <h3 id="story" className="sr-only">
        {t('story')}
      </h3>
      {earlier.length === 0 ? null : (
        <Folded
          label={t('earlier', { count: earlier.length })}
          more={t('since', { on: formatTime(locale, earlier[0]?.on ?? today, 'day') })}
        >
          <Past events={earlier} {...props} />
        </Folded>
      )}
      <Past events={recent} {...props} />
      <p className="flex items-center gap-3 pt-2 pb-1 text-sm font-semibold text-accent after:h-0.5 after:grow after:bg-accent">
        {t('todayIs', { day: formatTime(locale, today, 'weekday') })}
      </p>
      {part.ahead.length === 0 ? (
        <p className="py-2 text-muted">{t('nothingAhead')}</p>
      ) : (
        <Ahead items={near} {...props} />
      )}
      {later.length === 0 ? null : (
        <Folded label={t('later', { count: later.length })}>
          <Ahead items={later} {...props} />
        </Folded>
      )}
    </section>
  )
}

const Folded = ({ label, more, children }: { label: string; more?: string; children: ReactNode }) => (
  <details>
    <summary className="min-h-11 border-b border-hair py-2 text-sm font-semibold text-link sm:min-h-9">
      <span>{label}</span>
      {more === undefined ? null : <span className="ms-2 font-normal text-muted">{more}</span>}
    </summary>
    {children}
  </details>
)

/** A row: the day, which procedure, what, how long until then. On a phone the facts are above what it is. */
const Row = ({
  id,
  day,
  strand,
  end,
  isNear = false,
  children,
}: {
  id?: string
  day: string
  /** Null where all rows are of one procedure. */
  strand: Strand | null
  end?: ReactNode
  isNear?: boolean
  children: ReactNode
}) => (
  <li
    {...(id === undefined ? {} : { id })}
    data-print="whole"
    className={classNames(
      'grid scroll-mt-40 grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 border-b border-hair py-1 max-sm:items-center sm:items-baseline',
      strand === null
        ? 'sm:grid-cols-[7.5rem_minmax(0,1fr)_auto]'
        : 'sm:grid-cols-[7.5rem_8.5rem_minmax(0,1fr)_auto]',
      isNear && '-mx-2 rounded bg-late-soft px-2',
    )}
  >
    <span className="text-sm text-muted">{day}</span>
    <div className="text-sm sm:order-last sm:text-end">{end}</div>
    {strand === null ? null : <StrandMark strand={strand} />}
    <div className="min-w-0 max-sm:col-span-3">{children}</div>
  </li>
)

const Past = ({ events, ...context }: Context & { events: readonly StoryEvent[] }) => (
  <ol>
    {events.map((event) => (
      <EventRow key={event.id} event={event} {...context} />
    ))}
  </ol>
)

const EventRow = ({ event, part, hrefs, labels }: Context & { event: StoryEvent }) => {
  const { said } = event
  const whose =
    said.room === 'guardianship' && part.minors.length > 1
      ? part.minors.find(({ id }) => id === said.personId)?.name
      : undefined
  return (
    <Row day={labels.dayOf(event)} strand={hasOneStrand(part) ? null : event.strand}>
      <Link
        href={`${hrefs[event.strand]}#${event.anchor}`}
        className="inline-flex min-h-8 items-center font-semibold text-ink no-underline wrap-anywhere hover:underline"
      >
        <span>
          <LeadWords text={labels.event(event)} />
        </span>
      </Link>
      {whose === undefined ? null : (
        <span className="ms-2 text-sm text-muted">
          <bdi dir="auto" translate="no">
            {whose}
          </bdi>
        </span>
      )}
    </Row>
  )
}

const Ahead = ({ items, ...context }: Context & { items: ProcedurePart['ahead'] }) => (
  <ol>
    {items.map((item) =>
      item.type === 'event' ? (
        <EventRow key={item.event.id} event={item.event} {...context} />
      ) : (
        <DeadlineRow
          key={item.deadline.id}
          deadline={item.deadline}
          strand={item.strand}
          on={item.on}
          {...context}
        />
      ),
    )}
  </ol>
)

/** A deadline explains itself: what the day means, on what it rests, how it was counted and by which rule. */
const DeadlineRow = ({
  deadline,
  strand,
  on,
  part,
  hrefs,
  explain,
  labels,
  today,
}: Context & { deadline: Deadline; strand: Strand; on: Day | null }) => {
  const { t, said } = useDeadlineLabels()
  const isNear = isLoud(deadline, today)
  return (
    <Row
      id={`deadline-${deadline.id}`}
      day={on === null ? t('noDate') : labels.day(on)}
      strand={hasOneStrand(part) ? null : strand}
      isNear={isNear}
      end={<Due deadline={deadline} today={today} isNear={isNear} />}
    >
      <Link
        href={`${hrefs.deadlines}#deadline-${deadline.id}`}
        className="inline-flex min-h-8 items-center font-semibold text-ink no-underline wrap-anywhere hover:underline"
      >
        {said(deadline.rule.title)}
      </Link>
      <Certainty deadline={deadline} />
      {explain(deadline)}
    </Row>
  )
}

const Due = ({ deadline, today, isNear }: { deadline: Deadline; today: Day; isNear: boolean }) => {
  const { t } = useDeadlineLabels()
  const { dueOn, severity } = deadline
  const due = dueOn === null ? null : toDue(dueOn, today)
  return (
    <span className="flex flex-wrap gap-1.5 sm:justify-end">
      {due === null ? null : (
        <Tag kind={due.state === 'ahead' && !isNear ? 'plain' : 'late'}>
          {due.state === 'today'
            ? t('due.today')
            : t(due.state === 'late' ? 'due.late' : 'due.ahead', { days: due.days })}
        </Tag>
      )}
      {isNear ? <Tag kind="danger">{t(`severity.${severity}`)}</Tag> : null}
    </span>
  )
}

/** What the day means and how sure it is; without a day, why there is none and what reminders follow. */
const Certainty = ({ deadline }: { deadline: Deadline }) => {
  const { t, day } = useDeadlineLabels()
  const { dueOn, remindOn, rule, explanation } = deadline
  const { computation, verdict } = explanation
  if (dueOn === null)
    return (
      <p className="text-sm text-muted">
        {remindOn === null ? null : <strong>{`${t('unconfirmedOn', { day: day(remindOn) })}. `}</strong>}
        {computation.kind === 'none' ? t(`reason.${computation.reason}`) : null}
      </p>
    )
  const facts = [
    t(`meaning.${rule.meaning}`),
    computation.kind === 'date' ? computation.time : null,
    verdict.basis === 'none' || rule.meaning === 'attend' ? null : t(`basis.${verdict.basis}`),
  ].filter((fact) => fact !== null)
  return (
    <p className="text-sm text-muted">
      {facts.join(' · ')}
      {verdict.conflict === null ? null : <span className="block text-late">{t('conflictTitle')}</span>}
    </p>
  )
}
