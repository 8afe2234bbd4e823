import type { NextStep } from '@/lib/cases/file-rows.data'
import type { Locale } from '@/lib/i18n/locales'
import { languageName } from '@/lib/people/country.rules'
import { toKey } from './plan.rules'
import { type ReasonProps, toReasons } from './plan.view'
import type { VisitSheet } from './planned.data'

export type SheetPerson = {
  readonly key: string
  /** In the plan, and so in the report. */
  readonly number: number
  readonly code: string
  readonly initials: string
  readonly name: string
  readonly languages: readonly string[]
  readonly needsInterpreter: boolean
  readonly check: NextStep | null
  readonly reasons: readonly ReasonProps[]
  /** What is safe, of each way to reach them; without the number. */
  readonly contacts: VisitSheet['people'][number]['contacts']
}
export type SheetProps = {
  readonly id: string
  readonly centre: string
  readonly onDate: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly visitors: readonly string[]
  readonly names: boolean
  readonly people: readonly SheetPerson[]
  readonly themes: readonly string[]
  readonly printedBy: string
  readonly printedAt: Date
}

const LABEL = { en: 'labelEn', fr: 'labelFr', nl: 'labelNl', de: 'labelDe' } as const

export const toSheetProps = (
  { plan, names, people, themes, requests }: VisitSheet,
  { name, now, locale }: { readonly name: string; readonly now: Date; readonly locale: Locale },
): SheetProps => ({
  id: plan.id,
  centre: plan.place[LABEL[locale]],
  onDate: plan.onDate,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  visitors: plan.visitors.map((one) => one.name),
  names,
  themes,
  people: people.map((person) => ({
    key: toKey(person),
    number: person.number,
    code: person.code,
    initials: person.initials,
    name: person.name,
    languages: person.languages.map((code) => languageName(code, locale)),
    needsInterpreter: person.interpreterNeed === 'yes',
    check: person.nextStep,
    reasons: toReasons(person, requests),
    contacts: person.contacts,
  })),
  printedBy: name,
  printedAt: now,
})
