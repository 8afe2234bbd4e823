'use client'
import type { FormAction } from '@/components/forms/reply'
import { TextArea } from '@/components/forms/text-field'
import { MistakeForm } from './mistake-form'

/** Says that an event was a mistake, and why. */
export const EventMistakeForm = <V,>({
  caseId,
  eventId,
  texts: { what, words },
  ...form
}: {
  caseId: string
  eventId: string
  /** What happens when it is taken back, and the label of the words. */
  texts: { readonly what: string; readonly words: string }
  action: FormAction<V>
  draftKey: string
}) => (
  <MistakeForm
    schema={() => import('@/lib/registers/register.schema').then((room) => room.eventMistakeSchema)}
    row={{ caseId, eventId, mistake: 'not_happened', words: '' }}
    what={what}
    {...form}
  >
    <TextArea name="words" label={words} rows={2} dir="auto" />
  </MistakeForm>
)
