'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { FieldGroup, useField } from '@/components/forms/field'
import { FilterBox } from '@/components/forms/filter-box'
import { PersonName } from '@/components/people/person-name'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { fitsIn } from '@/lib/planning/hours.rules'
import type { PersonChoice, PlanFormProps } from '@/lib/planning/plan.view'
import { toPlain } from '@/lib/shared/plain'
import type { PlanValues } from './plan-values'
import { Reasons } from './reasons'

/** So many people are looked through without a line that finds one of them. */
const FILTER_FROM = 8

const Person = ({
  person,
  id,
  number,
  isHidden,
  onTick,
}: {
  person: PersonChoice
  id: string
  /** The place on the sheet of the one who is ticked. */
  number: number | null
  /** Not looked for. */
  isHidden: boolean
  onTick: (isTicked: boolean) => void
}) => {
  const t = useTranslations('planning')
  return (
    <li className="border-t border-hair first:border-t-0" hidden={isHidden}>
      <label className="flex min-h-12 items-center gap-x-3 py-1.5">
        <input
          autoComplete="off"
          type="checkbox"
          id={id}
          value={person.key}
          className="size-5.5 shrink-0 accent-accent"
          checked={number !== null}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span className="min-w-0 grow">
          <span className="font-semibold">
            <PersonName full={person.full} initials={person.initials} />
          </span>{' '}
          <span className="code text-sm text-muted">{person.code}</span>
          <span className="block text-sm">
            {person.isHere ? null : (
              <span className="font-semibold text-late">
                <span aria-hidden="true">◷ </span>
                {t('notHere')}
              </span>
            )}
            <Reasons reasons={person.reasons} />
            {person.reasons.length > 0 || person.lastMetOn === null ? null : (
              <span className="text-muted">
                {t('lastMet')} <Time at={person.lastMetOn} style="dayInYear" />
              </span>
            )}
          </span>
        </span>
        <span aria-hidden="true" className="num w-6 text-end text-sm text-muted">
          {number ?? ''}
        </span>
      </label>
    </li>
  )
}

/** How many people fit into the hours that stand in the form, and on what that rests; loud when more are ticked. */
const Fitting = ({ pace, ticked }: { pace: PlanFormProps['pace']; ticked: number }) => {
  const t = useTranslations('planning.form')
  const { startsAt = '', endsAt = '', visitors = [] } = useWatch<PlanValues>()
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
          {t('fits', { count: fits })} <span className="max-lg:sr-only">{basis}</span>
        </p>
      ) : (
        <Notice kind="late" title={t('over', { over, ticked, fits })}>
          <p>{basis}</p>
        </Notice>
      )}
    </div>
  )
}

const isMeant = (typed: string, { full, initials, code }: PersonChoice): boolean =>
  toPlain(`${full ?? ''} ${initials} ${code}`).includes(toPlain(typed.trim()))

/** Whom to see, those of the plan numbered as on the sheet: each with why, and how many fit. */
export const PlanPeople = ({
  people,
  pace,
}: {
  people: readonly PersonChoice[]
  pace: PlanFormProps['pace']
}) => {
  const t = useTranslations('planning')
  const { setValue } = useFormContext<PlanValues>()
  const ticked = useWatch<PlanValues, 'people'>({ name: 'people' })
  const facts = useField({ name: 'people', label: t('form.people') })
  const [typed, setTyped] = useState('')
  const keys = people.map(({ key }) => key).filter((key) => ticked.includes(key))
  const urgent = people.filter(({ reasons }) => reasons.length > 0).map(({ key }) => key)
  const tick = (isWanted: (key: string) => boolean): void =>
    setValue('people', people.map(({ key }) => key).filter(isWanted), { shouldDirty: true })
  return (
    <FieldGroup label={t('form.people')} hint={t('form.peopleHint')} facts={facts}>
      {people.length === 0 ? null : <Fitting pace={pace} ticked={keys.length} />}
      {people.length < FILTER_FROM ? null : (
        <FilterBox label={t('form.find')} typed={typed} onType={setTyped} />
      )}
      {people.length === 0 ? (
        <p className="text-muted">{t('form.noPeople')}</p>
      ) : (
        <ul className="border-y border-hair">
          {people.map((person, index) => (
            <Person
              key={person.key}
              person={person}
              id={index === 0 ? facts.id : `${facts.id}-${index}`}
              number={keys.includes(person.key) ? keys.indexOf(person.key) + 1 : null}
              isHidden={!isMeant(typed, person)}
              onTick={(isTicked) => tick((key) => (key === person.key ? isTicked : keys.includes(key)))}
            />
          ))}
        </ul>
      )}
      {urgent.every((key) => keys.includes(key)) ? null : (
        <p>
          <Button
            kind="quiet"
            size="small"
            onClick={() => tick((key) => keys.includes(key) || urgent.includes(key))}
          >
            {t('form.tickUrgent', { count: urgent.length })}
          </Button>
        </p>
      )}
    </FieldGroup>
  )
}
