'use client'
import { MistakeForm } from '@/components/registers/mistake-form'
import { takeContactBack } from '@/lib/contacts/contact.actions'
import type { ContactMistake } from '@/lib/contacts/contact.schema'

/** Says that a way to reach somebody was a mistake. */
export const ContactMistakeForm = (row: Omit<ContactMistake, 'mistake'>) => (
  <MistakeForm
    schema={() => import('@/lib/contacts/contact.schema').then((room) => room.contactMistakeSchema)}
    row={{ ...row, mistake: 'wrong_file' }}
    action={takeContactBack}
    draftKey={`contact:mistake:${row.subjectId}`}
  />
)
