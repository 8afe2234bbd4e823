'use client'
import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { Chip, Chips } from '@/components/ui/chip'
import { FieldGroup, type FieldProps, useField } from './field'

/**
 * Why there is no answer. The field holds '' (nobody asked), `notKnown` or `declined`: three different facts, and what is
 * not asked is not a choice one makes but the absence of one. Pressing a chosen chip again takes it back.
 */
export const Unknowns = ({
  name,
  label,
  hint,
  notKnown = 'notKnown',
  declined = 'declined',
  notAsked = '',
}: FieldProps & { notKnown?: string; declined?: string; notAsked?: string }) => {
  const t = useTranslations('forms')
  const { field } = useController({ name })
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const choices = [
    { value: notKnown, words: t('notKnown') },
    { value: declined, words: t('declined') },
  ]
  return (
    <FieldGroup label={label} facts={facts} {...(hint ? { hint } : {})}>
      <Chips>
        {choices.map(({ value, words }, index) => (
          <Chip
            key={value}
            kind="quiet"
            id={index === 0 ? facts.id : `${facts.id}-${index}`}
            name={`${name}-${value}`}
            checked={field.value === value}
            onBlur={field.onBlur}
            onChange={(event) => field.onChange(event.target.checked ? value : notAsked)}
          >
            {words}
          </Chip>
        ))}
      </Chips>
    </FieldGroup>
  )
}
