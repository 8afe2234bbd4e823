'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { Fold } from '@/components/ui/fold'
import { answerRelease } from '@/lib/statistics/request.actions'

/** The word of an admin: approved by a second one, declined with a reason, or taken back by the one who asked. */
export const AnswerForm = ({ requestId, isOwn }: { requestId: string; isOwn: boolean }) => {
  const t = useTranslations('statistics.request')
  const decline = t(isOwn ? 'withdraw' : 'decline')
  return (
    <div className="grid justify-items-start gap-3">
      {isOwn ? null : (
        <ActionButton
          action={answerRelease}
          input={{ requestId, said: 'approved', reason: '' }}
          kind="primary"
          size="normal"
        >
          {t('approve')}
        </ActionButton>
      )}
      <Fold label={decline}>
        <Form
          schema={() => import('@/lib/statistics/request.schema').then((room) => room.answerSchema)}
          defaultValues={{ requestId, said: 'declined', reason: '' }}
          action={answerRelease}
          draftKey={`release:${requestId}`}
        >
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
          <FormFooter>{decline}</FormFooter>
        </Form>
      </Fold>
    </div>
  )
}
