'use client'
import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { AGE_BASES } from '@/lib/people/age.rules'
import { AGE_ANSWERS, sourcesOf, TOLD_BASES } from '@/lib/people/age-answer.rules'
import { SEEN } from '@/lib/people/age-source.rules'
import type { CodeOf } from '@/lib/shared/vocabulary'

/** What was not asked stands last, as in every other question. */
const ANSWERS = [...AGE_ANSWERS.codes.filter((one) => one !== 'notAsked'), 'notAsked'] as const

/** How old a person is said to be: one question, and below it only what its answer needs. */
export const AgeFields = () => {
  const t = useTranslations('people')
  const answers: readonly unknown[] = useWatch({ name: ['ageAnswer', 'ageBasis'] })
  const answer = AGE_ANSWERS.match(answers[0])
  const basis = AGE_BASES.match(answers[1])
  return (
    <>
      <ChipGroup
        name="ageAnswer"
        label={t('field.age')}
        options={toOptions(ANSWERS, (one) => t(`ageAnswer.${one}`))}
      />
      {answer === 'years' ? (
        <div className="flex flex-wrap gap-5">
          <Digits name="ageYears" label={t('field.ageYears')} />
          <Digits name="ageTo" label={t('field.ageTo')} />
        </div>
      ) : null}
      {answer === 'born' ? (
        <WhenField name="born" label={t('field.born')} hint={t('field.bornHint')} />
      ) : null}
      {answer === 'tested' ? (
        <div className="flex flex-wrap items-end gap-5">
          <Digits name="ageTested" label={t('field.ageTested')} hint={t('field.ageTestedHint')} />
          <Digits name="ageMargin" label={t('field.ageMargin')} />
        </div>
      ) : null}
      {basis !== null && (answer === 'years' || answer === 'born' || answer === 'tested') ? (
        <Ground answer={answer} basis={basis} />
      ) : null}
    </>
  )
}

const Digits = (props: { name: string; label: string; hint?: string }) => (
  <TextField {...props} width="number" inputMode="decimal" />
)

/** Who says so, where it stands, and on what day it was true. */
const Ground = ({
  answer,
  basis,
}: {
  answer: CodeOf<typeof AGE_ANSWERS>
  basis: CodeOf<typeof AGE_BASES>
}) => {
  const t = useTranslations('people')
  const ground = answer === 'tested' ? 'test' : basis
  const sources = sourcesOf({ ageAnswer: answer, ageBasis: basis })
  return (
    <>
      {answer === 'tested' ? null : (
        <ChipGroup
          name="ageBasis"
          label={t('field.ageBasis')}
          options={toOptions(TOLD_BASES, (one) => t(`basis.${one}`))}
        />
      )}
      {ground === 'said' ? null : (
        <Select
          name="ageSource"
          label={t(`sourceLabel.${ground}`)}
          empty={t('notAsked')}
          options={toOptions(sources, (one) => t(`source.${one}`))}
        />
      )}
      {ground === 'document' ? (
        <ChipGroup
          name="ageSeen"
          label={t('field.ageSeen')}
          options={toOptions(SEEN.codes, (one) => t(`seenWord.${one}`))}
        />
      ) : null}
      <DateField name="ageAsOf" label={t('field.ageAsOf')} hint={t('field.ageAsOfHint')} />
    </>
  )
}
