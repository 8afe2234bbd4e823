'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { Chip, Chips } from '@/components/ui/chip'
import { useWhenLabels } from '@/components/ui/when-labels'
import { type Boxes, SILENT_WAYS, toBoxes, toTyped, WAYS, type Way } from '@/lib/shared/when/boxes.rules'
import type { DateParts } from '@/lib/shared/when/date-parts.rules'
import { parseWhen } from '@/lib/shared/when/parse.rules'
import { SEASONS } from '@/lib/shared/when/when.rules'
import {
  controlClass,
  controlDefaults,
  type FieldFacts,
  FieldGroup,
  type FieldProps,
  useField,
} from './field'

const BOXES = {
  exact: ['day', 'month', 'year'],
  month: ['month', 'year'],
  year: ['year'],
  about: ['day', 'month', 'year'],
  between: ['day', 'month', 'year'],
} as const
const WIDTHS = { day: 'w-16', month: 'w-28', year: 'w-24' } as const

/**
 * A date as closely as it is known. The field holds what was typed ("15/mars/2009", "~ 2009", "printemps 2019"), which
 * whenText checks and parseWhen reads; the boxes are a view of it. `silences` offers "not known" and "prefers not to say"
 * where no other question has asked that before; left empty it was not asked.
 */
export const WhenField = ({ name, label, hint, silences = false }: FieldProps & { silences?: boolean }) => {
  const t = useTranslations('forms')
  const labels = useWhenLabels()
  const { field } = useController({ name })
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const value = typeof field.value === 'string' ? field.value : ''
  const [boxes, setBoxes] = useState<Boxes>(() => toBoxes(value))
  // The value was set from outside (a draft, a conflict): the boxes follow.
  const shown = toTyped(boxes) === value ? boxes : toBoxes(value)
  const change = (next: Partial<Boxes>): void => {
    const boxes = { ...shown, ...next }
    setBoxes(boxes)
    field.onChange(toTyped(boxes))
  }
  const ways: readonly Way[] = silences ? [...WAYS.codes, ...SILENT_WAYS.codes] : WAYS.codes
  const read = parseWhen(value)
  const said = 'when' in read && read.when !== null ? labels.say(read.when) : null
  return (
    <FieldGroup label={label} facts={facts} {...(hint ? { hint } : {})}>
      <div role="radiogroup" aria-label={`${label}: ${t('whenHow')}`}>
        <Chips>
          {ways.map((way) => (
            <Chip
              key={way}
              type="radio"
              name={`${facts.id}-way`}
              {...(way === shown.way && isSilent(way) ? { id: facts.id } : {})}
              checked={way === shown.way}
              onBlur={field.onBlur}
              onChange={() => change({ way })}
            >
              {t(`whenWay.${way}`)}
            </Chip>
          ))}
        </Chips>
      </div>
      <WhenBoxes boxes={shown} facts={facts} change={change} />
      <p aria-live="polite" className="min-h-6 text-sm text-muted">
        {said === null ? null : t('whenRead', { date: said })}
      </p>
    </FieldGroup>
  )
}

const isSilent = (way: Way): boolean => SILENT_WAYS.has(way)

type Part = { boxes: Boxes; facts: FieldFacts; change: (next: Partial<Boxes>) => void }

const WhenBoxes = ({ boxes, facts, change }: Part) => {
  const t = useTranslations('forms')
  const { way } = boxes
  if (way === 'not_known' || way === 'declined') return null
  if (way === 'words')
    return (
      <div className="grid gap-1">
        <label htmlFor={facts.id} className="text-sm text-muted">
          {t('whenWords')}
        </label>
        <input
          id={facts.id}
          className={controlClass('min-h-11 w-full max-w-md')}
          dir="auto"
          value={boxes.words}
          onChange={(event) => change({ words: event.target.value })}
          {...controlDefaults(facts)}
        />
      </div>
    )
  if (way === 'season') return <SeasonBoxes boxes={boxes} facts={facts} change={change} />
  const from = (
    <DateBoxes
      id={facts.id}
      facts={facts}
      parts={BOXES[way]}
      value={boxes.from}
      change={(from) => change({ from })}
    />
  )
  if (way !== 'between') return from
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      <fieldset className="min-w-0">
        <legend className="pb-1 text-sm">{t('whenFrom')}</legend>
        {from}
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="pb-1 text-sm">{t('whenTo')}</legend>
        <DateBoxes
          id={`${facts.id}-to`}
          facts={facts}
          parts={BOXES.between}
          value={boxes.to}
          change={(to) => change({ to })}
        />
      </fieldset>
    </div>
  )
}

const DateBoxes = ({
  id,
  facts,
  parts,
  value,
  change,
}: {
  id: string
  facts: FieldFacts
  parts: readonly (keyof DateParts)[]
  value: DateParts
  change: (value: DateParts) => void
}) => {
  const t = useTranslations('forms')
  return (
    <div className="flex flex-wrap items-end gap-3">
      {parts.map((part, index) => {
        // The summary leads to the first box.
        const boxId = index === 0 ? id : `${id}-${part}`
        return (
          <div key={part} className="grid gap-1">
            <label htmlFor={boxId} className="text-sm text-muted">
              {t(part)}
            </label>
            <input
              id={boxId}
              className={controlClass('num min-h-11', WIDTHS[part])}
              inputMode={part === 'month' ? 'text' : 'numeric'}
              value={value[part]}
              onChange={(event) => change({ ...value, [part]: event.target.value })}
              {...controlDefaults(facts)}
            />
          </div>
        )
      })}
    </div>
  )
}

const SeasonBoxes = ({ boxes, facts, change }: Part) => {
  const t = useTranslations('forms')
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="grid gap-1">
        <label htmlFor={facts.id} className="text-sm text-muted">
          {t('whenSeason')}
        </label>
        <select
          id={facts.id}
          className={controlClass('min-h-11')}
          value={boxes.season}
          onChange={({ target }) => change({ season: SEASONS.read(target.value) })}
          {...controlDefaults(facts)}
        >
          {SEASONS.codes.map((season) => (
            <option key={season} value={season}>
              {t(`seasonWord.${season}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="grid gap-1">
        <label htmlFor={`${facts.id}-year`} className="text-sm text-muted">
          {t(boxes.season === 'winter' ? 'whenYears.winter' : 'whenYears.season')}
        </label>
        <input
          id={`${facts.id}-year`}
          className={controlClass('num min-h-11 w-24')}
          inputMode="numeric"
          value={boxes.from.year}
          onChange={(event) => change({ from: { ...boxes.from, year: event.target.value } })}
          {...controlDefaults(facts)}
        />
      </div>
    </div>
  )
}
