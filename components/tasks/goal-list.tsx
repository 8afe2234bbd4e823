import { useTranslations } from 'next-intl'
import { usePlanLabels } from '@/components/cases/plan-labels'
import { ActionButton } from '@/components/forms/action-button'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { setGoalState } from '@/lib/tasks/goal.actions'
import type { Goal } from '@/lib/tasks/goal.data'
import { progressOf } from '@/lib/tasks/goal.rules'
import { AddGoalForm, EditGoalForm } from './goal-form'
import { AddTaskForm } from './task-form'
import { type TaskContext, TaskRow } from './task-row'

type Props = TaskContext & { readonly goals: readonly Goal[] }

/** The plan of a file: what it works towards, step by step. */
export const GoalList = ({ goals, ...context }: Props) => {
  const t = useTranslations('tasks')
  const open = goals.filter(({ state }) => state === 'open')
  const over = goals.filter(({ state }) => state !== 'open')
  return (
    <section aria-labelledby="plan" className="grid gap-4">
      <h2 id="plan">{t('goal.title')}</h2>
      {open.length === 0 ? <p className="text-muted">{t('goal.none')}</p> : null}
      <ul className="grid gap-3">
        {open.map((goal) => (
          <GoalCard key={goal.id} goal={goal} {...context} />
        ))}
      </ul>
      {context.canEdit ? (
        <details className="print:hidden">
          <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
            {t('goal.add')}
          </summary>
          <div className="pt-2">
            <AddGoalForm caseId={context.caseId} />
          </div>
        </details>
      ) : null}
      {over.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
            {t('goal.over', { count: over.length })}
          </summary>
          <ul className="mt-2 grid gap-3">
            {over.map((goal) => (
              <GoalCard key={goal.id} goal={goal} {...context} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const GoalCard = ({ goal, ...context }: { goal: Goal } & TaskContext) => {
  const t = useTranslations('tasks')
  const progress = usePlanLabels()
  const { caseId, tasks, canEdit } = context
  const { id: goalId, version, text, state, ended } = goal
  const steps = tasks.filter((task) => task.goalId === goalId)
  const set = (to: 'open' | 'reached' | 'dropped', words: string) => (
    <ActionButton
      action={setGoalState}
      input={{ caseId, goalId, version, state: to }}
      said={t(`goal.now.${to}`)}
      undo={{ caseId, goalId, state }}
    >
      {words}
      <span className="sr-only">: {text}</span>
    </ActionButton>
  )
  return (
    <li>
      <Card>
        <h3 dir="auto" className="wrap-anywhere">
          {text}
        </h3>
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
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
        {steps.length === 0 ? null : (
          <ol className="mt-3 border-s-2 border-hair ps-3">
            {steps.map((task) => (
              <TaskRow key={task.id} task={task} {...context} />
            ))}
          </ol>
        )}
        {canEdit ? (
          <div className="mt-2 flex flex-wrap items-start gap-x-5 gap-y-1 print:hidden">
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
      </Card>
    </li>
  )
}
