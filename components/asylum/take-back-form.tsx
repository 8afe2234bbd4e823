'use client'
import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/forms/text-field'
import { MistakeForm } from '@/components/registers/mistake-form'
import { takeEventBack } from '@/lib/asylum/event.actions'

/** Says that an event was a mistake, and why. */
export const TakeBackForm = ({ caseId, eventId }: { caseId: string; eventId: string }) => {
  const t = useTranslations('asylum')
  return (
    <MistakeForm
      schema={() => import('@/lib/asylum/event.schema').then((room) => room.takeBackSchema)}
      row={{ caseId, eventId, mistake: 'not_happened', words: '' }}
      action={takeEventBack}
      draftKey={`asylum:back:${eventId}`}
      what={t('takeBackWhat')}
    >
      <TextArea name="words" label={t('field.words')} rows={2} dir="auto" />
    </MistakeForm>
  )
}
