'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { PersonName } from '@/components/people/person-name'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { CLOSE, DOWN, Drawing } from '@/components/ui/drawing'
import { formatTime } from '@/components/ui/time'
import type { Choices } from '@/lib/detention/choices.data'
import type { Named } from '@/lib/detention/fellows.data'
import { isWritten } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import type { Alike } from '@/lib/people/alike.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'
import type { RosterPerson } from '@/lib/planning/roster.view'
import { FoldedChips } from './folded-chips'
import { HowFields } from './how-fields'
import { NextStepFields } from './next-step-fields'
import { NoteField } from './note-field'
import { OutcomeChips } from './outcome-chips'
import { SignalFields } from './signal-fields'
import { SomeoneNewFields } from './someone-new-fields'

export type CardProps = {
  readonly index: number
  /** The number on the paper sheet; a second conversation bears that of the first. */
  readonly number: number
  /** What our files know; null for a new person. */
  readonly person: RosterPerson | null
  readonly choices: Choices
  readonly countries: readonly NamedCode[]
  readonly colleagues: readonly Named[]
  readonly today: string
  readonly isOpen: boolean
  /** Out of sight for now: finished, not looked for, or further down than the list begins with. */
  readonly isHidden: boolean
  readonly onToggle: () => void
  /** Whether they were met was said; of someone who was seen there is something to write. */
  readonly onMet: (isSeen: boolean) => void
  readonly onSame: (person: Alike) => void
  readonly onAgain: (() => void) | null
  readonly onRemove: (() => void) | null
}

/** Someone we know in words: by name, in discreet mode by initials, and by code where neither is known. */
export const nameOf = ({ full, initials, code }: RosterPerson): string => full || initials || code

/** One line on what was written so far, or else on what our files know. */
const useSummary = ({ person, choices }: CardProps, encounter: EncounterForm): string => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const format = useFormatter()
  if (isWritten(encounter)) {
    const did = choices.actions
      .filter(({ code }) => encounter.actions.includes(code))
      .map(({ label }) => label)
    const { who, on } = encounter.nextStep
    const parts = [
      encounter.isAgain && encounter.metAt !== '' ? t('form.againAt', { time: encounter.metAt }) : null,
      encounter.outcome === '' ? null : t(`outcome.${encounter.outcome}`),
      did.length === 0 ? null : format.list(did.slice(0, 2), { type: 'unit' }),
      who !== 'none' && on !== '' ? formatTime(locale, on, 'dayInYear') : null,
    ]
    return parts.filter((part) => part !== null).join(' · ')
  }
  if (encounter.isAgain) return t('form.again')
  return person === null ? t('form.untouched') : person.known
}

const Title = ({ person, encounter }: { person: RosterPerson | null; encounter: EncounterForm }) => {
  const t = useTranslations('detention.form')
  if (person !== null) return <PersonName {...person} />
  return (
    <bdi translate="no">
      {encounter.who.kind === 'new' && encounter.who.name.trim() !== ''
        ? encounter.who.name
        : t('someoneNew')}
    </bdi>
  )
}

/** What is told of one conversation, in the order in which one remembers it. */
const CardPanel = (props: CardProps & { encounter: EncounterForm }) => {
  const { index, person, choices, countries, colleagues, today, encounter, onSame, onAgain, onRemove } = props
  const t = useTranslations('detention.form')
  const at = `encounters.${index}` as const
  return (
    <div className="grid gap-5 pt-2 pb-4">
      {encounter.who.kind === 'new' ? (
        <SomeoneNewFields at={at} countries={countries} onSame={onSame} />
      ) : null}
      <FoldedChips part="actions" at={`${at}.`} choices={choices} />
      <SignalFields name={`${at}.signals`} choices={choices.signals} />
      <NoteField name={`${at}.note`} label={t('note')} hint={t('noteHint')} />
      <NextStepFields at={at} today={today} planned={person?.nextStep ?? null} colleagues={colleagues} />
      <FoldedChips part="topics" at={`${at}.`} choices={choices} />
      <FoldedChips part="requests" at={`${at}.`} choices={choices} />
      <HowFields at={at} isOpen={encounter.isAgain} />
      {onAgain === null && onRemove === null ? null : (
        <div className="flex flex-wrap gap-2 border-t border-hair pt-3">
          {onAgain === null ? null : (
            <Button kind="quiet" size="small" onClick={onAgain}>
              {t('again')}
            </Button>
          )}
          {onRemove === null ? null : (
            <Button kind="plain" size="small" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** One person of the list in one line: their name, what is known or written, and whether they were met beside it. */
export const PersonCard = (props: CardProps) => {
  const { index, number, person, isOpen, isHidden, onToggle, onMet } = props
  const t = useTranslations('detention')
  const at = `encounters.${index}` as const
  const encounter = useWatch<VisitForm, typeof at>({ name: at })
  const summary = useSummary(props, encounter)
  const panel = `person-${index}`
  const isDone = isWritten(encounter)
  const of = person === null ? t('form.number', { number }) : nameOf(person)
  return (
    <li
      id={`card-${index}`}
      hidden={isHidden}
      className={classNames(
        'scroll-mt-4 border-t',
        isOpen ? '-mx-2 rounded border border-accent bg-surface px-2 ring-1 ring-accent' : 'border-hair',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2">
        <h3 className={classNames('min-w-0 grow font-sans text-base', isOpen ? 'basis-full' : 'basis-30')}>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={onToggle}
            className="flex min-h-12 w-full items-center gap-2 rounded py-1 text-start"
          >
            <span className="num w-5 shrink-0 text-sm font-normal text-muted">
              <span className="sr-only">{t('form.number', { number })}</span>
              <span aria-hidden="true">{number}</span>
            </span>
            <span className="min-w-0 grow">
              <span className={isOpen ? 'block wrap-anywhere' : 'line-clamp-2'}>
                <Title person={person} encounter={encounter} />
              </span>
              <span
                className={classNames('block text-sm font-normal text-muted', isOpen ? null : 'sm:truncate')}
              >
                {/* On a line of its own where there is little room: what is dangerous is never cut off. */}
                {person?.alert ? (
                  <b className="font-semibold text-danger max-sm:block">
                    <span aria-hidden="true">▲ </span>
                    {person.alert}{' '}
                  </b>
                ) : null}
                <span className={isOpen ? undefined : 'leading-4.5 max-sm:line-clamp-3'}>
                  {isDone ? (
                    <b className="font-semibold text-done">
                      <span aria-hidden="true">✓ </span>
                      {t('form.written')}{' '}
                    </b>
                  ) : null}
                  {summary}
                  {/* Beside a name a phone has no room for it. */}
                  {person === null ? null : (
                    <span
                      className={classNames('code ms-2', person.full && !isOpen ? 'max-sm:hidden' : null)}
                    >
                      {person.code}
                    </span>
                  )}
                </span>
              </span>
            </span>
            <Drawing
              path={isOpen ? CLOSE : DOWN}
              className={classNames('size-5 shrink-0 text-muted', isOpen ? null : 'max-sm:hidden')}
            />
          </button>
        </h3>
        <div className="ms-auto max-w-full py-0.5">
          <OutcomeChips at={at} of={of} isOpen={isOpen} onMet={(outcome) => onMet(outcome === 'seen')} />
        </div>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? <CardPanel {...props} encounter={encounter} /> : null}
      </div>
    </li>
  )
}
