'use client'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { CheckboxChips } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FieldGroup, useField } from '@/components/forms/field'
import { TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { findConflicts } from '@/lib/planning/conflict.rules'
import { fitsIn } from '@/lib/planning/hours.rules'
import type { PlanForm } from '@/lib/planning/plan.schema'
import type { PersonChoice, PlanFormProps } from '@/lib/planning/plan.view'
import { toConflictKey, useConflictLabels } from './conflict-labels'
import { ReasonTags } from './reason-tags'

/** What both forms of a plan hold; the one that makes a plan has a centre and an office beside it. */
type Fields = Pick<PlanForm, 'onDate' | 'startsAt' | 'endsAt' | 'visitors' | 'people'>

/** Follows what is typed: says at once what speaks against it, and stops no one. */
const Remarks = ({ props }: { props: PlanFormProps }) => {
  const t = useTranslations('planning')
  const { onDate = '', visitors = [] } = useWatch<Fields>()
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

const Person = ({
  person,
  id,
  number,
  onTick,
}: {
  person: PersonChoice
  id: string
  /** The place on the sheet of the one who is ticked. */
  number: number | null
  onTick: (isTicked: boolean) => void
}) => {
  const t = useTranslations('planning')
  return (
    <li className="border-t border-hair first:border-t-0">
      <label className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2">
        <input
          autoComplete="off"
          type="checkbox"
          id={id}
          value={person.key}
          className="size-5 shrink-0 accent-accent"
          checked={number !== null}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span aria-hidden="true" className="num w-6 text-end text-muted">
          {number ?? ''}
        </span>
        <span className="w-32 shrink-0">
          <bdi className="font-semibold">{person.initials}</bdi>{' '}
          <span className="code text-muted">{person.code}</span>
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          {person.isHere ? null : <Tag kind="late">{t('notHere')}</Tag>}
          <ReasonTags reasons={person.reasons} />
          {person.lastMetOn === null ? null : (
            <span className="text-sm text-muted">
              {t('lastMet')} <Time at={person.lastMetOn} style="dayInYear" />
            </span>
          )}
        </span>
      </label>
    </li>
  )
}

/** How many people fit into the hours that stand in the form, and on what that rests; loud when more are ticked. */
const Fitting = ({ pace, ticked }: { pace: PlanFormProps['pace']; ticked: number }) => {
  const t = useTranslations('planning.form')
  const { startsAt = '', endsAt = '', visitors = [] } = useWatch<Fields>()
  const going = visitors.filter((id) => id !== undefined).length
  const fits = fitsIn({ startsAt, endsAt, visitors: going }, pace)
  const over = fits === null ? 0 : Math.max(0, ticked - fits)
  const basis = pace.visits === 0 ? t('assumed', { minutes: pace.minutes }) : t('measured', { ...pace })
  return (
    <div role="status">
      {fits === null ? (
        <p className="text-sm text-muted">{t('hoursUnknown')}</p>
      ) : over === 0 ? (
        <p className="text-sm text-muted">
          {t('fits', { count: fits })} {basis}
        </p>
      ) : (
        <Notice kind="late" title={t('over', { over, ticked, fits })}>
          <p>{basis}</p>
        </Notice>
      )}
    </div>
  )
}

const People = ({ people, pace }: { people: readonly PersonChoice[]; pace: PlanFormProps['pace'] }) => {
  const t = useTranslations('planning')
  const { setValue } = useFormContext<Fields>()
  const ticked = useWatch<Fields, 'people'>({ name: 'people' })
  const facts = useField({ name: 'people', label: t('form.people') })
  const keys = people.map(({ key }) => key).filter((key) => ticked.includes(key))
  const urgent = people.filter(({ reasons }) => reasons.length > 0).map(({ key }) => key)
  const tick = (isWanted: (key: string) => boolean): void =>
    setValue('people', people.map(({ key }) => key).filter(isWanted), { shouldDirty: true })
  return (
    <FieldGroup label={t('form.people')} hint={t('form.peopleHint')} facts={facts}>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {urgent.length === 0 ? null : (
          <Button
            kind="quiet"
            size="small"
            onClick={() => tick((key) => keys.includes(key) || urgent.includes(key))}
          >
            {t('form.tickUrgent', { count: urgent.length })}
          </Button>
        )}
        <span role="status" className="text-sm text-muted">
          {t('form.ticked', { count: keys.length })}
        </span>
      </p>
      {people.length === 0 ? null : <Fitting pace={pace} ticked={keys.length} />}
      {people.length === 0 ? (
        <p className="text-muted">{t('form.noPeople')}</p>
      ) : (
        <ul className="rounded border border-hair bg-surface">
          {people.map((person, index) => (
            <Person
              key={person.key}
              person={person}
              id={index === 0 ? facts.id : `${facts.id}-${index}`}
              number={keys.includes(person.key) ? keys.indexOf(person.key) + 1 : null}
              onTick={(isTicked) => tick((key) => (key === person.key ? isTicked : keys.includes(key)))}
            />
          ))}
        </ul>
      )}
    </FieldGroup>
  )
}

/** Day, hours, who goes, whom to see. */
export const PlanFields = ({ props }: { props: PlanFormProps }) => {
  const t = useTranslations('planning.form')
  return (
    <>
      <Remarks props={props} />
      <div className="flex flex-wrap items-start gap-x-8 gap-y-5">
        <DateField name="onDate" label={t('day')} />
        <div className="flex flex-wrap gap-4">
          <TextField name="startsAt" type="time" label={t('startsAt')} width="short" />
          <TextField name="endsAt" type="time" label={t('endsAt')} width="short" />
        </div>
      </div>
      <CheckboxChips name="visitors" label={t('visitors')} options={props.colleagues} />
      <People people={props.people} pace={props.pace} />
    </>
  )
}
