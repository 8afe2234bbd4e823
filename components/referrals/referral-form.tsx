'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ChipGroup, type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { MoreFields } from '@/components/forms/more-fields'
import { toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { saveReferral } from '@/lib/referrals/referral.actions'
import { REFERRAL_KINDS, URGENCIES } from '@/lib/referrals/referral.rules'
import type { ReferralInput } from '@/lib/referrals/referral.schema'
import { PartnerChoice, type PartnerOption } from './partner-choice'

type Props = {
  readonly fields: ReferralInput
  readonly people: readonly Option[]
  readonly partners: readonly PartnerOption[]
  readonly bodies: readonly Option[]
  /** The address of a sheet, with `:id` where the referral stands. */
  readonly sheetHref: string
}

/** To whom a person is referred and what is asked. Afterwards one chooses what of the file leaves with it. */
export const ReferralForm = ({ fields, people, partners, bodies, sheetHref }: Props) => {
  const t = useTranslations('referrals')
  const router = useRouter()
  const isNew = fields.subjectId === ''
  return (
    <Form
      schema={() => import('@/lib/referrals/referral.schema').then((room) => room.referralSchema)}
      defaultValues={fields}
      action={saveReferral}
      draftKey={`referral:${fields.caseId}:${fields.subjectId}`}
      onSaved={({ subjectId }) =>
        isNew ? router.push(sheetHref.replace(':id', subjectId)) : router.refresh()
      }
    >
      {(form) => (
        <>
          {people.length < 2 ? null : <Select name="personId" label={t('person')} options={people} />}
          {partners.length === 0 ? null : <PartnerChoice partners={partners} />}
          {form.watch('partnerId') !== '' ? null : (
            <Select name="bodySlug" label={t('toWhom')} empty={t('toTyped')} options={bodies} />
          )}
          {form.watch('partnerId') !== '' || form.watch('bodySlug') !== '' ? null : (
            <>
              <TextField name="to" label={t('to')} hint={t('toHint')} dir="auto" width="name" />
              <Select
                name="kind"
                label={t('kindLabel')}
                empty={t('choose')}
                options={toOptions(REFERRAL_KINDS.codes, (one) => t(`kind.${one}`))}
              />
            </>
          )}
          <TextArea name="asked" label={t('asked')} hint={t('askedHint')} rows={2} dir="auto" />
          <ChipGroup
            name="urgency"
            label={t('urgencyLabel')}
            options={toOptions(URGENCIES.codes, (one) => t(`urgency.${one}`))}
          />
          <MoreFields label={t('more')} names={['contact', 'reach']}>
            <TextField name="contact" label={t('contact')} hint={t('contactHint')} dir="auto" width="name" />
            <TextField name="reach" label={t('reach')} hint={t('reachHint')} dir="auto" />
          </MoreFields>
          <FormFooter>{t(isNew ? 'goOn' : 'save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
