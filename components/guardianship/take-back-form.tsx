'use client'
import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/forms/text-field'
import { MistakeForm } from '@/components/registers/mistake-form'
import { takeGuardianshipBack } from '@/lib/guardianship/event.actions'

/** Says that an event was a mistake, and why. */
export const TakeBackForm = ({ caseId, eventId }: { caseId: string; eventId: string }) => {
  const t = useTranslations('guardianship')
  return (
    <MistakeForm
      schema={() => import('@/lib/guardianship/event.schema').then((room) => room.takeBackSchema)}
      row={{ caseId, eventId, mistake: 'not_happened', words: '' }}
      action={takeGuardianshipBack}
      draftKey={`guardianship:back:${eventId}`}
      what={t('takeBackWhat')}
    >
      <TextArea name="words" label={t('field.words')} rows={2} dir="auto" />
    </MistakeForm>
  )
}
