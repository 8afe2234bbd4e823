import { readFileSync } from 'node:fs'
import type { Locale } from '@/lib/i18n/locales'

type CodeList = { list: string; values: { code: string; label: Record<Locale, string> }[] }
const { lists }: { lists: CodeList[] } = JSON.parse(
  readFileSync('prisma/reference/be/code-lists.json', 'utf8'),
)

/** The label of a code in one language, as the reference data has it. */
export const labelOf = (locale: Locale, list: string, code: string): string => {
  const label = lists.find((one) => one.list === list)?.values.find((value) => value.code === code)?.label
  if (label === undefined) throw new Error(`no code ${code} in the list ${list}`)
  return label[locale]
}

type Rule = { code: string; edition: number; title: Record<Locale, string> }
const { rows }: { rows: Rule[] } = JSON.parse(readFileSync('prisma/reference/be/deadline-rules.json', 'utf8'))

/** The title of the newest edition of a rule, as the reference data has it. */
export const titleOf = (code: string, locale: Locale = 'en'): string => {
  const [newest] = rows.filter((rule) => rule.code === code).sort((a, b) => b.edition - a.edition)
  if (newest === undefined) throw new Error(`no rule ${code}`)
  return newest.title[locale]
}
