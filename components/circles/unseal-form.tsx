'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { askUnseal } from '@/lib/circles/member.actions'

/** Asks the other members that the file be sealed no longer. */
export const UnsealForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('circles.unseal')
  return (
    <Form
      schema={() => import('@/lib/circles/member.schema').then((room) => room.unsealSchema)}
      defaultValues={{ caseId, reason: '' }}
      action={askUnseal}
      draftKey={`unseal:${caseId}`}
    >
      <p className="text-sm text-muted">{t('what')}</p>
      <TextArea name="reason" label={t('reason')} rows={2} />
      <FormFooter>{t('ask')}</FormFooter>
    </Form>
  )
}
