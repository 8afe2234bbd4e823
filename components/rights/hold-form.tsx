'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { HOLD_GROUNDS } from '@/lib/rights/erasure.rules'
import { liftHold, placeHold } from '@/lib/rights/hold.actions'

export const HoldForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('rights.hold')
  return (
    <Form
      schema={() => import('@/lib/rights/hold.schema').then((room) => room.placeHoldSchema)}
      defaultValues={{ caseId, ground: '', words: '', reviewOn: '' }}
      action={placeHold}
      draftKey={`hold:${caseId}`}
    >
      <RadioGroup
        name="ground"
        label={t('ground')}
        options={toOptions(HOLD_GROUNDS.codes, (one) => t(`because.${one}`))}
      />
      <TextArea name="words" label={t('words')} rows={2} dir="auto" />
      <DateField name="reviewOn" label={t('reviewOn')} hint={t('reviewHint')} />
      <FormFooter>{t('place')}</FormFooter>
    </Form>
  )
}

export const LiftForm = ({ caseId, holdId }: { caseId: string; holdId: string }) => {
  const t = useTranslations('rights.hold')
  return (
    <Form
      schema={() => import('@/lib/rights/hold.schema').then((room) => room.liftHoldSchema)}
      defaultValues={{ caseId, holdId, words: '' }}
      action={liftHold}
      draftKey={`lift:${holdId}`}
    >
      <TextArea name="words" label={t('liftWords')} rows={2} dir="auto" />
      <FormFooter>{t('lift')}</FormFooter>
    </Form>
  )
}
