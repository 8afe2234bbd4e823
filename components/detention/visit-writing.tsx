'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { SaveState } from '@/components/forms/save-state'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Choices, Named } from '@/lib/detention/prepare-visit.data'
import type { RosterPerson } from '@/lib/detention/roster.view'
import { type Accreditation, isWritten } from '@/lib/detention/visit.rules'
import {
  blankEncounter,
  blankStranger,
  type EncounterForm,
  type VisitForm,
} from '@/lib/detention/visit.schema'
import { countryChoices } from '@/lib/people/country.rules'
import { AddPerson } from './add-person'
import { CentreCard } from './centre-card'
import { GroupFields } from './group-fields'
import { PersonCard } from './person-card'
import { VisitCheck } from './visit-check'
import { StandingNotice, VisitHeaderFields } from './visit-header-fields'

export type VisitWritingProps = {
  readonly today: string
  readonly locale: string
  readonly actorId: string
  readonly centre: {
    readonly id: string
    readonly slug: string
    readonly label: string
    readonly accreditations: readonly Accreditation[]
  }
  readonly teams: readonly Named[]
  readonly colleagues: readonly Named[]
  readonly here: readonly RosterPerson[]
  readonly elsewhere: readonly RosterPerson[]
  readonly more: boolean
  readonly choices: Choices
}

const keyOf = (one: { readonly caseId: string; readonly personId: string }): string =>
  `${one.caseId} ${one.personId}`

/** How far one is, and the way to the end; always in sight, never over what has the focus. */
const ProgressBar = ({ onCheck }: { onCheck: () => void }) => {
  const t = useTranslations('detention.form')
  const encounters = useWatch<VisitForm, 'encounters'>({ name: 'encounters' })
  const done = encounters.filter(isWritten).length
  return (
    // On a phone the menu lies at the foot of the screen: the bar stands on it, not under it.
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 flex items-center gap-3 border-t border-hair bg-surface px-4 py-3 sm:mx-0 sm:rounded-t sm:border-x lg:bottom-0">
      <div className="min-w-0 grow text-sm">
        <p>{t('progress', { done, all: encounters.length })}</p>
        <SaveState />
      </div>
      <Button className="max-w-3/5 shrink-0" onClick={onCheck}>
        {t('check')}
      </Button>
    </div>
  )
}

/** The fields of a visit: the list in the order of the paper sheet, one card open at a time, then a last look. */
export const VisitWriting = (props: VisitWritingProps) => {
  const { today, locale, centre, teams, colleagues, here, elsewhere, more, choices } = props
  const t = useTranslations('detention.form')
  const common = useTranslations('common')
  const { control, formState } = useFormContext<VisitForm>()
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'encounters' })
  const [step, setStep] = useState<'write' | 'check'>('write')
  const [open, setOpen] = useState<number | 'centre' | null>(null)
  const countries = useMemo(() => countryChoices(locale), [locale])
  const people = useMemo(
    () => new Map([...here, ...elsewhere].map((one) => [keyOf(one), one])),
    [here, elsewhere],
  )
  const personOf = (who: EncounterForm['who']): RosterPerson | null =>
    who.kind === 'known' ? (people.get(keyOf(who)) ?? null) : null
  const { submitCount, errors } = formState
  const hasError = (index: number): boolean => errors.encounters?.[index] !== undefined

  // A fault can only be put right where its field is.
  useEffect(() => {
    if (submitCount > 0 && Object.keys(errors).length > 0) setStep('write')
  }, [submitCount, errors])

  const bring = useRef(false)
  const goTo = (place: number | 'centre'): void => {
    bring.current = true
    setStep('write')
    setOpen(place)
  }
  // What was opened from elsewhere is brought into view and under the keyboard; never after a refused save, when the
  // summary of what to put right has the focus.
  useEffect(() => {
    if (step !== 'write' || open === null || !bring.current) return
    bring.current = false
    const id = open === 'centre' ? 'about-centre' : `person-${open}`
    document.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus()
  }, [step, open])

  const add = (encounter: EncounterForm, at: number = fields.length): void => {
    if (at === fields.length) append(encounter, { shouldFocus: false })
    else insert(at, encounter, { shouldFocus: false })
    bring.current = true
    setOpen(at)
  }
  const listed = new Set(fields.flatMap(({ who }) => (who.kind === 'known' ? [keyOf(who)] : [])))
  const others = [...people.values()].filter((one) => !listed.has(keyOf(one)))
  const nameOf = (who: EncounterForm['who']): string => {
    if (who.kind === 'new') return who.name.trim() === '' ? t('someoneNew') : who.name
    const person = personOf(who)
    return person === null ? '–' : `${person.initials} ${person.code}`.trim()
  }

  return (
    <>
      <title>{`${t('tab')} · ${common('name')}`}</title>
      <header className="-mx-4 -mt-5 bg-rail px-4 py-3.5 text-rail-ink sm:mx-0 sm:mt-0 sm:rounded">
        <Link
          href="/detention/new"
          prefetch={false}
          className="inline-flex min-h-11 items-center gap-1 text-sm text-rail-ink"
        >
          <Icon name="back" />
          {t('change')}
        </Link>
        <h1>{centre.label}</h1>
      </header>
      {step === 'check' ? (
        <VisitCheck nameOf={nameOf} goTo={goTo} onBack={() => setStep('write')} />
      ) : (
        <>
          <StandingNotice accreditations={centre.accreditations} />
          <section aria-labelledby="about-visit" className="grid gap-4">
            <h2 id="about-visit">{t('aboutVisit')}</h2>
            <VisitHeaderFields today={today} colleagues={colleagues} teams={teams} />
          </section>
          <section aria-labelledby="people-met" className="grid gap-3">
            <h2 id="people-met">{t('people')}</h2>
            {fields.length === 0 ? <p className="text-muted">{t('noPeople')}</p> : null}
            {more ? <p className="text-muted">{t('more', { count: here.length })}</p> : null}
            <ol className="grid gap-2.5">
              {fields.map(({ id, who }, index) => (
                <PersonCard
                  key={id}
                  index={index}
                  person={personOf(who)}
                  choices={choices}
                  countries={countries}
                  today={today}
                  isOpen={open === index || hasError(index)}
                  onToggle={() => setOpen(open === index ? null : index)}
                  onAgain={who.kind === 'known' ? () => add(blankEncounter(who), index + 1) : null}
                  onRemove={
                    index >= here.length || who.kind === 'new'
                      ? () => {
                          remove(index)
                          setOpen(null)
                        }
                      : null
                  }
                />
              ))}
            </ol>
            <AddPerson
              others={others}
              onNew={() => add(blankEncounter(blankStranger()))}
              onKnown={({ caseId, personId }) => add(blankEncounter({ kind: 'known', caseId, personId }))}
            />
            <GroupFields countries={countries} />
          </section>
          <CentreCard
            themes={choices.themes}
            isOpen={open === 'centre' || errors.observations !== undefined}
            onToggle={() => setOpen(open === 'centre' ? null : 'centre')}
          />
          <ProgressBar onCheck={() => setStep('check')} />
        </>
      )}
    </>
  )
}
