'use client'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { FormFold } from '@/components/ui/form-fold'
import { MoveStepForm, MoveTaskForm } from './move-form'
import { EditTaskForm } from './task-form'

/** What can be changed of a task in the list: what it says, and its day. */
export const TaskFolds = (task: ComponentProps<typeof EditTaskForm>) => {
  const t = useTranslations('tasks')
  const { caseId, taskId, version, text } = task
  return (
    <>
      <FormFold label={t('change')} of={text}>
        {() => <EditTaskForm {...task} />}
      </FormFold>
      <FormFold label={t('move.open')} of={text}>
        {() => <MoveTaskForm {...{ caseId, taskId, version }} />}
      </FormFold>
    </>
  )
}

/** The day of the next step. */
export const StepFold = ({ text, ...step }: ComponentProps<typeof MoveStepForm> & { text: string }) => {
  const t = useTranslations('tasks')
  return (
    <FormFold label={t('move.open')} of={text}>
      {() => <MoveStepForm {...step} />}
    </FormFold>
  )
}
