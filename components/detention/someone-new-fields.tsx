'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { useLater } from '@/components/ui/use-later'
import { NO_AGE } from '@/lib/detention/visit.rules'
import type { VisitForm } from '@/lib/detention/visit.schema'
import type { Alike } from '@/lib/people/alike.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { NATIONALITY_ANSWERS } from '@/lib/people/person.rules'

/** A person met for the first time: as little as is enough to find them again. */
export const SomeoneNewFields = ({
  at,
  countries,
  onSame,
}: {
  at: `encounters.${number}`
  countries: readonly NamedCode[]
  onSame: (person: Alike) => void
}) => {
  const t = useTranslations('detention')
  const alike = useTranslations('alike')
  const matches = useLater(() => import('@/components/people/possible-matches'))
  const who = useWatch<VisitForm, `${typeof at}.who`>({ name: `${at}.who` })
  const hasAge = who?.kind === 'new' && who.age.trim() !== ''
  return (
    <div className="grid gap-4">
      <TextField
        name={`${at}.who.name`}
        label={t('form.name')}
        hint={t('form.nameHint')}
        width="name"
        isName
      />
      {matches === null ? null : (
        <matches.PossibleMatches
          at={`${at}.who.`}
          same={(person, whom) => (
            <Button kind="quiet" size="small" onClick={() => onSame(person)}>
              {alike('samePerson')}
              {whom}
            </Button>
          )}
        />
      )}
      <Select
        name={`${at}.who.nationality`}
        label={t('form.nationality')}
        options={[
          ...NATIONALITY_ANSWERS.map((value) => ({ value, label: t(`nationality.${value}`) })),
          ...countries.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <TextField
        name={`${at}.who.age`}
        label={t('form.age')}
        hint={t('form.ageHint')}
        width="number"
        inputMode="numeric"
      />
      {hasAge ? null : (
        <ChipGroup
          name={`${at}.who.ageAbsent`}
          label={t('form.ageAbsent')}
          options={NO_AGE.codes.map((value) => ({ value, label: t(`noAge.${value}`), kind: 'quiet' }))}
        />
      )}
      <TextArea
        name={`${at}.who.recognise`}
        label={t('form.recognise')}
        hint={t('form.recogniseHint')}
        rows={2}
        dir="auto"
      />
    </div>
  )
}
