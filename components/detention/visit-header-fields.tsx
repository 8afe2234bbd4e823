'use client'
import { useTranslations } from 'next-intl'
import { CheckboxChips, ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/forms/text-field'
import { MODES } from '@/lib/detention/conversation.rules'
import type { Named } from '@/lib/detention/fellows.data'
import { ACCESS } from '@/lib/detention/visit.rules'

/** How one was let in and for how long; also the form that corrects it later. */
export const HoursFields = () => {
  const t = useTranslations('detention')
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <TextField name="startsAt" type="time" label={t('form.startsAt')} width="short" />
        <TextField name="endsAt" type="time" label={t('form.endsAt')} width="short" />
      </div>
      <ChipGroup
        name="access"
        label={t('form.access')}
        options={ACCESS.codes.map((value) => ({ value, label: t(`access.${value}`) }))}
      />
      <TextField
        name="waitingMinutes"
        label={t('form.waiting')}
        hint={t('form.waitingHint')}
        width="number"
        inputMode="numeric"
      />
    </>
  )
}

/** Day, hours, who went, how one was let in. */
export const VisitHeaderFields = ({
  today,
  colleagues,
  teams,
}: {
  today: string
  colleagues: readonly Named[]
  teams: readonly Named[]
}) => {
  const t = useTranslations('detention.form')
  const toOptions = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="grid gap-5">
      <DateField name="onDate" label={t('day')} today={today} />
      <ChipGroup
        name="mode"
        label={t('mode')}
        options={MODES.codes.map((value) => ({ value, label: t(`modes.${value}`) }))}
      />
      <HoursFields />
      <CheckboxChips name="visitors" label={t('visitors')} options={toOptions(colleagues)} />
      {teams.length > 1 ? <Select name="teamId" label={t('team')} options={toOptions(teams)} /> : null}
    </div>
  )
}
