import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { dayOf, toDate } from '@/lib/shared/dates'

export type CodeChoice = { readonly code: string; readonly label: string }

const LABEL = { en: 'labelEn', fr: 'labelFr', nl: 'labelNl', de: 'labelDe' } as const

/** The values of pick lists that may be chosen on the day, by list and in their order; an unknown list is absent. */
export const listCodes = async (
  work: Work,
  lists: readonly string[],
  locale: Locale,
  now: Date,
): Promise<ReadonlyMap<string, readonly CodeChoice[]>> => {
  const today = toDate(dayOf(now))
  const rows = await work.tx.codeValue.findMany({
    where: {
      list: { in: [...lists] },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    orderBy: [{ list: 'asc' }, { position: 'asc' }],
    select: { list: true, code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
  const byList = new Map<string, CodeChoice[]>()
  for (const row of rows)
    byList.set(row.list, [...(byList.get(row.list) ?? []), { code: row.code, label: row[LABEL[locale]] }])
  return byList
}
