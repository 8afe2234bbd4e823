'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { type Named, namedOptions, toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { letGuestIn } from '@/lib/circles/guest.actions'
import { GUEST_KINDS, LEAST, PARTS } from '@/lib/circles/guest.rules'

/** Lets a guest into the file: what they are, what they read, until when, why. The least is ticked. */
export const GuestForm = ({ caseId, accounts }: { caseId: string; accounts: readonly Named[] }) => {
  const t = useTranslations('circles.guest')
  return (
    <FormAnew
      schema={() => import('@/lib/circles/guest.schema').then((room) => room.guestSchema)}
      defaultValues={{
        caseId,
        staffId: '',
        parts: [...LEAST],
        until: '',
        reason: '',
      }}
      action={letGuestIn}
      draftKey={`guest:${caseId}`}
    >
      <p className="text-sm text-muted">{t('what')}</p>
      <Select
        name="staffId"
        label={t('field.who')}
        hint={t('field.whoHint')}
        empty={t('field.choose')}
        options={namedOptions(accounts)}
      />
      <ChipGroup
        name="guestKind"
        label={t('field.kind')}
        options={toOptions(GUEST_KINDS.codes, (one) => t(`kind.${one}`))}
      />
      <CheckboxGroup
        name="parts"
        label={t('field.parts')}
        hint={t('field.partsHint')}
        options={toOptions(PARTS.codes, (one) => t(`part.${one}`))}
      />
      <DateField name="until" label={t('field.until')} hint={t('field.untilHint')} />
      <TextArea name="reason" label={t('field.reason')} hint={t('field.reasonHint')} rows={2} />
      <FormFooter>{t('save')}</FormFooter>
    </FormAnew>
  )
}
