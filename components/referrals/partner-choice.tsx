'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { FieldGroup, useField } from '@/components/forms/field'
import { FilterBox } from '@/components/forms/filter-box'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { toPlain } from '@/lib/shared/plain'

/** A partner to choose, with what has to be known before. */
export type PartnerOption = {
  readonly id: string
  readonly name: string
  /** Type, regions, languages and the people it takes. */
  readonly about: string
  /** Full, free places, a warning, in words. */
  readonly said: readonly string[]
  readonly isWarned: boolean
}

/** So many are offered before and after the first letter: any other is found by one more. */
const FIRST = 3
const FOUND = 6

/** Which partner of the organisation, found by name, type or language; or none of them. */
export const PartnerChoice = ({ partners }: { partners: readonly PartnerOption[] }) => {
  const t = useTranslations('referrals.partner')
  const name = 'partnerId'
  const { field } = useController({ name })
  const facts = useField({ name, label: t('label') })
  const [typed, setTyped] = useState('')
  const chosen = partners.find(({ id }) => id === field.value)
  const found = partners.filter(({ name: called, about }) =>
    toPlain(`${called} ${about}`).includes(toPlain(typed.trim())),
  )
  const shown = found.filter(({ id }) => id !== chosen?.id).slice(0, typed.trim() === '' ? FIRST : FOUND)
  const more = found.filter(({ id }) => id !== chosen?.id).length - shown.length
  const line = (value: string, words: string, about: readonly string[]) => (
    <label key={value} className="flex min-h-11 items-start gap-3 py-1.5">
      <input
        autoComplete="off"
        type="radio"
        className="mt-0.5 size-5 shrink-0 accent-accent"
        id={value === '' ? facts.id : `${facts.id}-${value}`}
        name={field.name}
        value={value}
        checked={field.value === value}
        onBlur={field.onBlur}
        onChange={() => field.onChange(value)}
      />
      <span className="min-w-0 wrap-anywhere">
        <bdi>{words}</bdi>
        {about.map((one) => (
          <span key={one} dir="auto" className="block text-sm text-muted">
            {one}
          </span>
        ))}
      </span>
    </label>
  )
  return (
    <FieldGroup label={t('label')} facts={facts}>
      <FilterBox label={t('find')} typed={typed} onType={setTyped} />
      <div>
        {line('', t('noneChosen'), [])}
        {chosen === undefined ? null : line(chosen.id, chosen.name, [chosen.about, ...chosen.said])}
        {shown.map((one) => line(one.id, one.name, [one.about, ...one.said]))}
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {found.length === 0 ? t('nothing') : more > 0 ? t('more', { count: more }) : ''}
      </p>
      {chosen?.isWarned === true ? (
        <Notice kind="error">
          <p>
            {t('doNotRefer')} <TextLink href={`/partners/${chosen.id}`}>{t('see')}</TextLink>
          </p>
        </Notice>
      ) : null}
    </FieldGroup>
  )
}
