'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { answerOptions, usePersonFieldLabels } from '@/components/people/person-field-labels'
import { asSentence } from '@/components/ui/as-sentence'
import { FORMER_STATES } from '@/lib/people/country.rules'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { NAME_KINDS } from '@/lib/people/name.rules'
import {
  CERTAINTIES,
  LANGUAGE_LEVELS,
  LANGUAGE_SILENCES,
  NATIONALITY_ANSWERS,
  ORIGIN_ANSWERS,
  PALESTINE,
} from '@/lib/people/person.rules'
import { PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'

/**
 * Nationality with how sure it is; the answers without a country stand before the countries. The names come from the
 * server, because a browser may know other ones and the page would not fit what was sent.
 */
export const NationalityFields = ({ countries }: { countries: readonly NamedCode[] }) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const answer: unknown = useWatch({ name: 'nationality' })
  const hasCertainty = typeof answer === 'string' && (/^[A-Z]{2}$/.test(answer) || answer === 'undetermined')
  const certainties = CERTAINTIES.codes.filter((one) => one !== 'not_known' && one !== 'declined')
  return (
    <>
      <Select
        name="nationality"
        label={t('field.nationality')}
        options={[
          // In the words of every other question.
          ...toOptions(NATIONALITY_ANSWERS, (one) =>
            asSentence(one === 'notAsked' ? t('notAsked') : t(`nationality.${one}`), locale),
          ),
          ...countries
            .filter(({ code }) => code !== PALESTINE)
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {hasCertainty ? (
        <ChipGroup
          name="certainty"
          label={t('field.certainty')}
          options={toOptions(certainties, (one) => t(`certaintyWord.${one}`))}
        />
      ) : null}
    </>
  )
}

/** Where a person was born and where they lived last: neither is a nationality, nor each the other. */
export const OriginFields = ({ countries }: { countries: readonly NamedCode[] }) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const answers = toOptions(ORIGIN_ANSWERS.codes, (one) => asSentence(t(`origin.${one}`), locale))
  const states = countries.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <Select
        name="birthCountry"
        label={t('field.birthCountry')}
        options={[...answers, ...states, ...toOptions(FORMER_STATES.codes, (one) => t(`former.${one}`))]}
      />
      <Select name="residenceCountry" label={t('field.residenceCountry')} options={[...answers, ...states]} />
    </>
  )
}

/** One language spoken, and how well. Never guessed from a nationality. */
export const LanguageFields = ({ languages }: { languages: readonly NamedCode[] }) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const language: unknown = useWatch({ name: 'language' })
  return (
    <>
      <Select
        name="language"
        label={t('field.language')}
        empty={asSentence(t('notAsked'), locale)}
        options={[
          ...toOptions(LANGUAGE_SILENCES.codes, (one) => t(`languageAnswer.${one}`)),
          ...languages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {language === '' || LANGUAGE_SILENCES.has(language) ? null : (
        <ChipGroup
          name="languageLevel"
          label={t('field.level')}
          options={toOptions(LANGUAGE_LEVELS.codes, (one) => t(`levelWord.${one}`))}
        />
      )}
    </>
  )
}

/** Another name, and which kind it is. */
export const OtherNameFields = () => {
  const t = useTranslations('people')
  const otherName: unknown = useWatch({ name: 'otherName' })
  return (
    <>
      <TextField name="otherName" label={t('field.otherName')} width="name" isName />
      {otherName === '' ? null : (
        <ChipGroup
          name="otherNameKind"
          label={t('field.nameKind')}
          options={toOptions(
            NAME_KINDS.codes.filter((kind) => kind !== 'as_said'),
            (one) => t(`nameKind.${one}`),
          )}
        />
      )}
    </>
  )
}

/** What has one value at a time. */
export const AnswerFields = ({ of = PERSON_FIELD_NAMES.codes }: { readonly of?: readonly PersonField[] }) => {
  const labels = usePersonFieldLabels()
  return of.map((field) => (
    <ChipGroup key={field} name={field} label={labels[field].label} options={answerOptions(labels, field)} />
  ))
}
