'use client'
import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { useField } from '@/components/forms/field'
import { Chip, Chips } from '@/components/ui/chip'
import { OUTCOMES, type Outcome } from '@/lib/detention/visit.rules'

/** Met or not, one tap away on a closed card. `of` says whose answer it is to anyone who does not see the card. */
export const OutcomeChips = ({
  at,
  of,
  onMet,
}: {
  at: `encounters.${number}`
  of: string
  onMet: (outcome: Outcome) => void
}) => {
  const t = useTranslations('detention')
  const name = `${at}.outcome`
  const { field } = useController({ name })
  const { id, error, describedBy } = useField({ name, label: t('form.outcome') })
  return (
    <fieldset {...(describedBy ? { 'aria-describedby': describedBy } : {})} className="min-w-0">
      <legend className="sr-only">{t('form.outcomeOf', { person: of })}</legend>
      {error === null ? null : (
        <p id={`${id}-error`} className="pb-1.5 font-semibold text-danger">
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
      <Chips>
        {OUTCOMES.codes.map((outcome, index) => (
          <Chip
            key={outcome}
            type="radio"
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            value={outcome}
            checked={field.value === outcome}
            onBlur={field.onBlur}
            onChange={() => {
              field.onChange(outcome)
              onMet(outcome)
            }}
          >
            {t(`outcome.${outcome}`)}
          </Chip>
        ))}
      </Chips>
    </fieldset>
  )
}
