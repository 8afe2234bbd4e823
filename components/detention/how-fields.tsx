'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { TextField } from '@/components/forms/text-field'
import { INTERPRETERS } from '@/lib/detention/conversation.rules'
import { languageChoices } from '@/lib/people/country-list.rules'

/** When, in which language and through whom one talked. Folded: most conversations need none of it. */
export const HowFields = ({ at, isOpen }: { at: string; isOpen: boolean }) => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const languages = useMemo(() => languageChoices(locale), [locale])
  const prefix = at === '' ? '' : `${at}.`
  const language: unknown = useWatch({ name: `${prefix}language` })
  const metAt: unknown = useWatch({ name: `${prefix}metAt` })
  const said = [
    typeof metAt === 'string' && metAt !== '' ? metAt : null,
    languages.find(({ code }) => code === language)?.name ?? null,
  ].filter((part) => part !== null)
  return (
    <details open={isOpen} className="border-t border-hair pt-1">
      <summary className="flex min-h-11 items-center gap-2 font-semibold text-accent">
        {t('form.how')}
        {said.length === 0 ? null : (
          <span className="text-sm font-normal text-muted">{said.join(' · ')}</span>
        )}
      </summary>
      <div className="grid gap-4 pt-1 pb-2">
        <TextField name={`${prefix}metAt`} type="time" label={t('form.metAt')} width="short" />
        <Select
          name={`${prefix}language`}
          label={t('form.language')}
          empty={t('form.notSaid')}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <ChipGroup
          name={`${prefix}interpreter`}
          label={t('form.interpreter')}
          options={[
            { value: '', label: t('form.notSaid'), kind: 'quiet' as const },
            ...INTERPRETERS.codes.map((value) => ({ value, label: t(`interpreter.${value}`) })),
          ]}
        />
      </div>
    </details>
  )
}
