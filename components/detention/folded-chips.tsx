'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldGroup, useField } from '@/components/forms/field'
import { Button } from '@/components/ui/button'
import { Chip, Chips } from '@/components/ui/chip'
import type { CodeChoice } from '@/lib/countries/code.data'
import type { Choices } from '@/lib/detention/choices.data'
import { FREQUENT } from '@/lib/detention/visit.rules'

/** Which of many are shown: the frequent ones and whatever was chosen; all of them once asked for. */
export const useFolded = (
  choices: readonly CodeChoice[],
  frequent: readonly string[],
  chosen: readonly string[],
) => {
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen
    ? choices
    : choices.filter(({ code }) => frequent.includes(code) || chosen.includes(code))
  return { shown, isOpen, isFolded: choices.length > frequent.length, toggle: () => setOpen(!isOpen) }
}

export const FoldButton = ({
  isOpen,
  toggle,
  about,
}: {
  isOpen: boolean
  toggle: () => void
  about: string
}) => {
  const t = useTranslations('detention.form')
  return (
    <Button
      kind="quiet"
      className="rounded-full px-3.5 py-1 text-dense sm:min-h-9"
      aria-expanded={isOpen}
      onClick={toggle}
    >
      <span className="sr-only">{about}: </span>
      {t(isOpen ? 'showFewer' : 'showAll')}
    </Button>
  )
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value)

/** What was done, talked about or asked for in a conversation: any of many as chips, the frequent ones first. */
export const FoldedChips = ({
  part,
  at = '',
  choices,
}: {
  part: 'actions' | 'topics' | 'requests'
  /** Where the fields of the conversation stand in the form. */
  at?: `${string}.` | ''
  choices: Choices
}) => {
  const t = useTranslations('detention.form')
  const name = `${at}${part}`
  const label = t(part)
  const { field } = useController({ name })
  const facts = useField({ name, label })
  const chosen = isTexts(field.value) ? field.value : []
  const { shown, isOpen, isFolded, toggle } = useFolded(choices[part], FREQUENT[part], chosen)
  return (
    <FieldGroup label={label} facts={facts}>
      <Chips>
        {shown.map(({ code, label: words }, index) => (
          <Chip
            key={code}
            id={index === 0 ? facts.id : `${facts.id}-${code}`}
            name={`${name}-${code}`}
            checked={chosen.includes(code)}
            onBlur={field.onBlur}
            onChange={(event) =>
              field.onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          >
            {words}
          </Chip>
        ))}
        {isFolded ? <FoldButton isOpen={isOpen} toggle={toggle} about={label} /> : null}
      </Chips>
    </FieldGroup>
  )
}
