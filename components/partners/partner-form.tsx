'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { CheckboxChips, ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { AGES, REGIONS } from '@/lib/countries/help-body.rules'
import { savePartner } from '@/lib/partners/partner.actions'
import { PARTNER_KINDS } from '@/lib/partners/partner.rules'
import type { PartnerInput } from '@/lib/partners/partner.schema'
import type { NewPartner } from '@/lib/partners/partner.view'
import type { Day } from '@/lib/shared/dates'
import { type LanguageChoice, LanguagesField } from './languages-field'

/** A partner, new or as it is known. Afterwards its page takes the people at it. */
export const PartnerForm = ({
  fields,
  languages,
  bodies,
  today,
}: {
  fields: PartnerInput | NewPartner
  languages: readonly LanguageChoice[]
  /** Institutions and organisations of the country profile. */
  bodies: readonly Option[]
  today: Day
}) => {
  const t = useTranslations('partners')
  const router = useRouter()
  const isNew = fields.partnerId === ''
  return (
    <Form
      schema={() => import('@/lib/partners/partner.schema').then((room) => room.partnerSchema)}
      defaultValues={fields}
      action={savePartner}
      draftKey={`partner:${fields.partnerId}`}
      onSaved={({ partnerId }) => (isNew ? router.push(`/partners/${partnerId}`) : router.refresh())}
    >
      <TextField name="name" label={t('field.name')} hint={t('field.nameHint')} dir="auto" width="name" />
      <Select
        name="kind"
        label={t('field.kind')}
        empty={t('same.choose')}
        options={toOptions(PARTNER_KINDS.codes, (one) => t(`kind.${one}`))}
      />
      <LanguagesField label={t('field.languages')} languages={languages} />
      <CheckboxChips
        name="regions"
        label={t('field.regions')}
        hint={t('field.regionsHint')}
        options={toOptions(REGIONS.codes, (one) => t(`region.${one}`))}
      />
      <ChipGroup
        name="ages"
        label={t('field.ages')}
        options={toOptions(AGES.codes, (one) => t(`ages.${one}`))}
      />
      <TextField name="takes" label={t('field.takes')} hint={t('field.takesHint')} dir="auto" />
      <TextField name="phone" label={t('field.phone')} type="tel" width="name" />
      <TextField name="email" label={t('field.email')} type="email" width="name" />
      <TextField name="hours" label={t('field.hours')} dir="auto" />
      <TextArea name="howTo" label={t('field.howTo')} hint={t('field.howToHint')} rows={2} dir="auto" />
      <TextField
        name="freePlaces"
        label={t('field.freePlaces')}
        hint={t('field.freePlacesHint')}
        width="number"
        inputMode="numeric"
      />
      <DateField name="freeOn" label={t('field.freeOn')} today={today} />
      <DateField name="checkedOn" label={t('field.checkedOn')} today={today} />
      <Select name="actorSlug" label={t('field.body')} empty={t('field.bodyNone')} options={bodies} />
      <FormFooter>{t(isNew ? 'add' : 'save')}</FormFooter>
    </Form>
  )
}
