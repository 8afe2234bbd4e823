'use client'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { saveQuote } from '@/lib/quotes/quote.actions'
import { SPEAKERS } from '@/lib/quotes/quote.rules'
import type { QuoteInput } from '@/lib/quotes/quote.schema'
import type { Day } from '@/lib/shared/dates'

type Named = { readonly id: string; readonly name: string }

/** What someone said that reports may print, new or as it is known. */
export const QuoteForm = ({
  fields,
  people,
  centres,
  today,
}: {
  fields: QuoteInput
  people: readonly Named[]
  centres: readonly Named[]
  today: Day
}) => {
  const t = useTranslations('quotes')
  return (
    <Form
      schema={() => import('@/lib/quotes/quote.schema').then((room) => room.quote.schema)}
      defaultValues={fields}
      action={saveQuote}
      draftKey={`quote:${fields.caseId}:${fields.subjectId}`}
    >
      {people.length < 2 ? null : (
        <Select name="personId" label={t('field.person')} options={namedOptions(people)} />
      )}
      <TextArea name="words" label={t('field.words')} hint={t('field.wordsHint')} rows={3} dir="auto" />
      <Select
        name="speaker"
        label={t('field.speaker')}
        hint={t('field.speakerHint')}
        empty={t('choose')}
        options={SPEAKERS.codes.map((value) => ({ value, label: t(`speaker.${value}`) }))}
      />
      <DateField name="said" label={t('field.said')} today={today} />
      <Select
        name="placeId"
        label={t('field.place')}
        empty={t('field.noPlace')}
        options={namedOptions(centres)}
      />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
