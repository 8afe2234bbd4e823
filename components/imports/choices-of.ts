import { useLocale } from 'next-intl'
import type { Option } from '@/components/forms/choices'
import { namedOptions } from '@/components/forms/options'
import { answerOptions, usePersonFieldLabels } from '@/components/people/person-field-labels'
import { labelIn } from '@/lib/cases/word.view'
import type { ListField } from '@/lib/imports/field.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { countryChoices, languageChoices } from '@/lib/people/country-list.rules'

const named = (list: readonly { readonly code: string; readonly name: string }[]): Option[] =>
  list.map(({ code, name }) => ({ value: code, label: name }))

/** What a value of a list may mean, in the reader's language. */
export const useChoicesOf = ({
  kinds,
  places,
  workers,
}: Pick<ImportData, 'kinds' | 'places' | 'workers'>): ((field: ListField) => Option[]) => {
  const locale = useLocale()
  const fields = usePersonFieldLabels()
  return (field) => {
    switch (field) {
      case 'nationality':
        return named(countryChoices(locale))
      case 'language':
        return named(languageChoices(locale))
      case 'kind':
        return kinds.map((row) => ({ value: row.code, label: labelIn(row, locale) }))
      case 'place':
        return places.map((row) => ({ value: row.id, label: labelIn(row, locale) }))
      case 'worker':
        return namedOptions(workers)
      case 'sex':
      case 'interpreterNeed':
        return answerOptions(fields, field)
    }
  }
}
