'use client'
import { useTranslations } from 'next-intl'
import { type Option, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { joinPartner } from '@/lib/partners/partner.actions'

/** A partner that was written down twice: which one is used from now on. */
export const SameForm = ({
  partnerId,
  version,
  others,
}: {
  partnerId: string
  version: number
  others: readonly Option[]
}) => {
  const t = useTranslations('partners.same')
  return (
    <Form
      schema={() => import('@/lib/partners/partner.schema').then((room) => room.samePartnerSchema)}
      defaultValues={{ partnerId, version, into: '' }}
      action={joinPartner}
    >
      <Select name="into" label={t('into')} empty={t('choose')} options={others} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
