'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Choices } from '@/lib/detention/choices.data'
import type { Named } from '@/lib/detention/fellows.data'
import { isWritten } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import type { Alike } from '@/lib/people/alike.schema'
import type { NamedCode } from '@/lib/people/country.rules'
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
  readonly onToggle: () => void
  /** They were met: there is something to write. */
  readonly onMet: () => void
  readonly onSame: (person: Alike) => void
  readonly onAgain: (() => void) | null
  readonly onRemove: (() => void) | null
}

/** One line on what our files know, or what was written so far. */
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
  if (person === null) return t('form.untouched')
  const known = [
    person.country,
    person.saysAge === null ? null : t('form.says', { age: person.saysAge }),
    person.lastMetOn === null
      ? t('form.neverMet')
      : t('form.lastMet', { day: formatTime(locale, person.lastMetOn, 'dayInYear') }),
  ]
  return known.filter((part) => part !== null).join(' · ')
}

const Title = ({ person, encounter }: { person: RosterPerson | null; encounter: EncounterForm }) => {
  const t = useTranslations('detention.form')
  if (person === null)
    return (
      <bdi translate="no" className="wrap-anywhere">
        {encounter.who.kind === 'new' && encounter.who.name.trim() !== ''
          ? encounter.who.name
          : t('someoneNew')}
      </bdi>
    )
  return (
    <>
      {person.initials === '' ? null : <span>{person.initials} </span>}
      <span className="code text-sm font-normal text-muted">{person.code}</span>
    </>
  )
}

/** What is told of one conversation, in the order in which one remembers it. */
const CardPanel = (props: CardProps & { encounter: EncounterForm }) => {
  const { index, person, choices, countries, colleagues, today, encounter, onSame, onAgain, onRemove } = props
  const t = useTranslations('detention.form')
  const at = `encounters.${index}` as const
  return (
    <div className="grid gap-5 px-3.5 pt-1 pb-4">
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

/** One person of the list. Closed it says in a line what is written, and whether they were met is one tap away. */
export const PersonCard = (props: CardProps) => {
  const { index, number, person, isOpen, onToggle, onMet } = props
  const t = useTranslations('detention')
  const at = `encounters.${index}` as const
  const encounter = useWatch<VisitForm, typeof at>({ name: at })
  const summary = useSummary(props, encounter)
  const panel = `person-${index}`
  const of = person === null ? t('form.number', { number }) : `${person.initials} ${person.code}`.trim()
  return (
    <li
      id={`card-${index}`}
      className={classNames(
        'scroll-mt-4 rounded border bg-surface',
        isOpen ? 'border-accent ring-1 ring-accent' : 'border-hair',
      )}
    >
      <div className={classNames(isOpen ? null : 'lg:flex lg:items-center')}>
        <h3 className="min-w-0 grow font-sans text-base">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={onToggle}
            className="flex min-h-14 w-full items-center gap-3 rounded px-3.5 py-2.5 text-start"
          >
            <span className="num w-6 shrink-0 text-muted">
              <span className="sr-only">{t('form.number', { number })}</span>
              <span aria-hidden="true">{number}</span>
            </span>
            <span className="min-w-0 grow">
              <Title person={person} encounter={encounter} />
              <span className="block text-sm font-normal text-muted">{summary}</span>
              <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
                {person?.treatedAsMinor ? <Tag kind="late">{t('form.minor')}</Tag> : null}
                {isWritten(encounter) ? <Tag kind="done">{t('form.written')}</Tag> : null}
              </span>
            </span>
            <Icon name={isOpen ? 'close' : 'down'} className="size-5 shrink-0 text-muted" />
          </button>
        </h3>
        <div className="px-3.5 pb-3.5 lg:shrink-0 lg:pt-3">
          <OutcomeChips
            at={at}
            of={of}
            onMet={(outcome) => {
              if (outcome === 'seen') onMet()
            }}
          />
        </div>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? <CardPanel {...props} encounter={encounter} /> : null}
      </div>
    </li>
  )
}
