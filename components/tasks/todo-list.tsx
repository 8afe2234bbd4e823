import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FOLDS } from '@/components/cases/folds'
import { EmptyState } from '@/components/ui/empty-state'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { formatTime } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import type { Colleague } from '@/lib/cases/reader.view'
import type { Moved } from '@/lib/cases/step-moved.data'
import type { Day } from '@/lib/shared/dates'
import type { Goal } from '@/lib/tasks/goal.data'
import type { Task } from '@/lib/tasks/task.data'
import { groupTodo } from '@/lib/todo/todo.rules'
import { Tick } from './tick'
import { StepFold, TaskFolds } from './todo-folds'
import { Group, Row } from './todo-row'

/** A deadline or an appointment, drawn by its own room; no one ticks it off or moves it here. */
export type TodoDay = {
  readonly id: string
  readonly on: Day | null
  /** False where only a rule that is to be confirmed says it. */
  readonly isSure: boolean
  readonly words: ReactNode
}
type Props = {
  readonly caseHeader: CaseHeader
  readonly tasks: readonly Task[]
  readonly goals: readonly Goal[]
  readonly dated: readonly TodoDay[]
  readonly colleagues: readonly Colleague[]
  /** From which day the next step was moved, and why. */
  readonly stepMoved: Moved | null
  readonly canEdit: boolean
  readonly today: Day
}
type Item =
  | { readonly kind: 'task'; readonly id: string; readonly on: Day | null; readonly task: Task }
  | { readonly kind: 'dated'; readonly id: string; readonly on: Day | null; readonly one: TodoDay }

/** The next step, then tasks, deadlines and appointments by date: one list of what is to be done in a file. */
export const TodoList = (props: Props) => {
  const t = useTranslations('tasks')
  const cases = useTranslations('cases')
  const { caseHeader, tasks, goals, dated, canEdit, today } = props
  const items: readonly Item[] = [
    ...dated.map((one): Item => ({ kind: 'dated', id: one.id, on: one.on, one })),
    ...tasks.flatMap((task): Item[] =>
      task.done === null ? [{ kind: 'task', id: task.id, on: task.dueOn, task }] : [],
    ),
  ]
  const hasGoal = goals.some(({ state }) => state === 'open')
  if (caseHeader.nextStep === null && items.length === 0 && !hasGoal)
    return (
      <EmptyState
        title={t('empty')}
        action={canEdit ? <LinkButton href={stepHref(caseHeader)}>{cases('step.set')}</LinkButton> : null}
      >
        {t('emptyWhat')}
      </EmptyState>
    )
  return (
    <>
      <Group title={t('next')}>
        <StepRow {...props} />
      </Group>
      {groupTodo(items, today).map(({ group, items: own }) => (
        <Group key={group} title={t(`group.${group}`)} count={own.length}>
          {own.map((item) =>
            item.kind === 'task' ? (
              <TaskRow key={item.id} task={item.task} {...props} />
            ) : (
              <DatedRow key={item.id} one={item.one} {...props} />
            ),
          )}
        </Group>
      ))}
    </>
  )
}

/** From which day something was moved, and why. */
const useMoved = () => {
  const t = useTranslations('tasks')
  const locale = useLocale()
  return (moved: Moved | null): string | null =>
    moved === null
      ? null
      : t('move.moved', {
          from: moved.from === null ? t('noDate') : formatTime(locale, moved.from, 'short'),
          because: moved.because,
        })
}

/** Where the next step is written. */
const stepHref = (caseHeader: CaseHeader): string => `${fileHref(caseHeader, 'timeline')}#${FOLDS.next}`

const StepRow = ({ caseHeader, stepMoved, canEdit, today }: Props) => {
  const t = useTranslations('tasks')
  const cases = useTranslations('cases')
  const moved = useMoved()
  const { id: caseId, nextStep: step, version, worker } = caseHeader
  const change = canEdit ? (
    <Link
      href={stepHref(caseHeader)}
      className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-7 print:hidden"
    >
      {cases(step === null ? 'step.set' : 'step.change')}
    </Link>
  ) : null
  if (step === null)
    return (
      <li className="flex flex-wrap items-center gap-x-4 py-1.5 text-muted">
        {t('noNext')} {change}
      </li>
    )
  return (
    <Row
      box={
        canEdit ? <Tick text={step.text} of={{ kind: 'step', caseId, version, on: step.on ?? '' }} /> : null
      }
      on={step.on}
      says={[worker.name, moved(stepMoved)]}
      more={
        canEdit ? (
          <>
            {change}
            <StepFold {...{ caseId, version }} text={step.text} />
          </>
        ) : null
      }
      today={today}
    >
      <FreeText text={step.text} className="font-semibold" />
    </Row>
  )
}

const TaskRow = ({ task, caseHeader, goals, colleagues, canEdit, today }: Props & { task: Task }) => {
  const t = useTranslations('tasks')
  const { id: taskId, version, text, assignedTo, dueOn, goalId } = task
  const caseId = caseHeader.id
  const input = { caseId, taskId, version }
  const moved = useMoved()
  const goal = goals.find(({ id }) => id === goalId)
  return (
    <Row
      box={canEdit ? <Tick text={text} of={{ kind: 'task', ...input }} /> : null}
      on={dueOn}
      says={[
        t('task'),
        task.assignee,
        task.repeats === null ? null : t(`repeat.${task.repeats}`),
        goal === undefined ? null : t('stepOf', { goal: goal.text }),
        moved(task.moved),
      ]}
      more={
        canEdit ? (
          <TaskFolds
            {...{ caseId, taskId, version, text, assignedTo, colleagues }}
            dueOn={dueOn ?? ''}
            repeats={task.repeats ?? ''}
          />
        ) : null
      }
      today={today}
    >
      <FreeText text={text} />
    </Row>
  )
}

const DatedRow = ({ one: { on, isSure, words }, today }: Props & { one: TodoDay }) => (
  <Row
    box={
      <span aria-hidden="true" className="flex min-h-8 w-8 items-center justify-center text-late">
        ◷
      </span>
    }
    on={on}
    isSure={isSure}
    says={[]}
    today={today}
  >
    {words}
  </Row>
)
