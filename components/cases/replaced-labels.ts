import { useLocale, useTranslations } from 'next-intl'
import { personFieldLabels } from '@/components/people/person-field-labels'
import { formatTime } from '@/components/ui/time'
import { SECRECIES } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { NextStep } from '@/lib/cases/file-rows.data'
import type { FileField } from '@/lib/cases/known.rules'
import { type Labels, toWords } from '@/lib/cases/word.view'
import { PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'

type Field = PersonField | FileField
type Translator<Room extends 'cases' | 'people'> = ReturnType<typeof useTranslations<Room>>

/** Single values of a file and of a person, in words. */
export const replacedLabels = (
  t: Translator<'cases'>,
  tp: Translator<'people'>,
  labels: Labels,
  locale: string,
) => {
  const person = personFieldLabels(tp)
  const field = (of: Field | 'step'): string => {
    if (of === 'step') return t('step.title')
    return PERSON_FIELD_NAMES.has(of) ? person[of].label : t(`known.file.${of}`)
  }
  const value = (of: Field, code: string): string => {
    if (PERSON_FIELD_NAMES.has(of)) return person[of].answer(code)
    switch (of) {
      case 'secrecy':
        return t(`known.secrecy.${SECRECIES.read(code)}`)
      case 'kind':
        return labels.of('case_kind', code)
      case 'status':
        return labels.of('case_status', code)
      case 'risk':
        return labels.of('risk_level', code)
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

export const useReplacedLabels = (caseHeader: CaseHeader) => {
  const locale = useLocale()
  return replacedLabels(
    useTranslations('cases'),
    useTranslations('people'),
    toWords(caseHeader.words, locale),
    locale,
  )
}
