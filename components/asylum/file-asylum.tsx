import { Fragment, type ReactNode } from 'react'
import { EventList } from '@/components/registers/event-list'
import { classNames } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Folds } from '@/components/ui/section'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import type { EventShown } from '@/lib/asylum/event.view'
import type { Beside } from '@/lib/countries/at-hand.rules'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'
import { EventItem } from './event-item'
import { Mandates } from './mandates'
import { Matters } from './matters'
import { Mistakes } from './mistakes'
import { Needs } from './needs'
import { Receptions } from './receptions'
import { RecordedNotice } from './recorded-notice'
import { Recorder } from './recorder'
import { Screenings } from './screenings'
import { StayDocuments } from './stay-documents'
import { WayCard } from './way-card'
import { WayForm } from './way-form'

type Props = {
  readonly caseId: string
  /** The address of this page, and that of the deadlines of the file. */
  readonly href: string
  readonly deadlinesHref: string
  readonly part: AsylumPart
  readonly canEdit: boolean
  readonly today: Day
  /** What the reference data says beside the fields of a form; another room draws it. */
  readonly help: (beside: Beside) => ReactNode
  /** Whether the countries of the people were called safe, list by list. */
  readonly safe: ReactNode
}

/** On a wide page the papers stand beside what happened; on a phone they come before it. */
const BESIDE = 'lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] lg:gap-x-6'

/** The procedure of a file: who acts, where it stands and why, what stands beside it, then what happened. */
export const FileAsylum = ({ caseId, href, deadlinesHref, part, canEdit, today, help, safe }: Props) => {
  const { t } = useAsylumLabels()
  const { ways, events, mistakes, form, recorded } = part
  // A paper saved in the middle of recording something leaves that form where it is.
  const here =
    form === null
      ? href
      : `${href}&${form.fields.replaces === '' ? `event=${form.kind}` : `correct=${form.fields.replaces}`}`
  const { documents, receptions, needs, screenings, matters } = part
  // What is empty waits at the end, on one line.
  const registers = [
    {
      key: 'documents',
      isEmpty: documents.length === 0,
      drawn: (
        <StayDocuments
          documents={documents}
          href={here}
          help={help('stay')}
          {...{ caseId, deadlinesHref, canEdit, today }}
        />
      ),
    },
    {
      key: 'receptions',
      isEmpty: receptions.length === 0,
      drawn: (
        <Receptions
          receptions={receptions}
          words={part.words}
          href={here}
          help={help('reception')}
          {...{ caseId, canEdit }}
        />
      ),
    },
    {
      key: 'needs',
      isEmpty: needs.current.length + needs.mistakes.length === 0,
      drawn: <Needs caseId={caseId} part={part} canEdit={canEdit} today={today} />,
    },
    {
      key: 'screenings',
      isEmpty: screenings.current.length + screenings.mistakes.length === 0,
      drawn: <Screenings caseId={caseId} part={part} canEdit={canEdit} today={today} />,
    },
    {
      key: 'matters',
      isEmpty: matters.current.length + matters.mistakes.length === 0,
      drawn: <Matters {...{ caseId, part, canEdit, deadlinesHref }} help={help('matter')} />,
    },
  ]
  const papers = registers.filter(({ isEmpty }) => !isEmpty)
  const unwritten = canEdit ? registers.filter(({ isEmpty }) => isEmpty) : []
  const hasMandates = part.mandates.current.length + part.mandates.mistakes.length > 0
  const hasBeside = hasMandates || papers.length > 0
  const mandates = (
    <Mandates caseId={caseId} part={part} canEdit={canEdit} today={today} help={help('mandate')} />
  )
  return (
    <section aria-labelledby="asylum" className="grid gap-4">
      {/* The strip above says it; the first line is where the procedure stands. */}
      <h2 id="asylum" className="sr-only">
        {t('title')}
      </h2>
      {recorded === null ? null : (
        <RecordedNotice recorded={recorded} words={part.words} deadlinesHref={deadlinesHref} />
      )}
      <div className={classNames('grid items-start gap-4', hasBeside ? BESIDE : null)}>
        <div className="grid gap-3">
          {ways.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyWhat')}</EmptyState>
          ) : (
            ways.map((way) => <WayCard key={way.application.id} way={way} canEdit={canEdit} />)
          )}
          <div className="flex flex-wrap items-center gap-x-5">
            {safe}
            {canEdit ? (
              <Fold label={t('wayNew')} isOpen={ways.length === 0}>
                {help('way')}
                <WayForm caseId={caseId} application={null} />
              </Fold>
            ) : null}
          </div>
        </div>
        {hasBeside ? (
          <div className="grid gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {hasMandates ? mandates : null}
            {papers.map(({ key, drawn }) => (
              <Fragment key={key}>{drawn}</Fragment>
            ))}
          </div>
        ) : null}
        {ways.length === 0 ? null : (
          <section aria-labelledby="events" className="grid gap-3">
            {canEdit ? (
              <Recorder
                caseId={caseId}
                href={href}
                form={form}
                ways={ways}
                today={today}
                help={form === null ? null : help(`asylum/${form.kind}`)}
              />
            ) : null}
            <h3 id="events">{t('events')}</h3>
            {events.length === 0 ? <p className="text-muted">{t('eventsNone')}</p> : null}
            <EventList
              entries={events.map((shown) => (
                <EventItem
                  key={shown.event.id}
                  shown={shown}
                  isUntold={part.untold.some(({ interview }) => interview.id === shown.event.id)}
                  way={ways.length === 1 ? null : (wayOf(shown, ways)?.application.way ?? null)}
                  href={href}
                  deadlinesHref={deadlinesHref}
                  canEdit={canEdit}
                />
              ))}
              label={(count) => t('eventsEarlier', { count })}
            />
            <Mistakes mistakes={mistakes} />
          </section>
        )}
      </div>
      {unwritten.length === 0 && (hasMandates || !canEdit) ? null : (
        <PhoneFold label={t('addMore')}>
          <Folds>
            {hasMandates ? null : mandates}
            {unwritten.map(({ key, drawn }) => (
              <Fragment key={key}>{drawn}</Fragment>
            ))}
          </Folds>
        </PhoneFold>
      )}
    </section>
  )
}

const wayOf = ({ event }: EventShown, ways: AsylumPart['ways']) =>
  ways.find(({ application }) => application.id === event.applicationId)
