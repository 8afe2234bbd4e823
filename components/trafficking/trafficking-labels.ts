import { useLocale, useTranslations } from 'next-intl'
import { toWords } from '@/lib/cases/word.view'
import { REGIONS } from '@/lib/countries/help-body.rules'
import { countryName } from '@/lib/people/country.rules'
import type { SheetFact } from '@/lib/trafficking/sheet.rules'
import { SECTORS } from '@/lib/trafficking/vocabulary.rules'

type Translator = ReturnType<typeof useTranslations<'trafficking'>>
type Lists = Parameters<typeof toWords>[0]

/** Codes of the room in words; those of the reference data come from their lists. */
export const traffickingLabels = (t: Translator, lists: Lists, locale: string) => {
  const of = toWords(lists, locale).of
  const form = (code: string) => of('exploitation_form', code)
  const sign = (code: string) => of('thb_indicator', code)
  const say = (fact: SheetFact): string => {
    switch (fact.field) {
      case 'danger':
      case 'held':
        return t(`answer.${fact.answer}`)
      case 'form':
        return fact.codes.map(form).join(', ')
      case 'signs':
        return fact.codes.map(sign).join(', ')
      case 'sector':
        return t(`sector.${SECTORS.read(fact.code)}`)
      case 'region':
        return t(`region.${REGIONS.read(fact.code)}`)
      case 'recruited_in':
        return countryName(fact.code, locale)
    }
  }
  return { t, form, sign, say, of, label: ({ field }: SheetFact) => t(`sheet.${field}`) }
}
export const useTraffickingLabels = (lists: Lists) =>
  traffickingLabels(useTranslations('trafficking'), lists, useLocale())
