import { useTranslations } from 'next-intl'
import { INTERPRETER_NEEDS, PERSON_FIELDS, type PersonField, SEXES } from '@/lib/people/person-field.rules'

type Words = {
  readonly label: string
  /** An answer among the others: in forms, histories and comparisons. Throws UnknownCode, as `said` does. */
  readonly answer: (code: string) => string
  /** An answer that stands by itself. */
  readonly said: (code: string) => string
}

/** What has one value at a time for each person, in words. */
export const personFieldLabels = (
  t: ReturnType<typeof useTranslations<'people'>>,
): Readonly<Record<PersonField, Words>> => {
  const sex = (code: string): string => t(`sex.${SEXES.read(code)}`)
  return {
    sex: { label: t('field.sex'), answer: sex, said: sex },
    interpreterNeed: {
      label: t('field.interpreter'),
      answer: (code) => t(`interpreterWord.${INTERPRETER_NEEDS.read(code)}`),
      said: (code) => t(`interpreter.${INTERPRETER_NEEDS.read(code)}`),
    },
  }
}
export const usePersonFieldLabels = () => personFieldLabels(useTranslations('people'))

/** Answers to choose from. @param codes those that there are, unless it is fewer */
export const answerOptions = (
  labels: ReturnType<typeof personFieldLabels>,
  field: PersonField,
  codes: readonly string[] = PERSON_FIELDS[field].answers.codes,
) => codes.map((value) => ({ value, label: labels[field].answer(value) }))
