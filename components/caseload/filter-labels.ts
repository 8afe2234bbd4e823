import { useLocale, useTranslations } from 'next-intl'
import { useFieldLabels } from '@/components/fields/field-labels'
import {
  AGES,
  ANY_GAP,
  CONTACTS,
  type Field,
  GUARDIANS,
  LACKS,
  NONE,
  OWN_ANSWERED,
  readOwnValue,
} from '@/lib/caseload/caseload.schema'
import { ABSENT } from '@/lib/cases/gap.rules'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { type Labelled, type Labels, labelIn } from '@/lib/cases/word.view'
import type { OwnField } from '@/lib/fields/field.rules'
import { countryName } from '@/lib/people/country.rules'
import { PALESTINE, STATELESS, UNDETERMINED } from '@/lib/people/person.rules'

type Known = {
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly centres: readonly (Labelled & { readonly slug: string })[]
  readonly ownFields: readonly OwnField[]
}

/** What a filter says, in words: in the choice, on its chip, at the head of a printed list. */
export const useFilterLabels = (labels: Labels, { workers, centres, ownFields }: Known) => {
  const t = useTranslations('caseload')
  const cases = useTranslations('cases')
  const locale = useLocale()
  const people = useTranslations('people')
  const gone = t('filter.gone')
  const fields = useFieldLabels([])
  const own = (value: string): string => {
    const read = readOwnValue(value)
    const field = ownFields.find(({ id }) => id === read?.fieldId)
    if (read === null || field === undefined) return gone
    const name = fields.name(field)
    if (read.code === OWN_ANSWERED.any) return t('filter.ownAny', { name })
    if (read.code === OWN_ANSWERED.none) return t('filter.ownNone', { name })
    return `${name}: ${fields.option(field, read.code, null)}`
  }
  const nationality = (code: string): string => {
    if (code === PALESTINE) return people('nationality.PS')
    if (code === STATELESS) return t('filter.stateless')
    return code === UNDETERMINED ? t('filter.noCountry') : countryName(code, locale)
  }
  const value = (field: Field, code: string): string => {
    if (code === NONE) return t(field === 'signal' ? 'filter.noSignal' : 'filter.none')
    switch (field) {
      case 'worker':
        return workers.find(({ id }) => id === code)?.name ?? gone
      case 'contact': {
        const contact = CONTACTS.match(code)
        return contact === null ? gone : t(`filter.contact.${contact}`)
      }
      case 'gap': {
        if (code === ANY_GAP) return t('filter.anyGap')
        const absent = ABSENT.match(code)
        return absent === null ? gone : cases(`gap.absent.${absent}`)
      }
      case 'missing': {
        const lack = LACKS.match(code)
        return lack === null ? gone : t(`missing.${lack}`)
      }
      case 'status':
        return labels.of('case_status', code)
      case 'risk':
        return labels.of('risk_level', code)
      case 'kind':
        return labels.of('case_kind', code)
      case 'centre': {
        const centre = centres.find(({ slug }) => slug === code)
        return centre === undefined ? gone : labelIn(centre, locale)
      }
      case 'signal': {
        const severity = SEVERITIES.match(code)
        return severity === null ? gone : cases(`severity.${severity}`)
      }
      case 'nationality':
        return nationality(code)
      case 'age': {
        const age = AGES.match(code)
        return age === null ? gone : t(`filter.age.${age}`)
      }
      case 'guardian': {
        const guardian = GUARDIANS.match(code)
        return guardian === null ? gone : t(`filter.guardian.${guardian}`)
      }
      case 'own':
        return own(code)
    }
  }
  return {
    value,
    chip: (field: Field, code: string, isNot: boolean): string =>
      t(isNot ? 'filter.isNot' : 'filter.is', {
        field: t(`filter.field.${field}`),
        value: value(field, code),
      }),
  }
}
