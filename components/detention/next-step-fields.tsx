'use client'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { ChipGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import type { RosterPerson } from '@/lib/detention/roster.view'
import type { VisitForm } from '@/lib/detention/visit.schema'
import { addDays } from '@/lib/shared/dates'

/** What is to be done next in this file, and by when. What was planned before is shown, because it is replaced. */
export const NextStepFields = ({
  at,
  today,
  planned,
}: {
  at: `encounters.${number}`
  today: string
  planned: RosterPerson['nextStep']
}) => {
  const t = useTranslations('detention.form')
  const { setValue } = useFormContext<VisitForm>()
  const who = useWatch<VisitForm, `${typeof at}.nextStep.who`>({ name: `${at}.nextStep.who` })
  const near = [
    { words: t('tomorrow'), day: addDays(today, 1) },
    { words: t('inAWeek'), day: addDays(today, 7) },
  ]
  return (
    <div className="grid gap-3">
      <ChipGroup
        name={`${at}.nextStep.who`}
        label={t('nextStep')}
        {...(planned === null
          ? {}
          : { hint: `${t('stepNow', { text: planned.text })} ${t('stepReplaces')}` })}
        options={[
          { value: 'none', label: t('stepNone'), kind: 'quiet' },
          { value: 'me', label: t('stepMe') },
        ]}
      />
      {who === 'me' ? (
        <>
          <TextField name={`${at}.nextStep.text`} label={t('stepText')} autoComplete="off" dir="auto" />
          <DateField name={`${at}.nextStep.on`} label={t('stepOn')} />
          <div className="flex flex-wrap gap-2">
            {near.map(({ words, day }) => (
              <Button
                key={day}
                kind="quiet"
                onClick={() => setValue(`${at}.nextStep.on`, day, { shouldDirty: true })}
              >
                {words}
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </div>
  )
}
