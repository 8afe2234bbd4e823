'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup } from '@/components/forms/choices'
import { TextArea } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Choices } from '@/lib/detention/prepare-visit.data'
import type { RosterPerson } from '@/lib/detention/roster.view'
import { FREQUENT, isWritten, OUTCOMES } from '@/lib/detention/visit.rules'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import type { NamedCode } from '@/lib/people/country.rules'
import { FoldedChips } from './folded-chips'
import { NextStepFields } from './next-step-fields'
import { SignalFields } from './signal-fields'
import { SomeoneNewFields } from './someone-new-fields'

export type CardProps = {
  readonly index: number
  /** What our files know; null for somebody new. */
  readonly person: RosterPerson | null
  readonly choices: Choices
  readonly countries: readonly NamedCode[]
  readonly today: string
  readonly isOpen: boolean
  readonly onToggle: () => void
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
      encounter.outcome === '' ? null : t(`outcome.${encounter.outcome}`),
      did.length === 0 ? null : format.list(did.slice(0, 2), { type: 'unit' }),
      who === 'me' && on !== '' ? formatTime(locale, on, 'dayInYear') : null,
    ]
    return parts.filter((part) => part !== null).join(' · ')
  }
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

/** One person of the list. Closed it says in a line what is written; open it holds the whole conversation. */
export const PersonCard = (props: CardProps) => {
  const { index, person, choices, countries, today, isOpen, onToggle, onAgain, onRemove } = props
  const t = useTranslations('detention')
  const at = `encounters.${index}` as const
  const encounter = useWatch<VisitForm, typeof at>({ name: at })
  const summary = useSummary(props, encounter)
  const panel = `person-${index}`
  return (
    <li
      id={`card-${index}`}
      className={classNames(
        'scroll-mt-4 rounded border bg-surface',
        isOpen ? 'border-accent ring-1 ring-accent' : 'border-hair',
      )}
    >
      <h3 className="font-sans text-base">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={onToggle}
          className="flex min-h-14 w-full items-center gap-3 rounded px-3.5 py-3 text-start"
        >
          <span className="num w-6 shrink-0 text-muted">
            <span className="sr-only">{t('form.number', { number: index + 1 })}</span>
            <span aria-hidden="true">{index + 1}</span>
          </span>
          <span className="min-w-0 grow">
            <Title person={person} encounter={encounter} />
            <span className="block text-sm font-normal text-muted">{summary}</span>
          </span>
          {person?.treatedAsMinor ? <Tag kind="late">{t('form.minor')}</Tag> : null}
          {isWritten(encounter) ? <Tag kind="done">{t('form.written')}</Tag> : null}
          <Icon name={isOpen ? 'close' : 'down'} className="size-5 shrink-0 text-muted" />
        </button>
      </h3>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? (
          <div className="grid gap-5 px-3.5 pt-1 pb-4">
            {encounter.who.kind === 'new' ? <SomeoneNewFields at={at} countries={countries} /> : null}
            <ChipGroup
              name={`${at}.outcome`}
              label={t('form.outcome')}
              options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            />
            <FoldedChips
              name={`${at}.actions`}
              label={t('form.actions')}
              choices={choices.actions}
              frequent={FREQUENT.actions}
            />
            <SignalFields at={at} choices={choices.signals} />
            <TextArea name={`${at}.note`} label={t('form.note')} hint={t('form.noteHint')} dir="auto" />
            <NextStepFields at={at} today={today} planned={person?.nextStep ?? null} />
            <FoldedChips
              name={`${at}.topics`}
              label={t('form.topics')}
              choices={choices.topics}
              frequent={FREQUENT.topics}
            />
            <FoldedChips
              name={`${at}.requests`}
              label={t('form.requests')}
              choices={choices.requests}
              frequent={FREQUENT.requests}
            />
            {onAgain === null && onRemove === null ? null : (
              <div className="flex flex-wrap gap-2 border-t border-hair pt-3">
                {onAgain === null ? null : (
                  <Button kind="quiet" size="small" onClick={onAgain}>
                    {t('form.again')}
                  </Button>
                )}
                {onRemove === null ? null : (
                  <Button kind="plain" size="small" onClick={onRemove}>
                    {t('form.remove')}
                  </Button>
                )}
              </div>
            )}
          </div>
        ) : null}
      </div>
    </li>
  )
}
