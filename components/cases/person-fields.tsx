'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/forms/text-field'
import { AGE_BASES } from '@/lib/people/age.rules'
import type { NamedCode } from '@/lib/people/country.rules'
import {
  CERTAINTIES,
  INTERPRETER_NEEDS,
  LANGUAGE_LEVELS,
  NATIONALITY_ANSWERS,
  SEXES,
} from '@/lib/people/person.rules'
import { AGE_ANSWERS } from '@/lib/people/person.schema'

/** How old somebody is said to be: one question, and below it only what its answer needs. */
export const AgeFields = () => {
  const t = useTranslations('people')
  const answer: unknown = useWatch({ name: 'ageAnswer' })
  const isGiven = answer === 'years' || answer === 'year' || answer === 'date'
  return (
    <>
      <ChipGroup
        name="ageAnswer"
        label={t('field.age')}
        options={AGE_ANSWERS.map((value) => ({ value, label: t(`ageAnswer.${value}`) }))}
      />
      {answer === 'years' ? (
        <TextField
          name="ageYears"
          label={t('field.ageYears')}
          width="number"
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      {answer === 'year' ? (
        <TextField
          name="birthYear"
          label={t('field.birthYear')}
          width="number"
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      {answer === 'date' ? (
        <DateField name="birthDay" label={t('field.birthDay')} hint={t('field.birthDayHint')} />
      ) : null}
      {isGiven ? (
        <ChipGroup
          name="ageBasis"
          label={t('field.ageBasis')}
          options={AGE_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
        />
      ) : null}
    </>
  )
}

/**
 * Nationality with how sure it is; the answers without a country stand before the countries. The names come from the
 * server, because a browser may know other ones and the page would not fit what was sent.
 */
export const NationalityFields = ({ countries }: { countries: readonly NamedCode[] }) => {
  const t = useTranslations('people')
  const answer: unknown = useWatch({ name: 'nationality' })
  const hasCertainty = typeof answer === 'string' && (/^[A-Z]{2}$/.test(answer) || answer === 'undetermined')
  const certainties = CERTAINTIES.filter((one) => one !== 'not_known' && one !== 'declined')
  return (
    <>
      <Select
        name="nationality"
        label={t('field.nationality')}
        options={[
          ...NATIONALITY_ANSWERS.map((value) => ({ value, label: t(`nationality.${value}`) })),
          ...countries.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {hasCertainty ? (
        <ChipGroup
          name="certainty"
          label={t('field.certainty')}
          options={certainties.map((value) => ({ value, label: t(`certaintyWord.${value}`) }))}
        />
      ) : null}
    </>
  )
}

/** One language spoken, and how well. Never guessed from a nationality. */
export const LanguageFields = ({ languages }: { languages: readonly NamedCode[] }) => {
  const t = useTranslations('people')
  const language: unknown = useWatch({ name: 'language' })
  return (
    <>
      <Select
        name="language"
        label={t('field.language')}
        empty={t('notAsked')}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {language === '' ? null : (
        <ChipGroup
          name="languageLevel"
          label={t('field.level')}
          options={LANGUAGE_LEVELS.map((value) => ({ value, label: t(`levelWord.${value}`) }))}
        />
      )}
    </>
  )
}

export const InterpreterField = () => {
  const t = useTranslations('people')
  return (
    <ChipGroup
      name="interpreterNeed"
      label={t('field.interpreter')}
      options={INTERPRETER_NEEDS.map((value) => ({ value, label: t(`interpreterWord.${value}`) }))}
    />
  )
}

export const SexField = () => {
  const t = useTranslations('people')
  return (
    <ChipGroup
      name="sex"
      label={t('field.sex')}
      options={SEXES.map((value) => ({ value, label: t(`sex.${value}`) }))}
    />
  )
}
