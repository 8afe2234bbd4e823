'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useEffect, useMemo, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { SaveState } from '@/components/forms/save-state'
import { Button } from '@/components/ui/button'
import { DOWN, Drawing, FORWARD } from '@/components/ui/drawing'
import { newStranger } from '@/lib/detention/blank-encounter'
import { isWritten } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import { countryChoices } from '@/lib/people/country-list.rules'
import { CentreCard } from './centre-card'
import { FindLine, FoundElsewhere, isMeant } from './find-person'
import { GroupFields } from './group-fields'
import { nameOf, PersonCard } from './person-card'
import { type CardPlace, useCards } from './use-cards'
import { VisitCheck } from './visit-check'
import { VisitHead } from './visit-head'
import type { VisitWritingProps } from './visit-props'

/** How far one is, and the way to the end; always in sight, never over what has the focus. */
const ProgressBar = ({ onCheck }: { onCheck: () => void }) => {
  const t = useTranslations('detention.form')
  const encounters = useWatch<VisitForm, 'encounters'>({ name: 'encounters' })
  const done = encounters.filter(isWritten).length
  return (
    // While a visit is written it has the foot of a phone to itself (components/layout/bottom-bar.tsx).
    <div className="sticky bottom-0 z-10 -mx-4 flex items-center gap-3 border-t border-hair bg-surface px-4 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] sm:mx-0 sm:rounded-t sm:border-x">
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

/** So many folded cards the list begins with: what one hand scrolls through without looking. The others are one press away, danger never. */
const FIRST = 12

/** Which cards are written, as a line of 0 and 1: what is typed into one of them does not draw the others anew. */
const useWritten = (): string =>
  useWatch({
    control: useFormContext<VisitForm>().control,
    name: 'encounters',
    compute: (encounters) => encounters.map((one) => (isWritten(one) ? '1' : '0')).join(''),
  })

/** The number of each card on the paper sheet: a second conversation bears the number of the first. */
const toNumbers = (encounters: readonly { readonly isAgain: boolean }[]): number[] => {
  let number = 0
  return encounters.map(({ isAgain }) => {
    if (!isAgain || number === 0) number += 1
    return number
  })
}

/**
 * The fields of a visit: the list in the order of the paper sheet, one card open at a time, then a last look. Someone who is finished folds
 * away as soon as another one is begun, in place, so that nothing changes its number.
 */
export const VisitWriting = (props: VisitWritingProps) => {
  const { today, locale, actorId, colleagues, here, elsewhere, more, choices } = props
  const t = useTranslations('detention.form')
  const common = useTranslations('common')
  const { formState } = useFormContext<VisitForm>()
  const { submitCount, errors } = formState
  const [step, setStep] = useState<'write' | 'check'>('write')
  const cards = useCards({ here, elsewhere, isWriting: step === 'write' })
  const { fields, open, last, setOpen, bring, add, remove, personOf } = cards
  const countries = useMemo(() => countryChoices(locale), [locale])
  const others = colleagues.filter(({ id }) => id !== actorId)
  const written = useWritten()
  const [typed, setTyped] = useState('')
  const [showsFinished, setShowsFinished] = useState(false)
  const [showsAll, setShowsAll] = useState(false)

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
  const wordsFor = (who: EncounterForm['who']): string => {
    if (who.kind === 'new') return who.name.trim() === '' ? t('someoneNew') : who.name
    const person = personOf(who)
    return person === null ? '–' : nameOf(person)
  }
  const numbers = toNumbers(fields)
  const sections = fields.map(({ who }) => personOf(who)?.section ?? null)

  const looksFor = typed.trim() !== ''
  const isInHand = (index: number): boolean =>
    index === open || index === last || errors.encounters?.[index] !== undefined
  const finished = fields.filter((_field, index) => written[index] === '1' && !isInHand(index)).length
  const isFound = (who: EncounterForm['who']): boolean => {
    const person = personOf(who)
    return person !== null && isMeant(typed, person)
  }
  let passed = 0
  let folded = 0
  const shown = fields.map(({ who }, index) => {
    if (isInHand(index)) return true
    if (looksFor) return isFound(who)
    if (written[index] === '1') return showsFinished
    passed += 1
    if (showsAll || passed <= FIRST || personOf(who)?.alert) return true
    folded += 1
    return false
  })
  const choose = (place: number | null): void => {
    setTyped('')
    setOpen(place)
  }
  const firstShown = shown.indexOf(true)

  return (
    <>
      <title>{`${t('tab')} · ${common('name')}`}</title>
      <VisitHead
        {...props}
        isOpen={open === 'header' || hasHeaderError}
        onToggle={
          step === 'check'
            ? null
            : (isOpen) => {
                if (isOpen) return bring('header')
                setOpen(null)
                // The fields go; the keyboard goes on to what comes next: the first person, or the way to add one.
                const [first] = document.querySelectorAll<HTMLElement>(
                  '#people-met ~ ol > li:not([hidden]) [aria-controls^="person-"], #people-met + div > button',
                )
                first?.focus({ preventScroll: true })
              }
        }
      />
      {step === 'check' ? (
        <VisitCheck nameOf={wordsFor} goTo={goTo} onBack={() => setStep('write')} />
      ) : (
        <>
          <section
            aria-labelledby="people-met"
            className="-mt-3 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2"
          >
            <h2 id="people-met" className="sr-only">
              {t('people')}
            </h2>
            <FindLine typed={typed} onType={setTyped} onNew={() => add(newStranger())} />
            {finished === 0 || looksFor ? null : (
              <button
                type="button"
                aria-expanded={showsFinished}
                onClick={() => setShowsFinished(!showsFinished)}
                className="flex min-h-11 items-center gap-2 font-semibold"
              >
                <Drawing path={showsFinished ? DOWN : FORWARD} className="size-5 text-muted" />
                {t('finished', { count: finished })}
                <span aria-hidden="true" className="ms-auto text-done">
                  ✓
                </span>
              </button>
            )}
            {fields.length === 0 ? <p className="text-muted">{t('noPeople')}</p> : null}
            <ol className="border-b border-hair empty:hidden">
              {fields.map(({ id, who }, index) => {
                const section = sections[index] ?? null
                const isFirstOf = index === firstShown || section !== sections[index - 1]
                return (
                  <Fragment key={id}>
                    {section === null || !isFirstOf || looksFor || shown[index] !== true ? null : (
                      <li className="border-t border-hair pt-1 text-sm font-semibold text-muted">
                        {t(`section.${section}`)}
                      </li>
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
                      isHidden={shown[index] !== true}
                      onToggle={() => choose(open === index ? null : index)}
                      onMet={(isSeen) => (isSeen ? choose(index) : cards.touch(index))}
                      onSame={(person) => cards.link(index, person)}
                      onAgain={who.kind === 'known' ? () => cards.addAgain(index) : null}
                      onRemove={cards.isListed(index) ? null : () => remove(index)}
                    />
                  </Fragment>
                )
              })}
            </ol>
            {looksFor ? (
              <FoundElsewhere
                typed={typed}
                others={cards.others}
                isAnyHere={fields.some(({ who }) => isFound(who))}
                cutAt={props.cutAt}
                onKnown={(person) => {
                  setTyped('')
                  cards.addKnown(person)
                }}
              />
            ) : folded > 0 ? (
              <Button kind="quiet" onClick={() => setShowsAll(true)}>
                {t('showRest', { count: folded })}
              </Button>
            ) : more ? (
              <p className="text-muted">{t('more', { count: here.length })}</p>
            ) : null}
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
