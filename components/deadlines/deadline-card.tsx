import type { ReactNode } from 'react'
import { Fold } from '@/components/ui/fold'
import { InlineLink } from '@/components/ui/inline-link'
import { SIGNS, Tag } from '@/components/ui/tag'
import { toDue } from '@/lib/cases/case.rules'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import type { DetainedDoubt } from '@/lib/deadlines/detained.view'
import type { InFourLanguages } from '@/lib/deadlines/edition.data'
import type { Linkable } from '@/lib/deadlines/linkable.data'
import type { Recount } from '@/lib/deadlines/recount.rules'
import type { ReminderSent } from '@/lib/deadlines/reminded.data'
import type { OrganisationRule } from '@/lib/deadlines/rule.data'
import type { Day } from '@/lib/shared/dates'
import { CloseForm } from './close-form'
import { useDeadlineLabels } from './deadline-labels'
import { Explanation } from './explanation'
import { Recounted } from './recounted'
import { Reminded } from './reminded'

type Props = {
  readonly deadline: Deadline
  readonly linkable: readonly Linkable[]
  /** Who was reminded of it, the last day first. */
  readonly told: readonly ReminderSent[]
  readonly canEdit: boolean
  readonly today: Day
  /** All of the file: what took its place, or what it was before it was closed by mistake. */
  readonly others: readonly Deadline[]
  /** Detention in the file speaks against the day; null when nothing does. */
  readonly question: DetainedDoubt | null
  /** A rule was corrected since and gives another day; null when none does. */
  readonly recount: Recount<OrganisationRule> | null
  /** When its rule does not hold. */
  readonly exception: InFourLanguages | undefined
  /** Where the event of this deadline is corrected. */
  readonly correctHref: string
}

/** One deadline of a file: the day and what it means, what speaks against it, how it was counted, and the way to close it. */
export const DeadlineCard = (props: Props) => {
  const { deadline, others, linkable, told, canEdit, today, question, recount, exception, correctHref } =
    props
  const { t, said, date } = useDeadlineLabels()
  const isOpen = deadline.status === 'open'
  const title = said(deadline.rule.title)
  return (
    <li id={`deadline-${deadline.id}`} className="scroll-mt-40 border-b border-hair py-3 first:pt-0">
      <h3>{title}</h3>
      <Days deadline={deadline} today={today} />
      {recount === null ? null : <Recounted deadline={deadline} recount={recount} canEdit={canEdit} />}
      {isOpen && others.some((one) => isAgain(deadline, one)) ? (
        <p className="mt-2">{t('file.again')}</p>
      ) : null}
      {isOpen ? (
        <Doubts deadline={deadline} question={question} />
      ) : (
        <Ending deadline={deadline} others={others} />
      )}
      <p className="mt-2 text-sm text-muted">
        {isOpen ? `${t('explained.lawyer')} ` : null}
        {t('file.by', { name: deadline.by, at: date(deadline.createdAt) })}
      </p>
      <div className="mt-1 flex flex-wrap items-start gap-x-5 *:min-w-0 *:open:basis-full">
        <Explanation deadline={deadline} exception={exception} />
        <Reminded told={told} title={title} />
        {isOpen && canEdit ? (
          <>
            <Fold label={t('file.close')} of={title}>
              <CloseForm
                caseId={deadline.caseId}
                deadlineId={deadline.id}
                version={deadline.version}
                acts={deadline.rule.closedBy}
                linkable={linkable}
                today={today}
              />
            </Fold>
            <InlineLink href={correctHref}>
              {t('file.correct')}
              <span className="sr-only">: {title}</span>
            </InlineLink>
          </>
        ) : null}
      </div>
    </li>
  )
}

const Days = ({ deadline, today }: { deadline: Deadline; today: Day }) => {
  const { t, day } = useDeadlineLabels()
  const { dueOn, remindOn, rule, severity, status, explanation } = deadline
  const { computation, verdict } = explanation
  const isOpen = status === 'open'
  if (dueOn === null)
    return (
      <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <strong>{remindOn === null ? t('noDate') : t('unconfirmedOn', { day: day(remindOn) })}</strong>
        {isOpen ? (
          <Tag kind={isLoud(deadline, today) ? 'danger' : 'plain'}>{t(`severity.${severity}`)}</Tag>
        ) : null}
      </p>
    )
  const { state, days } = toDue(dueOn, today)
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span>
        {t.rich('says', {
          what: t(`meaning.${rule.meaning}`),
          day: () => <strong>{day(dueOn)}</strong>,
        })}
        {computation.kind === 'date' && computation.time !== null ? `, ${computation.time}` : ''}
      </span>
      {verdict.basis === 'none' || rule.meaning === 'attend' ? null : (
        <span className="text-muted">{t(`basis.${verdict.basis}`)}</span>
      )}
      {isOpen ? (
        <>
          <Tag kind={state === 'ahead' ? 'plain' : 'late'}>
            {state === 'today' ? t('due.today') : t(state === 'late' ? 'due.late' : 'due.ahead', { days })}
          </Tag>
          <Tag kind={isLoud(deadline, today) ? 'danger' : 'plain'}>{t(`severity.${severity}`)}</Tag>
        </>
      ) : null}
    </p>
  )
}

/** A sign and sentences; a box would be one among those of the page, of which each file has one at most. */
const Doubt = ({
  title,
  isLate = true,
  children,
}: {
  title?: string
  isLate?: boolean
  children: ReactNode
}) => (
  <div className="flex max-w-prose gap-2">
    {isLate ? (
      <span aria-hidden="true" className="text-late">
        {SIGNS.late}
      </span>
    ) : null}
    <div>
      {title === undefined ? null : <p className="font-semibold">{title}</p>}
      {children}
    </div>
  </div>
)

const Doubts = ({ deadline, question }: Pick<Props, 'deadline' | 'question'>) => {
  const { t, day, window, said } = useDeadlineLabels()
  const { computation, verdict } = deadline.explanation
  const { conflict } = verdict
  // A letter that was read is not asked for again.
  const reason =
    computation.kind === 'none' && (computation.reason !== 'readTheLetter' || deadline.dueOn === null)
      ? computation
      : null
  const isDetainedUnknown = computation.steps.some(
    (step) => step.code === 'held' && step.held === 'not_known',
  )
  if (
    conflict === null &&
    reason === null &&
    question === null &&
    !isDetainedUnknown &&
    deadline.rule.note === null
  )
    return null
  return (
    <div className="mt-3 grid gap-3">
      {question === null ? null : (
        <Doubt title={t('held.title')}>
          <p>
            {question.code === 'heldThen'
              ? t('held.heldThen', { on: day(question.on) })
              : t('held.heldSince', { since: day(question.since), on: day(question.on) })}
          </p>
        </Doubt>
      )}
      {isDetainedUnknown ? (
        <Doubt title={t('held.title')}>
          <p>{t('held.notKnown')}</p>
        </Doubt>
      ) : null}
      {conflict === null ? null : (
        <Doubt title={t('conflictTitle')}>
          <p>
            {t('conflictWhat', {
              letter: day(conflict.letter),
              rule: window(conflict.rule),
              days: conflict.days,
            })}
          </p>
        </Doubt>
      )}
      {reason === null ? null : (
        <Doubt isLate={deadline.dueOn === null}>
          <p>{t(`reason.${reason.reason}`)}</p>
          {reason.window === null || deadline.dueOn !== null ? null : (
            <p>
              {reason.window.earliest === reason.window.latest
                ? t('windowDay', { earliest: day(reason.window.earliest) })
                : t('window', {
                    earliest: day(reason.window.earliest),
                    latest: day(reason.window.latest),
                  })}
            </p>
          )}
        </Doubt>
      )}
      {deadline.rule.note === null ? null : <p className="max-w-prose text-sm">{said(deadline.rule.note)}</p>}
    </div>
  )
}

/** The same deadline had been closed, and what closed it does not count any more. */
const isAgain = (deadline: Deadline, before: Deadline): boolean =>
  before.status === 'closed' &&
  before.event === deadline.event &&
  before.happenedOn === deadline.happenedOn &&
  before.family === deadline.family

const Ending = ({ deadline, others }: Pick<Props, 'deadline' | 'others'>) => {
  const { t, day } = useDeadlineLabels()
  const { closedAct, closedOn, kept, closer, supersededBy } = deadline
  const isReplaced = others.some(({ id }) => id === supersededBy)
  if (closedAct === null || closedOn === null || kept === null)
    return <p className="mt-2 text-muted">{t(isReplaced ? 'file.superseded' : 'file.takenBack')}</p>
  return (
    <p className="mt-2">
      {deadline.rule.meaning === 'attend'
        ? t('file.closedPlain', { act: t(`act.${closedAct}`), on: day(closedOn), name: closer ?? '' })
        : t('file.closed', {
            act: t(`act.${closedAct}`),
            on: day(closedOn),
            kept: t(`kept.${kept}`),
            name: closer ?? '',
          })}
    </p>
  )
}
