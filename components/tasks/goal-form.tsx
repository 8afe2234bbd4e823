'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { addGoal, editGoal } from '@/lib/tasks/goal.actions'

/** Sets a goal; what is typed stays on this device until it is saved. */
export const AddGoalForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('tasks')
  const router = useRouter()
  const [added, setAdded] = useState(0)
  return (
    <Form
      // A saved goal leaves an empty form for the next one.
      key={added}
      schema={() => import('@/lib/tasks/goal.schema').then((room) => room.goalSchema)}
      defaultValues={{ caseId, text: '' }}
      action={addGoal}
      draftKey={`goal:${caseId}`}
      onSaved={() => {
        setAdded((count) => count + 1)
        router.refresh()
      }}
    >
      <TextField name="text" label={t('goal.what')} hint={t('goal.whatHint')} dir="auto" maxLength={500} />
      <FormFooter>{t('goal.add')}</FormFooter>
    </Form>
  )
}

/** Changes what a goal says. */
export const EditGoalForm = ({
  caseId,
  goalId,
  version,
  text,
}: {
  caseId: string
  goalId: string
  version: number
  text: string
}) => {
  const t = useTranslations('tasks')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/tasks/goal.schema').then((room) => room.goalEditSchema)}
      defaultValues={{ caseId, goalId, version, text }}
      action={editGoal}
      draftKey={`goal:${goalId}`}
      onSaved={() => router.refresh()}
    >
      <TextField name="text" label={t('goal.what')} dir="auto" maxLength={500} />
      <FormFooter>{t('goal.save')}</FormFooter>
    </Form>
  )
}
