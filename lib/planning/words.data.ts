import 'server-only'
import { listCodes } from '@/lib/countries/code.data'
import type { Work } from '@/lib/db/work'
import { LISTS } from '@/lib/detention/visit.rules'
import type { Locale } from '@/lib/i18n/locales'

/** What people may have asked for, in the reader's language, by code. */
export const listRequestWords = async (work: Work, locale: Locale): Promise<ReadonlyMap<string, string>> => {
  const lists = await listCodes(work, [LISTS.requests], locale, work.now)
  return new Map((lists.get(LISTS.requests) ?? []).map(({ code, label }) => [code, label]))
}

/** The themes of the monitoring grid, in their order. */
export const listThemes = async (work: Work, locale: Locale): Promise<readonly string[]> => {
  const lists = await listCodes(work, [LISTS.themes], locale, work.now)
  return (lists.get(LISTS.themes) ?? []).map(({ label }) => label)
}
