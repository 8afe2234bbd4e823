'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { enterNewer } from '@/lib/countries/newer.actions'
import { QUALIFIERS, type Qualifier } from '@/lib/countries/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'

/** What an admin enters of a newer figure: how much, of when, and where a second admin can read it. */
export const NewerForm = ({
  country,
  fact,
  from,
  until,
  qualifier,
  unit,
  today,
  back,
}: {
  country: string
  fact: string
  from: Day
  until: Day
  qualifier: Qualifier
  /** The unit with an ellipsis for the number. */
  unit: string
  today: Day
  back: string
}) => {
  const t = useTranslations('keeping')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/countries/newer.schema').then((room) => room.newerSchema)}
      defaultValues={{
        country,
        fact,
        figure: '',
        upTo: '',
        qualifier,
        from,
        until,
        source: '',
        address: '',
        sourceOn: '',
        note: '',
      }}
      action={enterNewer}
      draftKey={`newer:${fact}`}
      onSaved={() => router.push(back)}
    >
      <TextField
        name="figure"
        label={t('figure')}
        hint={t('figureHint', { unit })}
        width="name"
        inputMode="decimal"
      />
      <TextField name="upTo" label={t('upTo')} hint={t('upToHint')} width="name" inputMode="decimal" />
      <Select
        name="qualifier"
        label={t('qualifier')}
        options={QUALIFIERS.codes.map((value) => ({ value, label: t(`qualifiers.${value}`) }))}
      />
      <DateField name="from" label={t('from')} />
      <DateField name="until" label={t('until')} hint={t('untilHint')} />
      <TextField name="source" label={t('source')} hint={t('sourceHint')} />
      <TextField name="address" label={t('address')} hint={t('addressHint')} spellCheck={false} dir="ltr" />
      <DateField name="sourceOn" label={t('sourceOn')} hint={t('sourceOnHint')} today={today} />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
