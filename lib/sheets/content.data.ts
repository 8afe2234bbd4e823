import 'server-only'
import type { Work } from '@/lib/db/work'
import { listRules } from '@/lib/deadlines/rule.data'
import { toDay } from '@/lib/shared/dates'
import telephones from './content/telephones.json' with { type: 'json' }
import { type SheetContent, type SheetWords, sheetContent, sheetWords, telephoneFile } from './content.schema'
import { type Named, namedIn, spanOf } from './number.rules'
import type { SheetCode, SheetLanguage } from './sheet.rules'

/** A sheet as it is written in a language, with the words that all sheets of it share. */
export const readContent = async (
  language: SheetLanguage,
  sheet: SheetCode,
): Promise<{ content: SheetContent; words: SheetWords }> => {
  const written: { default: unknown } = await import(`./content/${language}/${sheet}.json`)
  const shared: { default: unknown } = await import(`./content/${language}/words.json`)
  return { content: sheetContent.parse(written.default), words: sheetWords.parse(shared.default) }
}

/** A number with the day it was read, and whether someone has checked it since. */
type Known = { readonly text: string; readonly readOn: string; readonly isChecked: boolean }
export type Numbers = Readonly<Record<string, Known>>
export const nameOf = ({ kind, key }: Named): string => `${kind}:${key}`

const listTelephones = async (work: Work): Promise<Map<string, Known>> => {
  const ours = telephoneFile.parse(telephones).rows.map(({ slug, phone, readOn, checkedOn }) => ({
    slug,
    known: { text: phone, readOn: checkedOn ?? readOn, isChecked: checkedOn !== null },
  }))
  const bodies = await work.tx.helpBody.findMany({
    select: { slug: true, phone: true, readOn: true, checkedOn: true },
  })
  const theirs = bodies.flatMap(({ slug, phone, readOn, checkedOn }) => {
    const on = checkedOn ?? readOn
    return phone === null || on === null
      ? []
      : [{ slug, known: { text: phone, readOn: toDay(on), isChecked: checkedOn !== null } }]
  })
  return new Map([...ours, ...theirs].map(({ slug, known }) => [slug, known]))
}

/** The numbers that a sheet names, as the reference data have them today. What they do not know is not there. */
export const readNumbers = async (work: Work, content: SheetContent): Promise<Numbers> => {
  const named = namedIn(content.parts.flatMap(({ lines }) => lines))
  if (named.length === 0) return {}
  const phones = await listTelephones(work)
  const rules = named.some(({ kind }) => kind !== 'tel') ? await listRules(work) : []
  const recorded = new Map(
    (
      await work.tx.deadlineRule.findMany({
        where: { id: { in: rules.map(({ id }) => id) } },
        select: { code: true, recordedOn: true },
      })
    ).map(({ code, recordedOn }) => [code, toDay(recordedOn)]),
  )
  const found: Record<string, Known> = {}
  for (const one of named) {
    const rule = rules.find(({ code }) => code === one.key)
    const span = rule === undefined ? null : spanOf(one.kind, rule.periods)
    const known =
      one.kind === 'tel'
        ? phones.get(one.key)
        : span === null
          ? undefined
          : { text: String(span), readOn: recorded.get(one.key) ?? '', isChecked: false }
    if (known !== undefined) found[nameOf(one)] = known
  }
  return found
}
