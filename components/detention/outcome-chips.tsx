'use client'
import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { useField } from '@/components/forms/field'
import { classNames } from '@/components/ui/class-names'
import { OUTCOMES, type Outcome } from '@/lib/detention/outcome.rules'

/** What most answers are: on a phone the others appear on an opened card. */
const USUAL: readonly Outcome[] = ['seen', 'not_seen', 'gone']
const CODES: readonly Outcome[] = [...USUAL, ...OUTCOMES.codes.filter((code) => !USUAL.includes(code))]

/** Met or not, one press away beside the name. `of` says whose answer it is to anyone who does not see the card. */
export const OutcomeChips = ({
  at,
  of,
  isOpen,
  onMet,
}: {
  at: `encounters.${number}`
  of: string
  isOpen: boolean
  onMet: (outcome: Outcome) => void
}) => {
  const t = useTranslations('detention')
  const name = `${at}.outcome`
  const { field } = useController({ name })
  const { id, error, describedBy } = useField({ name, label: t('form.outcome') })
  return (
    <fieldset
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      className="ms-auto max-w-full min-w-0"
    >
      <legend className="sr-only">{t('form.outcomeOf', { person: of })}</legend>
      {error === null ? null : (
        <p id={`${id}-error`} className="pb-1.5 font-semibold text-danger">
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
      <div className="flex flex-wrap overflow-hidden rounded border border-edge bg-surface">
        {CODES.map((outcome, index) => (
          <label
            key={outcome}
            className={classNames(
              'segment forced-mark',
              isOpen || USUAL.includes(outcome) || field.value === outcome ? null : 'max-lg:hidden',
            )}
          >
            <input
              autoComplete="off"
              type="radio"
              className="absolute inset-0 m-0 cursor-pointer opacity-0"
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={outcome}
              checked={field.value === outcome}
              onBlur={field.onBlur}
              onChange={() => {
                field.onChange(outcome)
                onMet(outcome)
              }}
            />
            {t(`answer.${outcome}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
