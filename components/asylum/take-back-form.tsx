'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { takeEventBack } from '@/lib/asylum/event.actions'
import { MISTAKES } from '@/lib/registers/register.rules'

/** Says that a row was a mistake, and why. */
export const TakeBackForm = ({ caseId, eventId }: { caseId: string; eventId: string }) => {
  const t = useTranslations('asylum')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/asylum/event.schema').then((room) => room.takeBackSchema)}
      defaultValues={{ caseId, eventId, mistake: 'not_happened', words: '' }}
      action={takeEventBack}
      draftKey={`asylum:back:${eventId}`}
      onSaved={() => router.refresh()}
    >
      <p className="max-w-prose text-sm text-muted">{t('takeBackWhat')}</p>
      <RadioGroup
        name="mistake"
        label={t('takeBackLabel')}
        options={MISTAKES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <TextArea name="words" label={t('field.words')} rows={2} dir="auto" />
      <FormFooter kind="danger">{t('takeBackSave')}</FormFooter>
    </Form>
  )
}
