'use client'
import { useTranslations } from 'next-intl'
import { CheckboxChips } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { savePartnerPerson } from '@/lib/partners/partner.actions'
import { COMING_WAYS } from '@/lib/partners/partner.rules'
import type { PartnerPersonInput } from '@/lib/partners/partner.schema'
import { type LanguageChoice, LanguagesField } from './languages-field'

/** Someone at a partner. Ways and confidentiality are asked of interpreters. */
export const PersonForm = ({
  fields,
  languages,
  interprets,
}: {
  fields: PartnerPersonInput
  languages: readonly LanguageChoice[]
  interprets: boolean
}) => {
  const t = useTranslations('partners')
  return (
    <Form
      schema={() => import('@/lib/partners/partner.schema').then((room) => room.partnerPersonSchema)}
      defaultValues={fields}
      action={savePartnerPerson}
      draftKey={`partner:person:${fields.partnerId}:${fields.partnerPersonId}`}
    >
      <TextField name="name" label={t('person.name')} isName width="name" />
      <TextField name="role" label={t('person.role')} dir="auto" width="name" />
      <TextField name="phone" label={t('person.phone')} type="tel" width="name" />
      <TextField name="email" label={t('person.email')} type="email" width="name" />
      <LanguagesField label={t('person.languages')} languages={languages} />
      {interprets ? (
        <>
          <CheckboxChips
            name="ways"
            label={t('person.ways')}
            options={toOptions(COMING_WAYS.codes, (one) => t(`way.${one}`))}
          />
          <DateField name="signedUntil" label={t('person.signedUntil')} />
        </>
      ) : null}
      <FormFooter>{t('person.save')}</FormFooter>
    </Form>
  )
}
