import 'server-only'
import * as z from 'zod'
import { listCapabilities } from '@/lib/accounts/capability.data'
import type { CapabilityLine } from '@/lib/accounts/capability.rules'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { listReaders, type Reader } from './reader.data'

/** What is true of a colleague beside the reasons to read a file: most of them say why there is none. */
const ACCESS_FACTS = vocabulary('cases.access-facts', [
  'inactive',
  'unvouched',
  'admin',
  'guest',
  'restricted',
  'sealed',
  'worker_unnamed',
  'leads_unnamed',
  'other_office',
  'same_office',
  'named_later',
  'named_before',
  'glass_over',
  'privileged',
])
type AccessFact = CodeOf<typeof ACCESS_FACTS>

const rows = z.array(z.object({ fact: storedCode(ACCESS_FACTS), at: z.date().nullable() }))

export type ColleagueAccess = {
  readonly name: string
  /** `changes`: reads the whole file and works in it; `parts`: reads what a guest was given. */
  readonly verdict: 'changes' | 'reads' | 'parts' | 'nothing'
  readonly reasons: readonly Pick<Reader, 'reason' | 'until'>[]
  readonly facts: readonly { readonly fact: AccessFact; readonly at: Date | null }[]
  /** What they read of figures; it opens no file. */
  readonly figures: readonly Pick<CapabilityLine, 'kind' | 'until'>[]
}

const verdictOf = (reasons: readonly Reader[]): ColleagueAccess['verdict'] => {
  if (reasons.some(({ works }) => works)) return 'changes'
  if (reasons.some(({ reason }) => reason !== 'guest')) return 'reads'
  return reasons.length > 0 ? 'parts' : 'nothing'
}

/**
 * Why a colleague can see and change a file, or why not, in the words of the database that decides it (app.readers_of, app.access_facts).
 * @returns null for anyone who does not read the file, and of someone who is not of the organisation
 */
export const explainAccess = async (
  work: Work,
  caseId: string,
  staffId: string,
): Promise<ColleagueAccess | null> => {
  const readers = await listReaders(work, caseId)
  if (!readers.some((reader) => reader.staffId === work.actor.id)) return null
  const colleague = await work.tx.staff.findFirst({
    where: { id: staffId, organisationId: work.actor.organisationId },
    select: { name: true },
  })
  if (colleague === null) return null
  const facts = rows.parse(
    await work.tx.$queryRaw`SELECT fact, at FROM app.access_facts(${caseId}::uuid, ${staffId}::uuid)`,
  )
  // What is named for an account that opens nothing yet is no reason yet.
  const isLive = !facts.some(({ fact }) => fact === 'unvouched')
  const reasons = readers.filter((reader) => reader.staffId === staffId)
  return {
    name: colleague.name,
    verdict: isLive ? verdictOf(reasons) : 'nothing',
    reasons: reasons.map(({ reason, until }) => ({ reason, until })),
    facts,
    figures: (await listCapabilities(work, staffId)).filter(({ state }) => state === 'given'),
  }
}

/** Everyone who may be asked about: the accounts in use, and those that were ever named on the file. */
export const listAskable = (work: Work, caseId: string): Promise<{ id: string; name: string }[]> =>
  work.tx.staff.findMany({
    where: {
      organisationId: work.actor.organisationId,
      OR: [{ active: true }, { memberships: { some: { caseId } } }],
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
