'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/forms/text-field'
import { LETTER_KINDS, LETTER_UNITS, NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'

/** How and when a letter reached the person, and the period that is printed on it. */
export const LetterFields = ({ today, letterKind }: { today: Day; letterKind: string }) => {
  const { t } = useAsylumLabels()
  const td = useTranslations('deadlines')
  return (
    <>
      <DateField
        name="notifiedOn"
        label={t('field.notifiedOn')}
        hint={t('field.notifiedOnHint')}
        today={today}
      />
      <Select
        name="notification"
        label={td('form.notification')}
        empty={td('form.notificationNone')}
        options={NOTIFICATIONS.codes.map((value) => ({ value, label: td(`notification.${value}`) }))}
      />
      <RadioGroup
        name="letterKind"
        label={t('field.letterKind')}
        options={LETTER_KINDS.codes.map((value) => ({ value, label: td(`letterKind.${value}`) }))}
      />
      {letterKind === 'period' ? (
        <>
          <TextField name="letterAmount" label={td('form.letterAmount')} width="number" maxLength={3} />
          <Select
            name="letterUnit"
            label={td('form.letterUnit')}
            options={LETTER_UNITS.codes.map((value) => ({ value, label: td(`unit.${value}`) }))}
          />
        </>
      ) : null}
      {letterKind === 'lastDay' ? <DateField name="letterOn" label={td('form.letterOn')} /> : null}
    </>
  )
}
