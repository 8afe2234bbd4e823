'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { reportMistake } from '@/lib/countries/mistake.actions'
import type { MistakeSubject } from '@/lib/countries/mistake.rules'

/** What is wrong, and where the right thing can be read. */
export const MistakeForm = ({
  country,
  about,
  slug,
  doneHref,
}: {
  country: string
  about: MistakeSubject
  slug: string
  doneHref: string
}) => {
  const t = useTranslations('keeping')
  return (
    <Form
      schema={() => import('@/lib/countries/mistake.schema').then((room) => room.mistakeSchema)}
      defaultValues={{ country, about, slug, words: '', address: '' }}
      action={reportMistake}
      draftKey={`mistake:${about}:${slug}`}
      onSaved={(_value, goOn) => goOn(doneHref)}
    >
      <TextArea name="words" label={t('wrong')} hint={t('wrongHint')} rows={3} dir="auto" />
      <TextField name="address" label={t('rightAt')} hint={t('rightAtHint')} spellCheck={false} dir="ltr" />
      <FormFooter>{t('report')}</FormFooter>
    </Form>
  )
}
