import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf, toDate } from '@/lib/shared/dates'
import { LISTS, type Part } from './visit.rules'

const PARTS: readonly Part[] = ['topics', 'actions', 'requests', 'signals', 'themes']

export type ChoiceRow = {
  readonly list: string
  readonly code: string
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}

/** The values of the five lists that may be chosen today, in the order of each list. */
export const listChoices = async (work: Work): Promise<ChoiceRow[]> => {
  const today = toDate(dayOf(work.now))
  return work.tx.codeValue.findMany({
    where: {
      list: { in: Object.values(LISTS) },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    orderBy: [{ list: 'asc' }, { position: 'asc' }],
    select: { list: true, code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
}

/** The same as sets of codes, for checking what was sent. */
export const listCodes = async (work: Work): Promise<Record<Part, ReadonlySet<string>>> => {
  const rows = await listChoices(work)
  const of = (part: Part) => new Set(rows.filter(({ list }) => list === LISTS[part]).map(({ code }) => code))
  const [topics, actions, requests, signals, themes] = PARTS.map(of)
  const none = new Set<string>()
  return {
    topics: topics ?? none,
    actions: actions ?? none,
    requests: requests ?? none,
    signals: signals ?? none,
    themes: themes ?? none,
  }
}
