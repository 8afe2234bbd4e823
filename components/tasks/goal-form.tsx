'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { addGoal, editGoal } from '@/lib/tasks/goal.actions'

/** Sets a goal; what is typed stays on this device until it is saved. */
export const AddGoalForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('tasks')
  return (
    <FormAnew
      schema={() => import('@/lib/tasks/goal.schema').then((room) => room.goalSchema)}
      defaultValues={{ caseId, text: '' }}
      action={addGoal}
      draftKey={`goal:${caseId}`}
    >
      <TextField name="text" label={t('goal.what')} hint={t('goal.whatHint')} dir="auto" maxLength={500} />
      <FormFooter>{t('goal.add')}</FormFooter>
    </FormAnew>
  )
}

/** Changes what a goal says. */
export const EditGoalForm = (goal: { caseId: string; goalId: string; version: number; text: string }) => {
  const t = useTranslations('tasks')
  return (
    <Form
      schema={() => import('@/lib/tasks/goal.schema').then((room) => room.goalEditSchema)}
      defaultValues={goal}
      action={editGoal}
      draftKey={`goal:${goal.goalId}`}
    >
      <TextField name="text" label={t('goal.what')} dir="auto" maxLength={500} />
      <FormFooter>{t('goal.save')}</FormFooter>
    </Form>
  )
}
