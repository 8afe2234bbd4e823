'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { endConsent } from '@/lib/consents/consent.actions'
import type { EndInput } from '@/lib/consents/consent.schema'
import { WITHDRAWERS } from '@/lib/consents/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'

/** Withdraws a consent, or says that it was a mistake. */
export const EndForm = ({ fields, isMinor, today }: { fields: EndInput; isMinor: boolean; today: Day }) => {
  const t = useTranslations('consents')
  const isWithdrawal = fields.kind === 'withdrawn'
  return (
    <Form
      schema={() => import('@/lib/consents/consent.schema').then((room) => room.endSchema)}
      defaultValues={fields}
      action={endConsent}
      draftKey={`consent:${fields.kind}:${fields.consentId}`}
    >
      <p className="max-w-prose text-sm text-muted">{t(isWithdrawal ? 'withdraw.what' : 'mistake.what')}</p>
      {isWithdrawal ? (
        <>
          <ChipGroup
            name="saidBy"
            label={t('withdraw.saidBy')}
            options={toOptions(
              WITHDRAWERS.codes.filter((one) => isMinor || one !== 'child'),
              (one) => t(`giver.${one}`),
            )}
          />
          <DateField name="endedOn" label={t('withdraw.on')} today={today} />
          <TextField name="task" label={t('withdraw.task')} hint={t('withdraw.taskHint')} dir="auto" />
        </>
      ) : null}
      <TextArea name="words" label={t('fields.words')} rows={2} dir="auto" />
      <FormFooter kind="danger">{t(isWithdrawal ? 'withdraw.save' : 'mistake.save')}</FormFooter>
    </Form>
  )
}
