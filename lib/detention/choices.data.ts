import 'server-only'
import { type CodeChoice, listCodes } from '@/lib/countries/code.data'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { readOwnLists, toOffered } from '@/lib/lists/list.data'
import { joinFiner } from '@/lib/lists/list.rules'
import { LISTS, type Part } from './visit.rules'

export type Choices = Readonly<Record<Part, readonly CodeChoice[]>>

/**
 * The values of the five lists that may be chosen today, as the organisation shows them.
 * @param also what is offered whatever was hidden or retired since: what a conversation has already, or everything, because a page that
 * was open before may still send it
 */
export const listChoices = async (
  work: Work,
  locale: Locale,
  also: readonly string[] | 'all' = [],
): Promise<Choices> => {
  const names = Object.values(LISTS)
  const lists = await listCodes(work, names, locale, work.now)
  const { shown, own } = await readOwnLists(work, names)
  const of = (part: Part): readonly CodeChoice[] => {
    const list = LISTS[part]
    const standard = lists.get(list) ?? []
    if (also !== 'all') return toOffered(list, standard, shown, own, locale, also)
    const finer = own.filter((one) => one.list === list)
    return [...standard, ...finer.map((one) => ({ code: joinFiner(one.standard, one.key), label: '' }))]
  }
  return {
    topics: of('topics'),
    actions: of('actions'),
    requests: of('requests'),
    signals: of('signals'),
    themes: of('themes'),
  }
}
