'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { controlClass } from '@/components/forms/field'
import { Button } from '@/components/ui/button'
import type { RosterPerson } from '@/lib/planning/roster.view'

const idOf = ({ caseId, personId }: RosterPerson): string => `${caseId} ${personId}`

/** Two ways to meet a person who is not on the list: known to our files elsewhere, or new. */
export const AddPerson = ({
  others,
  cutAt,
  onKnown,
  onNew,
}: {
  others: readonly RosterPerson[]
  /** At how many files the list was cut; null: it holds all of them. */
  cutAt: number | null
  onKnown: (person: RosterPerson) => void
  onNew: () => void
}) => {
  const t = useTranslations('detention.form')
  const id = useId()
  const [choice, setChoice] = useState('')
  const add = (): void => {
    const person = others.find((one) => idOf(one) === choice)
    if (person) onKnown(person)
    setChoice('')
  }
  return (
    <div className="grid gap-2.5">
      <Button kind="quiet" className="justify-start px-4 py-3" onClick={onNew}>
        <span aria-hidden="true">+</span> {t('addNew')}
      </Button>
      {others.length === 0 ? null : (
        <div className="flex flex-wrap items-end gap-2">
          <div className="grid min-w-0 grow gap-1.5">
            <label htmlFor={id} className="font-semibold">
              {t('addKnown')}
            </label>
            <select
              autoComplete="off"
              id={id}
              value={choice}
              onChange={(event) => setChoice(event.target.value)}
              className={controlClass('min-h-11 w-full')}
            >
              <option value="">{t('choosePerson')}</option>
              {others.map((person) => (
                <option key={idOf(person)} value={idOf(person)}>
                  {[person.code, person.initials, person.country].filter((part) => part).join(' · ')}
                </option>
              ))}
            </select>
          </div>
          <Button kind="quiet" onClick={add}>
            {t('add')}
          </Button>
        </div>
      )}
      {cutAt === null ? null : <p className="text-sm text-muted">{t('addCut', { count: cutAt })}</p>}
    </div>
  )
}
