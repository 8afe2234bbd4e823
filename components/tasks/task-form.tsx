'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { useBegun } from '@/components/forms/use-begun'
import { formatTime } from '@/components/ui/time'
import type { Colleague } from '@/lib/cases/reader.view'
import { isDay } from '@/lib/shared/dates'
import { REPEATS, type Repeat } from '@/lib/tasks/repeat.rules'
import { addTask, editTask } from '@/lib/tasks/task.actions'

type Fields = {
  readonly text: string
  readonly assignedTo: string
  readonly dueOn: string
  readonly repeats: Repeat | ''
}

/** Whose it is, by when, and whether it comes back. */
const TaskFacts = ({ colleagues }: { colleagues: readonly Colleague[] }) => {
  const t = useTranslations('tasks')
  return (
    <>
      <Select name="assignedTo" label={t('who')} hint={t('whoHint')} options={namedOptions(colleagues)} />
      <DateField name="dueOn" label={t('when')} />
      <Select
        name="repeats"
        label={t('repeats')}
        empty={t('repeat.never')}
        options={REPEATS.codes.map((value) => ({ value, label: t(`repeat.${value}`) }))}
      />
    </>
  )
}

/**
 * One line and its button until someone begins; then what else is said of a task, beside each other where there is room. The button is
 * there from the start, quietly: it says how the line is saved.
 */
const NewTaskFields = ({ label, colleagues }: { label: string; colleagues: readonly Colleague[] }) => {
  const t = useTranslations('tasks')
  const { isBegun, begin } = useBegun('text')
  return (
    <div onFocusCapture={begin} className="grid gap-5">
      <TextField name="text" label={label} dir="auto" maxLength={500} />
      <div className={isBegun ? 'flex flex-wrap items-end gap-x-6 gap-y-5' : 'hidden'}>
        <TaskFacts colleagues={colleagues} />
      </div>
      <FormFooter kind={isBegun ? 'primary' : 'quiet'}>{t('add')}</FormFooter>
    </div>
  )
}

type Props = {
  readonly caseId: string
  readonly assignedTo: string
  readonly colleagues: readonly Colleague[]
  /** The goal it becomes a step of. */
  readonly goalId?: string
}

/** Adds a task; what is typed stays on this device until it is saved. */
export const AddTaskForm = ({ caseId, assignedTo, colleagues, goalId = '' }: Props) => {
  const t = useTranslations('tasks')
  return (
    <FormAnew
      schema={() => import('@/lib/tasks/task.schema').then((room) => room.taskSchema)}
      defaultValues={{ caseId, text: '', assignedTo, dueOn: '', goalId, repeats: '' as const }}
      action={addTask}
      draftKey={goalId === '' ? `task:${caseId}` : `task:${caseId}:${goalId}`}
      outboxAction="addTask"
      confirmation={() => ({ words: t('added') })}
    >
      <NewTaskFields label={t(goalId === '' ? 'new' : 'what')} colleagues={colleagues} />
    </FormAnew>
  )
}

/** Changes what a task says, whose it is and by when. */
export const EditTaskForm = ({
  caseId,
  taskId,
  version,
  colleagues,
  ...fields
}: {
  caseId: string
  taskId: string
  version: number
  colleagues: readonly Colleague[]
} & Fields) => {
  const t = useTranslations('tasks')
  const locale = useLocale()
  return (
    <Form
      schema={() => import('@/lib/tasks/task.schema').then((room) => room.taskEditSchema)}
      defaultValues={{ caseId, taskId, version, ...fields }}
      action={editTask}
      draftKey={`task:${taskId}`}
      outboxAction="editTask"
      showValue={(name, value) => {
        const repeat = REPEATS.match(value)
        if (name === 'repeats') return repeat === null ? t('repeat.never') : t(`repeat.${repeat}`)
        if (typeof value !== 'string' || value === '') return t('noDate')
        if (name === 'assignedTo') return colleagues.find(({ id }) => id === value)?.name ?? t('gone')
        return isDay(value) ? formatTime(locale, value, 'weekday') : value
      }}
    >
      {/* What was asked in a review may have several lines. */}
      {fields.text.includes('\n') ? (
        <TextArea name="text" label={t('what')} dir="auto" rows={2} />
      ) : (
        <TextField name="text" label={t('what')} dir="auto" maxLength={500} />
      )}
      <TaskFacts colleagues={colleagues} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
