import * as z from 'zod'
import { SECOND_FAULTS } from '@/lib/accounts/second-person.rules'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { namesOf } from './register.data'

const rows = z.array(
  z.object({ account: z.string(), fault: storedCode(SECOND_FAULTS).nullable(), leads: z.boolean() }),
)

/** An admin, and why they may not agree beside someone; null: they may. */
export type Second = { id: string; name: string; fault: CodeOf<typeof SECOND_FAULTS> | 'notLead' | null }

/**
 * Every admin of the organisation beside the one who asked: those who may agree first.
 * @param what rows: rows of single people. release: every other release. signature: only who leads data protection signs one
 */
export async function listSeconds(
  work: Work,
  askedBy: string,
  what: 'rows' | 'release' | 'signature',
): Promise<readonly Second[]> {
  const asked = what === 'rows' ? 'rows' : 'release'
  const found = rows.parse(
    await work.tx.$queryRaw`SELECT account, fault, leads FROM app.who_may_agree(${askedBy}::uuid, ${asked})`,
  )
  const names = await namesOf(
    work,
    found.map(({ account }) => account),
  )
  return found
    .map(({ account, fault, leads }): Second => {
      const isMissingTask = fault === null && what === 'signature' && !leads
      return { id: account, name: names.get(account) ?? '–', fault: isMissingTask ? 'notLead' : fault }
    })
    .sort((a, b) => Number(a.fault !== null) - Number(b.fault !== null) || (a.name < b.name ? -1 : 1))
}
