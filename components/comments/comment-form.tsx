'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import type { Colleague } from '@/lib/cases/reader.view'
import { writeComment } from '@/lib/comments/comment.actions'

const SPOKEN = ['thanks', 'question', 'advice'] as const
const BEGINNINGS = ['thanks', 'helped', 'need', 'idea'] as const

/** Speaks to the colleagues at work on a file. The beginnings invite; nothing is sent that no one has finished. */
export const CommentForm = ({
  caseId,
  toStaffId,
  colleagues,
}: {
  caseId: string
  toStaffId: string
  colleagues: readonly Colleague[]
}) => {
  const t = useTranslations('comments')
  return (
    <FormAnew
      schema={() => import('@/lib/comments/comment.schema').then((room) => room.commentSchema)}
      defaultValues={{ caseId, kind: 'thanks', text: '', toStaffId, answersId: '' }}
      action={writeComment}
      draftKey={`comment:${caseId}`}
      outboxAction="writeComment"
    >
      {(form) => (
        <>
          <ChipGroup
            name="kind"
            label={t('kindLabel')}
            options={SPOKEN.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <fieldset aria-label={t('beginnings')} className="flex flex-wrap gap-2">
            {BEGINNINGS.map((one) => (
              <Button
                key={one}
                kind="quiet"
                size="small"
                onClick={() => {
                  const before = form.getValues('text')
                  const text = before === '' ? t(`begin.${one}`) : `${before}\n${t(`begin.${one}`)}`
                  form.setValue('text', `${text} `, { shouldDirty: true })
                  form.setFocus('text')
                }}
              >
                {t(`begin.${one}`)}
              </Button>
            ))}
          </fieldset>
          <TextArea name="text" label={t('text')} rows={3} dir="auto" />
          <Select
            name="toStaffId"
            label={t('to')}
            empty={t('toAll')}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormFooter>{t('send')}</FormFooter>
        </>
      )}
    </FormAnew>
  )
}

/** Answers one question. */
export const AnswerForm = ({ caseId, answersId }: { caseId: string; answersId: string }) => {
  const t = useTranslations('comments')
  return (
    <Form
      schema={() => import('@/lib/comments/comment.schema').then((room) => room.commentSchema)}
      defaultValues={{ caseId, kind: 'answer', text: '', toStaffId: '', answersId }}
      action={writeComment}
      draftKey={`comment:${answersId}`}
      outboxAction="writeComment"
    >
      <TextArea name="text" label={t('answerText')} rows={2} dir="auto" />
      <FormFooter>{t('answer')}</FormFooter>
    </Form>
  )
}
