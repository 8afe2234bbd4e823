import type { ReactNode } from 'react'
import { useWithoutOrder } from '@/components/detention/without-order-labels'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { ProcedurePart } from '@/lib/procedure/procedure-page.data'
import type { Day } from '@/lib/shared/dates'
import { AddEvent } from './add-event'
import { ClockDrawing } from './clock-drawing'
import { currentOf } from './current-labels'
import { NextSteps } from './next-steps'
import type { PageHrefs } from './procedure-props'
import { Story } from './story'
import { useStoryLabels } from './story-labels'

/** All procedures of a file as one story on one clock: where they are, what happened, what is ahead, what may come next. */
export const FileProcedure = ({
  caseId,
  part,
  hrefs,
  canEdit,
  today,
  explain,
  finding,
  children,
}: {
  caseId: string
  part: ProcedurePart
  hrefs: PageHrefs
  canEdit: boolean
  today: Day
  /** How a deadline was counted; it belongs to another room. */
  explain: (deadline: Deadline) => ReactNode
  /** Of someone held with no order on record; another room draws it. */
  finding: ReactNode
  /** Ways to what is no event of the procedures. */
  children: ReactNode
}) => {
  const labels = useStoryLabels(part.words, today)
  const { t } = labels
  const said = currentOf(part, labels, useWithoutOrder(today))
  const [first, ...others] = said
  const isEmpty = part.past.length + part.ahead.length === 0
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2">
        <div className="min-w-0 grow basis-0 max-sm:basis-full">
          <h2>{first === undefined ? t('nothing') : <Current what={first.what} whose={first.whose} />}</h2>
          {others.map((one) => (
            <p key={one.key} className="font-semibold">
              <Current what={one.what} whose={one.whose} />
            </p>
          ))}
        </div>
        {canEdit ? (
          <AddEvent
            caseId={caseId}
            part={part}
            hrefs={hrefs}
            labels={labels}
            // What is missing first has the filled button.
            kind={part.held.length === 0 ? 'primary' : 'quiet'}
          />
        ) : null}
      </div>
      {finding}
      {isEmpty ? (
        <p className="text-muted">{t('emptyWhat')}</p>
      ) : (
        <>
          <ClockDrawing clock={part.clock} labels={labels} />
          <Story part={part} hrefs={hrefs} labels={labels} today={today} explain={explain} />
        </>
      )}
      <NextSteps part={part} hrefs={hrefs} labels={labels} canEdit={canEdit} />
      {children}
    </div>
  )
}

const Current = ({ what, whose }: { what: string; whose: string | null }) => (
  <>
    {whose === null ? null : (
      <>
        <bdi dir="auto" translate="no">
          {whose}
        </bdi>
        {': '}
      </>
    )}
    {what}
  </>
)
