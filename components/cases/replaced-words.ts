import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { SECRECIES } from '@/lib/cases/case.rules'
import type { NextStep } from '@/lib/cases/file-rows.data'
import type { FileField, PersonField } from '@/lib/cases/known.rules'
import type { Sheet } from '@/lib/cases/sheet.data'
import { toWords, type Words } from '@/lib/cases/word.view'
import { INTERPRETER_NEEDS, SEXES } from '@/lib/people/person.rules'
import { rest } from '@/lib/shared/vocabulary'

type Field = PersonField | FileField
type Translator<Room extends 'cases' | 'people'> = ReturnType<typeof useTranslations<Room>>

/** Single values of a file and of a person, in words. */
export const replacedWords = (
  t: Translator<'cases'>,
  tp: Translator<'people'>,
  words: Words,
  locale: string,
) => {
  const field = (of: Field | 'step'): string => {
    if (of === 'step') return t('step.title')
    if (of === 'sex') return tp('field.sex')
    rest(of, 'kind status risk secrecy interpreter_need')
    return of === 'interpreter_need' ? tp('field.interpreter') : t(`known.file.${of}`)
  }
  const value = (of: Field, code: string): string => {
    switch (of) {
      case 'sex':
        return tp(`sex.${SEXES.read(code)}`)
      case 'interpreter_need':
        return tp(`interpreterWord.${INTERPRETER_NEEDS.read(code)}`)
      case 'secrecy':
        return t(`known.secrecy.${SECRECIES.read(code)}`)
      case 'kind':
        return words.of('case_kind', code)
      case 'status':
        return words.of('case_status', code)
      case 'risk':
        return words.of('risk_level', code)
    }
  }
  const step = (of: NextStep | null): string => {
    if (of === null) return t('step.none')
    return of.on === null
      ? of.text
      : t('known.stepBy', { text: of.text, day: formatTime(locale, of.on, 'day') })
  }
  return { field, value, step }
}

export const useReplacedWords = (sheet: Sheet) => {
  const locale = useLocale()
  return replacedWords(
    useTranslations('cases'),
    useTranslations('people'),
    toWords(sheet.words, locale),
    locale,
  )
}
