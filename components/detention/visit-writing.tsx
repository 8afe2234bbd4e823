'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fragment, useEffect, useMemo, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { SaveState } from '@/components/forms/save-state'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { blankEncounter, blankStranger } from '@/lib/detention/blank-encounter'
import type { Choices } from '@/lib/detention/choices.data'
import type { Named } from '@/lib/detention/fellows.data'
import { type Accreditation, isWritten } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import { countryChoices } from '@/lib/people/country.rules'
import type { Proposal } from '@/lib/planning/prepare-visit.data'
import type { RosterPerson } from '@/lib/planning/roster.view'
import { AddPerson } from './add-person'
import { CentreCard } from './centre-card'
import { GroupFields } from './group-fields'
import { HeaderCard, useHeaderLine } from './header-card'
import { PersonCard } from './person-card'
import { type CardPlace, useCards } from './use-cards'
import { VisitCheck } from './visit-check'
import { AccreditationNotice } from './visit-header-fields'

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
  readonly proposal: Proposal | null
  readonly here: readonly RosterPerson[]
  readonly elsewhere: readonly RosterPerson[]
  readonly more: boolean
  readonly cutAt: number | null
  readonly choices: Choices
}

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

/** The centre in large letters; once said, day, hours and company stand there too, and open with one tap. */
const Head = ({
  centre,
  colleagues,
  actorId,
  onChange,
}: VisitWritingProps & { onChange: (() => void) | null }) => {
  const t = useTranslations('detention.form')
  const line = useHeaderLine(colleagues, actorId)
  const header = useWatch<VisitForm, 'header'>({ name: 'header' })
  return (
    <header className="-mx-4 -mt-3 bg-rail px-4 py-3.5 text-rail-ink sm:mx-0 sm:mt-0 sm:rounded">
      <Link
        href="/detention/new?centre="
        prefetch={false}
        className="inline-flex min-h-11 items-center gap-1 text-sm text-rail-ink"
      >
        <Icon name="back" />
        {t('change')}
      </Link>
      <h1>{centre.label}</h1>
      {header === 'said' ? <p className="mt-1 text-sm">{line}</p> : null}
      {header === 'said' && onChange !== null ? (
        <button
          type="button"
          onClick={onChange}
          className="inline-flex min-h-11 items-center text-sm text-rail-ink underline underline-offset-4"
        >
          {t('headerChange')}
        </button>
      ) : null}
    </header>
  )
}

/** The number of each card on the paper sheet: a second conversation bears the number of the first. */
const toNumbers = (encounters: readonly { readonly isAgain: boolean }[]): number[] => {
  let number = 0
  return encounters.map(({ isAgain }) => {
    if (!isAgain || number === 0) number += 1
    return number
  })
}

/** The fields of a visit: the list in the order of the paper sheet, one card open at a time, then a last look. */
export const VisitWriting = (props: VisitWritingProps) => {
  const { today, locale, actorId, centre, teams, colleagues, here, elsewhere, more, choices } = props
  const t = useTranslations('detention.form')
  const common = useTranslations('common')
  const { formState } = useFormContext<VisitForm>()
  const { submitCount, errors } = formState
  const [step, setStep] = useState<'write' | 'check'>('write')
  const cards = useCards({ here, elsewhere, isWriting: step === 'write' })
  const { fields, open, setOpen, bring, add, remove, personOf } = cards
  const countries = useMemo(() => countryChoices(locale), [locale])
  const others = colleagues.filter(({ id }) => id !== actorId)

  // A fault can only be put right where its field is.
  useEffect(() => {
    if (submitCount > 0 && Object.keys(errors).length > 0) setStep('write')
  }, [submitCount, errors])
  const hasHeaderError = ['onDate', 'startsAt', 'endsAt', 'waitingMinutes', 'visitors', 'teamId'].some(
    (name) => name in errors,
  )
  const goTo = (place: CardPlace): void => {
    setStep('write')
    bring(place)
  }
  const nameOf = (who: EncounterForm['who']): string => {
    if (who.kind === 'new') return who.name.trim() === '' ? t('someoneNew') : who.name
    const person = personOf(who)
    return person === null ? '–' : `${person.initials} ${person.code}`.trim()
  }
  const numbers = toNumbers(fields)
  const sections = fields.map(({ who }) => personOf(who)?.section ?? null)

  return (
    <>
      <title>{`${t('tab')} · ${common('name')}`}</title>
      <Head {...props} onChange={step === 'write' && open !== 'header' ? () => bring('header') : null} />
      {step === 'check' ? (
        <VisitCheck nameOf={nameOf} goTo={goTo} onBack={() => setStep('write')} />
      ) : (
        <>
          <AccreditationNotice accreditations={centre.accreditations} />
          <HeaderCard
            isOpen={open === 'header' || hasHeaderError}
            onToggle={(isOpen) => {
              setOpen(isOpen ? 'header' : null)
              // The card goes; the keyboard goes on to what comes next.
              if (!isOpen) document.getElementById('people-met')?.focus({ preventScroll: true })
            }}
            {...{ today, actorId, colleagues, teams }}
          />
          <section aria-labelledby="people-met" className="grid gap-3">
            <h2 id="people-met" tabIndex={-1}>
              {t('people')}
            </h2>
            {fields.length === 0 ? <p className="text-muted">{t('noPeople')}</p> : null}
            {more ? <p className="text-muted">{t('more', { count: here.length })}</p> : null}
            <ol className="grid gap-2.5">
              {fields.map(({ id, who }, index) => {
                const section = sections[index] ?? null
                return (
                  <Fragment key={id}>
                    {section === null || section === sections[index - 1] ? null : (
                      <li className="mt-1 text-sm font-semibold text-muted">{t(`section.${section}`)}</li>
                    )}
                    <PersonCard
                      index={index}
                      number={numbers[index] ?? index + 1}
                      person={personOf(who)}
                      choices={choices}
                      countries={countries}
                      colleagues={others}
                      today={today}
                      isOpen={open === index || errors.encounters?.[index] !== undefined}
                      onToggle={() => setOpen(open === index ? null : index)}
                      onMet={() => setOpen(index)}
                      onSame={(person) => cards.link(index, person)}
                      onAgain={who.kind === 'known' ? () => cards.addAgain(index) : null}
                      onRemove={cards.isListed(index) ? null : () => remove(index)}
                    />
                  </Fragment>
                )
              })}
            </ol>
            <AddPerson
              others={cards.others}
              cutAt={props.cutAt}
              onNew={() => add({ ...blankEncounter(blankStranger()), outcome: 'seen' })}
              onKnown={cards.addKnown}
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
