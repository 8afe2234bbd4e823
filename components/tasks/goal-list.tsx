import { useTranslations } from 'next-intl'
import { usePlanLabels } from '@/components/cases/plan-labels'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Colleague } from '@/lib/cases/reader.view'
import { setGoalState } from '@/lib/tasks/goal.actions'
import type { Goal } from '@/lib/tasks/goal.data'
import { progressOf } from '@/lib/tasks/goal.rules'
import type { Task } from '@/lib/tasks/task.data'
import { AddGoalForm, EditGoalForm } from './goal-form'
import { AddTaskForm } from './task-form'

type Context = {
  readonly caseId: string
  readonly tasks: readonly Task[]
  readonly colleagues: readonly Colleague[]
  readonly canEdit: boolean
  /** Who looks at the list: a new step is theirs until they say otherwise. */
  readonly me: string
}
type Props = Context & { readonly goals: readonly Goal[] }

/** What a file works towards, and how far each goal has come; its steps are in the list by date. */
export const GoalList = ({ goals, ...context }: Props) => {
  const t = useTranslations('tasks')
  const open = goals.filter(({ state }) => state === 'open')
  const over = goals.filter(({ state }) => state !== 'open')
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className="border-b border-edge pt-2 pb-1 text-h3">
        {t('goal.title')}
      </h2>
      {open.length === 0 ? <p className="py-2 text-sm text-muted">{t('goal.none')}</p> : null}
      <ul>
        {open.map((goal) => (
          <GoalRow key={goal.id} goal={goal} {...context} />
        ))}
      </ul>
      {context.canEdit ? (
        <details className="print:hidden">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('goal.add')}
          </summary>
          <div className="max-w-xl pt-2">
            <AddGoalForm caseId={context.caseId} />
          </div>
        </details>
      ) : null}
      {over.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('goal.over', { count: over.length })}
          </summary>
          <ul>
            {over.map((goal) => (
              <GoalRow key={goal.id} goal={goal} {...context} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const GoalRow = ({ goal, ...context }: { goal: Goal } & Context) => {
  const t = useTranslations('tasks')
  const progress = usePlanLabels()
  const { caseId, tasks, canEdit } = context
  const { id: goalId, version, text, state, ended } = goal
  const set = (to: 'open' | 'reached' | 'dropped', words: string) => (
    <ActionButton
      action={setGoalState}
      input={{ caseId, goalId, version, state: to }}
      kind="plain"
      confirmation={t(`goal.now.${to}`)}
      undo={{ caseId, goalId, state }}
    >
      {words}
      <span className="sr-only">: {text}</span>
    </ActionButton>
  )
  return (
    <li className="border-b border-hair py-2">
      <h3 dir="auto" className="font-sans text-base font-normal wrap-anywhere">
        {text}
      </h3>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
        {state === 'open' ? null : (
          <Tag kind={state === 'reached' ? 'done' : 'plain'}>{t(`goal.state.${state}`)}</Tag>
        )}
        <span>{progress(progressOf(goalId, tasks))}</span>
        {ended === null ? null : (
          <span>
            {ended.by}, <Time at={ended.at} />
          </span>
        )}
      </p>
      {canEdit ? (
        <div className="flex flex-wrap items-start gap-x-5 print:hidden">
          {state === 'open' ? (
            <Fold label={t('goal.addStep')} of={text}>
              <AddTaskForm
                caseId={caseId}
                assignedTo={context.me}
                colleagues={context.colleagues}
                goalId={goalId}
              />
            </Fold>
          ) : null}
          <Fold label={t('goal.change')} of={text}>
            <EditGoalForm key={version} {...{ caseId, goalId, version, text }} />
          </Fold>
          {state === 'open' ? (
            <>
              {set('reached', t('goal.reach'))}
              {set('dropped', t('goal.drop'))}
            </>
          ) : (
            set('open', t('goal.reopen'))
          )}
        </div>
      ) : null}
    </li>
  )
}
