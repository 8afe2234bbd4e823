import 'server-only'
import { type CodeChoice, listCodes } from '@/lib/countries/code.data'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { LISTS, type Part } from './visit.rules'

export type Choices = Readonly<Record<Part, readonly CodeChoice[]>>

/** The values of the five lists that may be chosen today, with their words. */
export const listChoices = async (work: Work, locale: Locale): Promise<Choices> => {
  const lists = await listCodes(work, Object.values(LISTS), locale, work.now)
  const of = (part: Part): readonly CodeChoice[] => lists.get(LISTS[part]) ?? []
  return {
    topics: of('topics'),
    actions: of('actions'),
    requests: of('requests'),
    signals: of('signals'),
    themes: of('themes'),
  }
}
