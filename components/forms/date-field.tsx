'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { addDays, type Day } from '@/lib/shared/dates'
import { type DateParts, toFieldText, toParts } from '@/lib/shared/when/date-parts.rules'
import { controlClass, controlDefaults, FieldGroup, type FieldProps, useField } from './field'

const BOXES = [
  { part: 'day', width: 'w-16', numeric: true },
  { part: 'month', width: 'w-28', numeric: false },
  { part: 'year', width: 'w-24', numeric: true },
] as const

/**
 * An exact, near date in three boxes. The field holds "2026-11-24" or ''. The month may be written as a word.
 * With `today` (the server's day) it offers today and yesterday.
 */
export const DateField = ({ name, label, hint, today }: FieldProps & { today?: Day }) => {
  const t = useTranslations('forms')
  const { field } = useController({ name })
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const value = typeof field.value === 'string' ? field.value : ''
  const [parts, setParts] = useState<DateParts>(() => toParts(value))
  // The value was set from outside (a draft, a conflict): the boxes follow.
  const shown = toFieldText(parts) === value ? parts : toParts(value)
  const change = (next: DateParts): void => {
    setParts(next)
    field.onChange(toFieldText(next))
  }
  const near =
    today === undefined
      ? []
      : [
          { day: today, words: t('today') },
          { day: addDays(today, -1), words: t('yesterday') },
        ]
  return (
    <FieldGroup label={label} facts={facts} {...(hint ? { hint } : {})}>
      <div className="flex flex-wrap items-end gap-3">
        {BOXES.map(({ part, width, numeric }, index) => {
          const id = index === 0 ? facts.id : `${facts.id}-${part}`
          return (
            <div key={part} className="grid gap-1">
              <label htmlFor={id} className="text-sm text-muted">
                {t(part)}
              </label>
              <input
                id={id}
                className={controlClass('num min-h-11', width)}
                inputMode={numeric ? 'numeric' : 'text'}
                value={shown[part]}
                onBlur={field.onBlur}
                onChange={(event) => change({ ...shown, [part]: event.target.value })}
                {...controlDefaults(facts)}
              />
            </div>
          )
        })}
        {near.map(({ day, words }) => (
          <Button key={day} kind="quiet" onClick={() => change(toParts(day))}>
            {words}
          </Button>
        ))}
      </div>
    </FieldGroup>
  )
}
