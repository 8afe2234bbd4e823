'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { warnOfPartner } from '@/lib/partners/partner.actions'

/** Why no one is referred to a partner for now. */
export const WarningForm = ({ partnerId }: { partnerId: string }) => {
  const t = useTranslations('partners.warning')
  return (
    <Form
      schema={() => import('@/lib/partners/partner.schema').then((room) => room.partnerWarningSchema)}
      defaultValues={{ partnerId, reason: '' }}
      action={warnOfPartner}
      draftKey={`partner:warning:${partnerId}`}
    >
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} dir="auto" />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
