import 'server-only'
import type { Work } from '@/lib/db/work'
import { type ConsentRow, listConsents, listRecipients } from './consent.data'
import { currentOf, recipientOf } from './cover.rules'

type Person = { readonly id: string; readonly names: readonly { readonly text: string }[] }

/** What was last answered for each purpose and recipient by the people of a file, as it is today. */
export const readConsentSummary = async (work: Work, caseId: string, people: readonly Person[]) => {
  const ids = new Set(people.map(({ id }) => id))
  const rows = (await listConsents(work, caseId)).filter(
    ({ personId, isMistake }) => ids.has(personId) && !isMistake,
  )
  const about = (row: ConsentRow): string => `${row.personId} ${row.purpose} ${recipientOf(row)}`
  // The latest come first.
  const last = rows.filter((row, index) => rows.findIndex((one) => about(one) === about(row)) === index)
  return {
    lines: last.map((row) => ({
      row,
      name: people.length < 2 ? null : (people.find(({ id }) => id === row.personId)?.names[0]?.text ?? null),
      state: currentOf(row, rows, work.now),
    })),
    recipients: last.some(({ recipient }) => recipient.startsWith('actor:'))
      ? await listRecipients(work)
      : [],
    /** Whether everyone was asked about the statistics. */
    isCounted: people.every(({ id }) =>
      last.some((row) => row.personId === id && row.purpose === 'statistics'),
    ),
  }
}
export type ConsentSummary = Awaited<ReturnType<typeof readConsentSummary>>
