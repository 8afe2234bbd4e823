'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { moveNextStep } from '@/lib/cases/case.actions'
import { moveTask } from '@/lib/tasks/task.actions'

type Which = { readonly caseId: string; readonly version: number }

const Fields = () => {
  const t = useTranslations('tasks')
  return (
    <>
      <DateField name="on" label={t('move.to')} />
      <TextField name="because" label={t('move.because')} dir="auto" maxLength={200} />
      <FormFooter>{t('move.save')}</FormFooter>
    </>
  )
}

/** Moves a task to a later day: why is asked, and shows in the list. */
export const MoveTaskForm = (task: Which & { taskId: string }) => (
  <Form
    schema={() => import('@/lib/tasks/task.schema').then((room) => room.moveSchema)}
    defaultValues={{ ...task, on: '', because: '' }}
    action={moveTask}
  >
    <Fields />
  </Form>
)

/** The same for the next step of a file. */
export const MoveStepForm = (step: Which) => (
  <Form
    schema={() => import('@/lib/cases/file.schema').then((room) => room.moveStepSchema)}
    defaultValues={{ ...step, on: '', because: '' }}
    action={moveNextStep}
  >
    <Fields />
  </Form>
)
