import { readFileSync } from 'node:fs'
import type { Locale } from '../fixtures'

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
