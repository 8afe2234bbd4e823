import type { ReactNode } from 'react'
import { RecorderCard } from '@/components/forms/recorder-card'
import { EmptyState } from '@/components/ui/empty-state'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { DetainedDoubt } from '@/lib/deadlines/detained.view'
import type { Exceptions } from '@/lib/deadlines/exception.data'
import type { Linkable } from '@/lib/deadlines/linkable.data'
import type { Asked, RecordFields } from '@/lib/deadlines/record.view'
import type { Recount } from '@/lib/deadlines/recount.rules'
import type { ReminderSent } from '@/lib/deadlines/reminded.data'
import type { OrganisationRule } from '@/lib/deadlines/rule.data'
import { EVENTS, type EventCode } from '@/lib/deadlines/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { DeadlineCard } from './deadline-card'
import { useDeadlineLabels } from './deadline-labels'
import { RecordForm } from './record-form'

type Props = {
  readonly caseId: string
  readonly href: string
  readonly deadlines: readonly Deadline[]
  readonly linkable: readonly Linkable[]
  readonly told: ReadonlyMap<string, readonly ReminderSent[]>
  readonly questions: ReadonlyMap<string, DetainedDoubt>
  readonly recounts: ReadonlyMap<string, Recount<OrganisationRule>>
  readonly exceptions: Exceptions
  readonly form: { readonly event: EventCode; readonly asked: Asked; readonly fields: RecordFields } | null
  readonly canEdit: boolean
  readonly today: Day
  /** What runs although no deadline of it is known; another room says it. */
  readonly finding: ReactNode
}

/** The clocks of a file: what runs, what is over, and where one records what happened. */
export const FileDeadlines = (props: Props) => {
  const { t } = useDeadlineLabels()
  const open = props.deadlines.filter(({ status }) => status === 'open')
  const over = props.deadlines.filter(({ status }) => status !== 'open').reverse()
  return (
    <section aria-labelledby="deadlines" className="grid gap-4">
      {/* The strip above says it. */}
      <h2 id="deadlines" className="sr-only">
        {t('file.title')}
      </h2>
      {props.finding}
      {open.length === 0 ? null : <Cards {...props} shown={open} />}
      {open.length === 0 ? <EmptyState title={t('file.empty')}>{t('file.emptyWhat')}</EmptyState> : null}
      {props.canEdit ? <Recorder {...props} /> : null}
      {over.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('file.over', { count: over.length })}
          </summary>
          <div className="mt-2">
            <Cards {...props} shown={over} />
          </div>
        </details>
      )}
    </section>
  )
}

const Cards = ({
  shown,
  deadlines,
  linkable,
  told,
  questions,
  recounts,
  exceptions,
  canEdit,
  today,
  href,
}: Props & { readonly shown: Props['deadlines'] }) => (
  <ul>
    {shown.map((deadline) => (
      <DeadlineCard
        key={deadline.id}
        deadline={deadline}
        others={deadlines}
        linkable={linkable}
        told={told.get(deadline.id) ?? []}
        question={questions.get(deadline.id) ?? null}
        recount={recounts.get(deadline.id) ?? null}
        exception={exceptions.get(deadline.rule.code)}
        canEdit={canEdit}
        today={today}
        correctHref={`${href}&correct=${deadline.id}#record`}
      />
    ))}
  </ul>
)

/** First what happened, then what its rules ask about it. */
const Recorder = ({ caseId, href, form, today }: Props) => {
  const { t } = useDeadlineLabels()
  return (
    <RecorderCard
      caseId={caseId}
      texts={{
        record: t('file.record'),
        choose: t('file.chooseEvent'),
        none: t('file.choose'),
        goOn: t('file.goOn'),
      }}
      kinds={EVENTS.codes.map((value) => ({ value, label: t(`event.${value}`) }))}
      chosen={form?.event ?? ''}
      title={form === null ? null : t(`event.${form.event}`)}
    >
      {form === null ? null : (
        <RecordForm
          key={`${form.event}${form.fields.replaces}`}
          asked={form.asked}
          fields={form.fields}
          doneHref={href}
          today={today}
        />
      )}
    </RecorderCard>
  )
}
