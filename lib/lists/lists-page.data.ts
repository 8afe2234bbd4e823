import 'server-only'
import { listEditions } from '@/lib/configuration/edition.data'
import type { Edition } from '@/lib/configuration/edition.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { labelFor, type OwnValue, readFinerUse, readOwnLists } from './list.data'
import { FINER_LISTS, type FinerUse, isPinned, type Labels, SHOWN_LISTS, type ShownList } from './list.rules'

export type ListLine = { readonly list: ShownList; readonly changed: number; readonly finer: number }

/** The lists that may be shaped, with how much of each is the organisation’s own. */
export const listLines = async (work: Work): Promise<readonly ListLine[]> => {
  const { shown, own } = await readOwnLists(work, SHOWN_LISTS.codes)
  return SHOWN_LISTS.codes.map((list) => ({
    list,
    changed: shown.filter((one) => one.list === list).length,
    finer: own.filter((one) => one.list === list && !one.retired && one.successorId === null).length,
  }))
}

export type StandardLine = {
  readonly code: string
  /** As it is shipped, and as the organisation says it. */
  readonly official: Labels
  readonly labels: Labels
  readonly position: number | null
  readonly hidden: boolean
  readonly isPinned: boolean
  readonly editions: readonly Edition[]
  readonly finer: readonly (OwnValue & {
    readonly label: string
    readonly use: FinerUse
    readonly editions: readonly Edition[]
  })[]
}

/** One list: its standard values, each with its words, and the finer values under it. */
export const readList = async (work: Work, name: string, locale: Locale) => {
  const list = SHOWN_LISTS.match(name)
  if (list === null) throw new NotFound()
  const rows = await work.tx.codeValue.findMany({
    where: { list, validTo: null },
    select: { code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    orderBy: { position: 'asc' },
  })
  const { shown, own } = await readOwnLists(work, [list])
  const editions = await listEditions(work, ['list', 'value'])
  const uses = await readFinerUse(work)
  const toUse = (id: string): FinerUse => {
    const use = uses.get(id)
    if (use === undefined) throw new Error('a finer value of which no use is told')
    return use
  }
  const of = (item: string) => editions.filter((one) => one.item === item)
  const lines = rows.map((row): StandardLine => {
    const overlay = shown.find(({ code }) => code === row.code)
    return {
      code: row.code,
      official: { en: row.labelEn, fr: row.labelFr, nl: row.labelNl, de: row.labelDe },
      labels: overlay?.labels ?? { en: '', fr: '', nl: '', de: '' },
      position: overlay?.position ?? null,
      hidden: overlay?.hidden ?? false,
      isPinned: isPinned(list, row.code),
      editions: of(`${list}:${row.code}`),
      finer: own
        .filter(({ standard }) => standard === row.code)
        .map((one) => ({
          ...one,
          label: labelFor(one.labels, locale),
          use: toUse(one.id),
          editions: of(one.id),
        })),
    }
  })
  return { list, takesFiner: FINER_LISTS.has(list), lines }
}
export type ListPageData = Awaited<ReturnType<typeof readList>>
