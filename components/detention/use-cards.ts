'use client'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { isWritten } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import type { Alike } from '@/lib/people/alike.schema'
import type { RosterPerson } from '@/lib/planning/roster.view'

/** What can be open: a card by its place in the list, the head of the visit, or what was seen of the centre. */
export type CardPlace = number | 'header' | 'centre'

const keyOf = (one: { readonly caseId: string; readonly personId: string }): string =>
  `${one.caseId} ${one.personId}`

const focusOf = (place: CardPlace): string => {
  if (place === 'header') return '#about-visit ~ * :is(button, input)'
  return place === 'centre' ? '[aria-controls="about-centre"]' : `[aria-controls="person-${place}"]`
}

/** The untouched card of someone we know. */
export const toCard = ({ caseId, personId, nextStep }: RosterPerson): EncounterForm => {
  const blank = blankEncounter(knownPerson({ caseId, personId }))
  return { ...blank, nextStep: { ...blank.nextStep, knew: nextStep?.text ?? '' } }
}

/** The cards of a visit: which are there, which one is open, and where the keyboard goes when one is opened from afar. */
export const useCards = ({
  here,
  elsewhere,
  isWriting,
}: {
  here: readonly RosterPerson[]
  elsewhere: readonly RosterPerson[]
  isWriting: boolean
}) => {
  const { control, getValues, setValue } = useFormContext<VisitForm>()
  const { fields, append, insert, remove, update } = useFieldArray({ control, name: 'encounters' })
  const [open, setOpenPlace] = useState<CardPlace | null>(null)
  /** The card that was in hand last: it does not fold away under the finger that just answered on it. */
  const [last, setLast] = useState<number | null>(null)
  const [met, setMet] = useState<readonly RosterPerson[]>([])
  const people = useMemo(
    () => new Map([...met, ...here, ...elsewhere].map((one) => [keyOf(one), one])),
    [met, here, elsewhere],
  )
  const personOf = (who: EncounterForm['who']): RosterPerson | null =>
    who.kind === 'known' ? (people.get(keyOf(who)) ?? null) : null

  // A card that closes above the one that opens would pull it away under the finger: it stays where it is.
  const anchor = useRef<{ id: string; top: number } | null>(null)
  const hold = (place: CardPlace | null): void => {
    const element = typeof place === 'number' ? document.getElementById(`card-${place}`) : null
    anchor.current = element && { id: element.id, top: element.getBoundingClientRect().top }
  }
  const setPlace = (place: CardPlace | null): void => {
    setOpenPlace(place)
    if (typeof place === 'number') setLast(place)
  }
  const setOpen = (place: CardPlace | null): void => {
    hold(place)
    setPlace(place)
  }
  const touch = (index: number): void => {
    hold(index)
    setLast(index)
  }
  useLayoutEffect(() => {
    const before = anchor.current
    anchor.current = null
    const element = before ? document.getElementById(before.id) : null
    if (before && element) window.scrollBy({ top: element.getBoundingClientRect().top - before.top })
  })

  // What was opened from elsewhere is brought into view and under the keyboard; never after a refused save, when the
  // summary of what to put right has the focus.
  const brought = useRef<string | null>(null)
  const bring = (place: CardPlace, selector: string = focusOf(place)): void => {
    brought.current = selector
    setPlace(place)
  }
  useEffect(() => {
    if (!isWriting || open === null || brought.current === null) return
    const selector = brought.current
    brought.current = null
    document.querySelector<HTMLElement>(selector)?.focus()
  }, [isWriting, open])

  const add = (encounter: EncounterForm, at: number = fields.length): void => {
    if (at === fields.length) append(encounter, { shouldFocus: false })
    else insert(at, encounter, { shouldFocus: false })
    // A new person has no name yet: the keyboard goes there. Otherwise to the card.
    if (encounter.who.kind === 'new') bring(at, `#person-${at} input[type="text"]`)
    else bring(at)
  }
  const addAgain = (index: number): void => {
    const who = fields[index]?.who
    if (who?.kind !== 'known') return
    add({ ...blankEncounter(knownPerson(who)), isAgain: true, outcome: 'seen' }, index + 1)
  }
  /** The new card turns out to be about someone we know: what was written stays, the name as it was heard with it. */
  const link = (index: number, person: Alike): void => {
    const card = getValues(`encounters.${index}`)
    if (card.who.kind !== 'new') return
    const listed = fields.findIndex(({ who }) => who.kind === 'known' && who.personId === person.personId)
    const known = people.get(keyOf(person))
    if (known === undefined)
      setMet((before) => [
        ...before,
        { ...person, full: null, alert: null, known: '', nextStep: null, section: null },
      ])
    const who = { ...knownPerson(person), heardAs: card.who.name, recognise: card.who.recognise }
    const linked = {
      ...card,
      who,
      nextStep: { ...card.nextStep, knew: known?.nextStep?.text ?? '' },
      isAgain: listed >= 0 && isWritten(getValues(`encounters.${listed}`)),
    }
    if (listed < 0 || linked.isAgain) {
      update(index, linked)
      bring(index)
      return
    }
    // The person stands in the list with an untouched card: that one takes over what was written here.
    setValue(`encounters.${listed}`, linked, { shouldDirty: true })
    update(listed, linked)
    remove(index)
    bring(listed)
  }
  const listed = new Set(fields.flatMap(({ who }) => (who.kind === 'known' ? [keyOf(who)] : [])))
  const hereKeys = new Set(here.map(keyOf))
  return {
    fields,
    open,
    last,
    setOpen,
    touch,
    bring,
    add,
    addAgain,
    addKnown: (person: RosterPerson) => add(toCard(person)),
    link,
    remove: (index: number) => {
      remove(index)
      setPlace(null)
      setLast(null)
    },
    personOf,
    others: [...people.values()].filter((one) => !listed.has(keyOf(one))),
    /** On the sheet that was carried along: such a card stays, whatever is written on it. */
    isListed: (index: number): boolean => {
      const field = fields[index]
      return field?.who.kind === 'known' && !field.isAgain && hereKeys.has(keyOf(field.who))
    },
  }
}
