'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { Card } from '@/components/ui/card'
import { askRelease } from '@/lib/statistics/request.actions'

/** To whom, and what for; then it waits for someone else. */
export const AskForm = ({ period, wanted }: { period: string; wanted: string }) => {
  const t = useTranslations('statistics.request')
  const router = useRouter()
  return (
    <Card as="section" title={t('ask')}>
      <p className="mt-1 mb-3 text-sm">{t('askSentence')}</p>
      <Form
        schema={() => import('@/lib/statistics/request.schema').then((room) => room.askSchema)}
        defaultValues={{ period, wanted, recipient: '', purpose: '' }}
        action={askRelease}
        draftKey={`release:ask:${period}`}
        onSaved={({ requestId }) => router.push(`/statistics/requests/${requestId}`)}
      >
        <TextField name="recipient" label={t('recipient')} hint={t('recipientHint')} />
        <TextField name="purpose" label={t('purpose')} />
        <FormFooter>{t('submit')}</FormFooter>
      </Form>
    </Card>
  )
}
