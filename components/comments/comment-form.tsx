'use client'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { useBegun } from '@/components/forms/use-begun'
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
}) => (
  <FormAnew
    schema={() => import('@/lib/comments/comment.schema').then((room) => room.commentSchema)}
    defaultValues={{ caseId, kind: 'thanks', text: '', toStaffId, answersId: '' }}
    action={writeComment}
    draftKey={`comment:${caseId}`}
    outboxAction="writeComment"
  >
    <CommentFields colleagues={colleagues} />
  </FormAnew>
)

/** One line until someone begins to write. */
const CommentFields = ({ colleagues }: { colleagues: readonly Colleague[] }) => {
  const t = useTranslations('comments')
  const form = useFormContext<{ text: string }>()
  const { isBegun, begin } = useBegun('text')
  const start = (words: string): void => {
    const before = form.getValues('text')
    form.setValue('text', `${before === '' ? words : `${before}\n${words}`} `, { shouldDirty: true })
    form.setFocus('text')
  }
  return (
    <div onFocusCapture={begin} className="grid gap-5">
      <TextArea name="text" label={t('text')} rows={isBegun ? 3 : 1} dir="auto" />
      <div className={isBegun ? 'grid gap-5' : 'hidden'}>
        <fieldset aria-label={t('beginnings')} className="flex flex-wrap gap-2">
          {BEGINNINGS.map((one) => (
            <Button key={one} kind="quiet" size="small" onClick={() => start(t(`begin.${one}`))}>
              {t(`begin.${one}`)}
            </Button>
          ))}
        </fieldset>
        <ChipGroup
          name="kind"
          label={t('kindLabel')}
          options={SPOKEN.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Select
          name="toStaffId"
          label={t('to')}
          empty={t('toAll')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormFooter>{t('send')}</FormFooter>
      </div>
    </div>
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
