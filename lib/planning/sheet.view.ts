import type { Locale } from '@/lib/i18n/locales'
import { languageName } from '@/lib/people/country.rules'
import { toKey } from './plan.rules'
import { toReasons } from './plan.view'
import type { VisitSheet } from './planned.data'

const LABEL = { en: 'labelEn', fr: 'labelFr', nl: 'labelNl', de: 'labelDe' } as const

export const toSheetProps = (
  { plan, names, facts, people, themes, requests }: VisitSheet,
  { name, now, locale }: { readonly name: string; readonly now: Date; readonly locale: Locale },
) => ({
  id: plan.id,
  centre: plan.place[LABEL[locale]],
  onDate: plan.onDate,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  visitors: plan.visitors.map((one) => one.name),
  names,
  facts,
  themes,
  people: people.map((person) => ({
    key: toKey(person),
    /** In the plan, and so in the report. */
    number: person.number,
    code: person.code,
    initials: person.initials,
    name: person.name,
    languages: person.languages.map((code) => languageName(code, locale)),
    needsInterpreter: person.interpreterNeed === 'yes',
    check: person.nextStep,
    reasons: toReasons(person, requests),
    /** What is safe, of each way to reach them; without the number. */
    contacts: person.contacts,
  })),
  printedBy: name,
  printedAt: now,
})
export type SheetProps = ReturnType<typeof toSheetProps>
export type SheetPerson = SheetProps['people'][number]
