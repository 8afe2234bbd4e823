'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { ChipGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/forms/text-field'
import { Chip, Chips } from '@/components/ui/chip'
import { formatTime } from '@/components/ui/time'
import { dueDays } from '@/lib/detention/conversation.rules'
import type { Named } from '@/lib/detention/fellows.data'
import { STEP_OWNERS } from '@/lib/detention/visit.rules'
import type { VisitForm } from '@/lib/detention/visit.schema'
import type { RosterPerson } from '@/lib/planning/roster.view'

/** By when, as chips: tomorrow, Friday, the next visit, or another day. */
const DueChips = ({ name, today }: { name: `encounters.${number}.nextStep.on`; today: string }) => {
  const t = useTranslations('detention.form')
  const locale = useLocale()
  const { setValue } = useFormContext<VisitForm>()
  const on = useWatch<VisitForm, typeof name>({ name })
  const days = dueDays(today)
  const [isOther, setOther] = useState(on !== '' && !days.some(({ day }) => day === on))
  const choose = (day: string): void => {
    setOther(false)
    setValue(name, day, { shouldDirty: true })
  }
  return (
    <div className="grid gap-3">
      <fieldset>
        <legend className="pb-1.5 font-semibold">{t('stepOn')}</legend>
        <Chips>
          {days.map(({ word, day }) => (
            <Chip
              key={day}
              type="radio"
              name={`${name}-near`}
              checked={on === day && !isOther}
              onChange={() => choose(day)}
            >
              {t(`due.${word}`)}
              <span className="sr-only"> ({formatTime(locale, day, 'dayInYear')})</span>
            </Chip>
          ))}
          <Chip
            type="radio"
            name={`${name}-near`}
            kind="quiet"
            checked={isOther}
            onChange={() => setOther(true)}
          >
            {t('due.other')}
          </Chip>
        </Chips>
      </fieldset>
      {isOther ? <DateField name={name} label={t('stepOn')} /> : null}
    </div>
  )
}

/** What is to be done next in this file, by whom and by when. What was planned before is shown, because it is replaced. */
export const NextStepFields = ({
  at,
  today,
  planned,
  colleagues,
}: {
  at: `encounters.${number}`
  today: string
  planned: RosterPerson['nextStep']
  colleagues: readonly Named[]
}) => {
  const t = useTranslations('detention.form')
  const { getValues, setValue } = useFormContext<VisitForm>()
  const who = useWatch<VisitForm, `${typeof at}.nextStep.who`>({ name: `${at}.nextStep.who` })
  // Words that can stand as they are save a tap; they are in the field, so everyone sees what will be written.
  const propose = (): void => {
    if (getValues(`${at}.nextStep.text`) === '')
      setValue(`${at}.nextStep.text`, t('stepDefault'), { shouldDirty: true })
  }
  const owners = STEP_OWNERS.codes.filter((one) => one !== 'colleague' || colleagues.length > 0)
  const labels = { none: t('stepNone'), me: t('stepMe'), colleague: t('stepColleague') }
  return (
    <div
      className="grid gap-3"
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement && /^(me|colleague)$/.test(event.target.value)) propose()
      }}
    >
      <ChipGroup
        name={`${at}.nextStep.who`}
        label={t('nextStep')}
        {...(planned === null
          ? {}
          : { hint: `${t('stepNow', { text: planned.text })} ${t('stepReplaces')}` })}
        options={owners.map((value) => ({
          value,
          label: labels[value],
          ...(value === 'none' ? { kind: 'quiet' as const } : {}),
        }))}
      />
      {who === 'colleague' ? (
        <ChipGroup
          name={`${at}.nextStep.staffId`}
          label={t('stepWhose')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {who === 'none' ? null : (
        <>
          <DueChips name={`${at}.nextStep.on`} today={today} />
          <TextField name={`${at}.nextStep.text`} label={t('stepText')} dir="auto" />
        </>
      )}
    </div>
  )
}
