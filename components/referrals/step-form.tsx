'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { GROUNDS } from '@/lib/referrals/ground.rules'
import { recordReferralStep } from '@/lib/referrals/referral.actions'
import { isWaiting, STEPS, type StepKind, WAYS } from '@/lib/referrals/referral.rules'
import type { Day } from '@/lib/shared/dates'

type Props = {
  readonly caseId: string
  readonly subjectId: string
  readonly next: StepKind
  readonly today: Day
  readonly followUpOn: Day
}

/** What happened with a referral; while someone waits for an answer, the next working day is proposed to ask again. */
export const StepForm = ({ caseId, subjectId, next, today, followUpOn }: Props) => {
  const t = useTranslations('referrals')
  return (
    <Form
      schema={() => import('@/lib/referrals/referral.schema').then((room) => room.stepSchema)}
      defaultValues={{
        caseId,
        subjectId,
        kind: next,
        on: today,
        way: next === 'told' ? 'phone' : '',
        ground: '',
        words: '',
        nextOn: isWaiting(next) ? followUpOn : '',
        nextText: t('followUp'),
      }}
      action={recordReferralStep}
      draftKey={`referral:step:${subjectId}`}
    >
      <ChipGroup
        name="kind"
        label={t('stepLabel')}
        options={toOptions(STEPS.codes, (one) => t(`step.${one}`))}
      />
      <GroundField />
      <DateField name="on" label={t('stepOn')} today={today} />
      <Select
        name="way"
        label={t('wayLabel')}
        empty={t('wayNone')}
        options={toOptions(
          WAYS.codes.filter((value) => value !== 'link'),
          (one) => t(`way.${one}`),
        )}
      />
      <TextArea name="words" label={t('stepWords')} hint={t('stepWordsHint')} rows={2} dir="auto" />
      <DateField name="nextOn" label={t('nextOn')} hint={t('nextOnHint')} />
      <FormFooter>{t('stepSave')}</FormFooter>
    </Form>
  )
}

/** On what it leaves: asked of the step that says it was sent, and of no other. */
const GroundField = () => {
  const t = useTranslations('referrals')
  const kind: unknown = useWatch({ name: 'kind' })
  return kind === 'sent' ? (
    <Select
      name="ground"
      label={t('groundLabel')}
      hint={t('groundHint')}
      empty={t('choose')}
      options={toOptions(GROUNDS.codes, (one) => t(`ground.${one}`))}
    />
  ) : null
}
