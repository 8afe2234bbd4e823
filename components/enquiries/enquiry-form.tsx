'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { recordEnquiry } from '@/lib/enquiries/enquiry.actions'
import { ENQUIRY_WAYS } from '@/lib/enquiries/enquiry.rules'
import type { NamedCode } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'

type Option = { readonly value: string; readonly label: string }
const toChoice = ({ code, name }: NamedCode): Option => ({ value: code, label: name })

/** What is said already of a person of whom a partner let us know. */
export type FromIncoming = { readonly id: string; readonly language: string; readonly on: Day }

/** A question that came without a file: how and about what; the rest may stay open. */
export const EnquiryForm = ({
  teams,
  topics,
  countries,
  languages,
  today,
  incoming,
}: {
  teams: readonly { readonly id: string; readonly name: string }[]
  topics: readonly Option[]
  /** Named by the server: a browser may know other names. */
  countries: readonly NamedCode[]
  languages: readonly NamedCode[]
  today: Day
  incoming: FromIncoming | null
}) => {
  const t = useTranslations('enquiries')
  return (
    <Form
      schema={() => import('@/lib/enquiries/enquiry.schema').then((room) => room.enquirySchema)}
      defaultValues={{
        teamId: teams[0]?.id ?? '',
        way: 'counter',
        on: today,
        topic: '',
        people: '1',
        nationality: '',
        language: '',
        ...(incoming === null
          ? {}
          : {
              way: 'written' as const,
              on: incoming.on,
              language: incoming.language,
              incomingId: incoming.id,
            }),
      }}
      action={recordEnquiry}
      onSaved={(_value, goOn) => goOn(incoming === null ? undefined : '/enquiries')}
    >
      {incoming === null ? null : <p>{t('fromPartner')}</p>}
      <ChipGroup
        name="way"
        label={t('field.way')}
        options={toOptions(ENQUIRY_WAYS.codes, (way) => t(`way.${way}`))}
      />
      <Select name="topic" label={t('field.topic')} empty={t('field.topicNone')} options={topics} />
      <DateField name="on" label={t('field.on')} today={today} />
      <TextField name="people" label={t('field.people')} width="number" inputMode="numeric" />
      <Select
        name="nationality"
        label={t('field.nationality')}
        empty={t('field.notAsked')}
        options={countries.map(toChoice)}
      />
      <Select
        name="language"
        label={t('field.language')}
        empty={t('field.notAsked')}
        options={languages.map(toChoice)}
      />
      {teams.length < 2 ? null : (
        <Select name="teamId" label={t('field.team')} options={namedOptions(teams)} />
      )}
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
