'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { MoreFields } from '@/components/forms/more-fields'
import { TextArea, TextField } from '@/components/forms/text-field'
import { saveContact } from '@/lib/contacts/contact.actions'
import { CHANNELS, MESSAGES, OWNERS } from '@/lib/contacts/contact.rules'
import type { ContactInput } from '@/lib/contacts/contact.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'

/** A way to reach someone, new or as it is known. What harms least is chosen already. */
export const ContactForm = ({
  fields,
  people,
  languages,
  today,
}: {
  fields: ContactInput
  people: readonly { readonly id: string; readonly name: string }[]
  /** Named by the server: a browser may know other names. */
  languages: readonly NamedCode[]
  today: Day
}) => {
  const t = useTranslations('contacts')
  const typed = { dir: 'auto', spellCheck: false, translate: 'no' } as const
  return (
    <Form
      schema={() => import('@/lib/contacts/contact.schema').then((room) => room.contact.schema)}
      defaultValues={fields}
      action={saveContact}
      draftKey={`contact:${fields.caseId}:${fields.subjectId}`}
    >
      {people.length < 2 ? null : (
        <Select
          name="personId"
          label={t('field.person')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="channel"
        label={t('field.channel')}
        options={CHANNELS.codes.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <TextField name="value" label={t('field.value')} hint={t('field.valueHint')} {...typed} />
      <Select
        name="owner"
        label={t('field.owner')}
        options={OWNERS.codes.map((value) => ({ value, label: t(`owner.${value}`) }))}
      />
      <TextField name="whose" label={t('field.whose')} {...typed} />
      <RadioGroup
        name="message"
        label={t('field.message')}
        options={MESSAGES.codes.map((value) => ({ value, label: t(`message.${value}`) }))}
      />
      <TextField name="sayWeAre" label={t('field.sayWeAre')} hint={t('field.sayWeAreHint')} {...typed} />
      <TextField name="mayKnow" label={t('field.mayKnow')} hint={t('field.mayKnowHint')} {...typed} />
      <TextField name="hours" label={t('field.hours')} hint={t('field.hoursHint')} {...typed} />
      <DateField name="confirmedOn" label={t('field.confirmedOn')} today={today} />
      <MoreFields label={t('field.more')} names={['language', 'codeWord', 'words', 'endedOn']}>
        <Select
          name="language"
          label={t('field.language')}
          empty={t('field.languageNone')}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField name="codeWord" label={t('field.codeWord')} hint={t('field.codeWordHint')} {...typed} />
        <TextArea name="words" label={t('field.words')} rows={2} dir="auto" />
        <DateField name="endedOn" label={t('field.endedOn')} hint={t('field.endedOnHint')} />
      </MoreFields>
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
