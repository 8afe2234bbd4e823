'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { takeContactBack } from '@/lib/contacts/contact.actions'
import type { ContactMistake } from '@/lib/contacts/contact.schema'
import { MISTAKES } from '@/lib/registers/register.rules'

/** Says that a way to reach somebody was a mistake. */
export const ContactMistakeForm = (row: Omit<ContactMistake, 'mistake'>) => {
  const t = useTranslations('contacts')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/contacts/contact.schema').then((room) => room.contactMistakeSchema)}
      defaultValues={{ ...row, mistake: 'wrong_file' }}
      action={takeContactBack}
      draftKey={`contact:mistake:${row.subjectId}`}
      onSaved={() => router.refresh()}
    >
      <RadioGroup
        name="mistake"
        label={t('mistake.label')}
        options={MISTAKES.map((value) => ({ value, label: t(`mistake.${value}`) }))}
      />
      <FormFooter kind="danger">{t('mistake.save')}</FormFooter>
    </Form>
  )
}
