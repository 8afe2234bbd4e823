import { useLocale, useTranslations } from 'next-intl'
import { useWhenLabels, type whenLabels } from '@/components/ui/when-labels'
import { type FieldChoice, namesOf } from '@/lib/fields/choice.rules'
import { type Answer, isNotTranslated, type OwnField, wordsIn, YES_NO } from '@/lib/fields/field.rules'
import { chooseLocale, type Locale } from '@/lib/i18n/locales'
import { labelIn } from '@/lib/shared/labelled'
import { parseWhen } from '@/lib/shared/when/parse.rules'

type Kind = Pick<OwnField, 'type' | 'decimals' | 'editions' | 'now'>

export const useReaderLocale = () =>
  chooseLocale({ cookie: useLocale(), account: null, acceptLanguage: null })

/** What an own field is called and what was answered, in a language. */
export const fieldLabels = (
  t: ReturnType<typeof useTranslations<'fields.answer'>>,
  when: ReturnType<typeof whenLabels>,
  locale: Locale,
  choices: readonly FieldChoice[],
) => {
  // Of an answer that is typed now there is no edition yet.
  const editionOf = ({ editions, now }: Kind, number: number | null) => {
    const found = number === null ? now : editions.find(({ edition }) => edition === number)
    if (found === undefined) throw new Error('an answer to an edition that the field never had')
    return found
  }
  const optionLabel = (field: Kind, code: string, edition: number | null): string => {
    const yesNo = field.type === 'yes_no' ? YES_NO.match(code) : null
    if (yesNo !== null) return t(`yesNo.${yesNo}`)
    const option = editionOf(field, edition).options.find((one) => one.code === code)
    if (option === undefined) throw new Error('an answer that its list never had')
    return wordsIn(option.labels, locale)
  }
  const given = (field: Kind, { codes, text }: Answer, edition: number | null): string => {
    if (codes.length > 0) return codes.map((code) => optionLabel(field, code, edition)).join(', ')
    if (field.type === 'amount' && /^-?\d+(\.\d+)?$/.test(text))
      return new Intl.NumberFormat(locale, { minimumFractionDigits: field.decimals }).format(Number(text))
    if (field.type === 'date') {
      const read = parseWhen(text)
      return 'problem' in read || read.when === null ? text : when.say(read.when)
    }
    if (namesOf(field.type) === null) return text
    const named = choices.find(({ of, id }) => of === field.type && id === text)
    return named === undefined ? t('noLongerListed') : labelIn(named, locale)
  }
  return {
    locale,
    /** What it is called now, or was called in an edition. */
    name: (field: Kind, edition: number | null = null): string =>
      wordsIn(editionOf(field, edition).labels, locale),
    isForeign: (field: Kind): boolean => isNotTranslated(field.now.labels, locale),
    option: optionLabel,
    answer: (field: Kind, answer: Answer, edition: number | null = null): string =>
      answer.state === 'given' ? given(field, answer, edition) : t(`state.${answer.state}`),
  }
}

/** The same in the reader's language, or in another one for names and values. */
export const useFieldLabels = (choices: readonly FieldChoice[], inLocale?: Locale) => {
  const readers = useReaderLocale()
  return fieldLabels(useTranslations('fields.answer'), useWhenLabels(), inLocale ?? readers, choices)
}
