'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { CheckboxChips } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { namedOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/components/ui/time'
import { findConflicts } from '@/lib/planning/conflict.rules'
import type { PlanFormProps } from '@/lib/planning/plan.view'
import { isDay } from '@/lib/shared/dates'
import { toConflictKey, useConflictLabels } from './conflict-labels'
import { useHoursLabels } from './hours-labels'
import { PlanPeople } from './plan-people'
import type { PlanValues } from './plan-values'

/** Follows what is typed: says at once what speaks against it, and stops no one. */
const Remarks = ({ props }: { props: PlanFormProps }) => {
  const t = useTranslations('planning')
  const { onDate = '', visitors = [] } = useWatch<PlanValues>()
  const labels = useConflictLabels(props)
  const going = visitors.flatMap((id) => id ?? [])
  const conflicts = findConflicts(
    { id: props.planId, centre: props.centre.id, onDate, visitors: going },
    props.around,
  )
  return (
    <div role="status">
      {conflicts.length === 0 ? null : (
        <Notice kind="late" title={t('remarksTitle')}>
          <ul className="grid gap-1">
            {conflicts.map((conflict) => (
              <li key={toConflictKey(conflict)}>{labels(conflict, props.centre.label)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

/** Day, hours and company in one line, on a phone: they are most often those of last time. */
const Said = ({ props, onChange }: { props: PlanFormProps; onChange: () => void }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const locale = useLocale()
  const hours = useHoursLabels()
  const { onDate = '', startsAt = '', endsAt = '', visitors = [] } = useWatch<PlanValues>()
  const names = visitors.flatMap((id) => props.names[id ?? ''] ?? [])
  const parts = [
    isDay(onDate) ? formatTime(locale, onDate, 'shortWeekday') : null,
    hours({ startsAt: startsAt || null, endsAt: endsAt || null }),
    names.length === 0 ? t('noVisitors') : format.list(names),
  ]
  return (
    <div className="flex items-center gap-2 lg:hidden">
      <p className="min-w-0 grow text-sm">{parts.filter((part) => part !== null).join(' · ')}</p>
      <Button kind="plain" size="small" className="shrink-0 px-2" onClick={onChange}>
        {t('form.change')}
      </Button>
    </div>
  )
}

/** Day, hours, who goes, whom to see. */
export const PlanFields = ({ props }: { props: PlanFormProps }) => {
  const t = useTranslations('planning.form')
  const { getValues, formState } = useFormContext<PlanValues>()
  const { onDate, startsAt, endsAt, visitors } = formState.errors
  const [isOpened, setOpened] = useState(getValues('startsAt') === '')
  const isOpen = isOpened || [onDate, startsAt, endsAt, visitors].some((error) => error !== undefined)
  return (
    <>
      <Remarks props={props} />
      {isOpen ? null : <Said props={props} onChange={() => setOpened(true)} />}
      <div className={classNames('grid gap-5', isOpen ? null : 'max-lg:hidden')}>
        <div className="flex flex-wrap items-start gap-x-8 gap-y-5">
          <DateField name="onDate" label={t('day')} />
          <div className="flex flex-wrap gap-4">
            <TextField name="startsAt" type="time" label={t('startsAt')} width="short" />
            <TextField name="endsAt" type="time" label={t('endsAt')} width="short" />
          </div>
        </div>
        <CheckboxChips name="visitors" label={t('visitors')} options={namedOptions(props.colleagues)} />
      </div>
      <PlanPeople people={props.people} pace={props.pace} />
    </>
  )
}
