'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldGroup, useField } from '@/components/forms/field'
import { Button } from '@/components/ui/button'
import { Chip, Chips } from '@/components/ui/chip'
import type { NamedCode } from '@/lib/people/country-list.rules'

export type LanguageChoice = NamedCode & { readonly isFrequent: boolean }

const isTexts = (value: unknown): value is string[] => Array.isArray(value)

/** Any of many languages as chips: the frequent ones and what was chosen; all of them once asked for. */
export const LanguagesField = ({
  label,
  languages,
}: {
  label: string
  languages: readonly LanguageChoice[]
}) => {
  const t = useTranslations('partners')
  const name = 'languages'
  const { field } = useController({ name })
  const facts = useField({ name, label })
  const [isOpen, setOpen] = useState(false)
  const chosen = isTexts(field.value) ? field.value : []
  const shown = isOpen
    ? languages
    : languages.filter(({ code, isFrequent }) => isFrequent || chosen.includes(code))
  return (
    <FieldGroup label={label} facts={facts}>
      <Chips>
        {shown.map(({ code, name: words }, index) => (
          <Chip
            key={code}
            id={index === 0 ? facts.id : `${facts.id}-${code}`}
            name={`${name}-${code}`}
            checked={chosen.includes(code)}
            onBlur={field.onBlur}
            onChange={({ target }) =>
              field.onChange(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          >
            {words}
          </Chip>
        ))}
        <Button kind="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'fewerLanguages' : 'moreLanguages')}
        </Button>
      </Chips>
    </FieldGroup>
  )
}
