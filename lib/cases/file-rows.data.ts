import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import type { Secrecy } from './case.rules'

export type NextStep = { readonly text: string; readonly on: Day | null }
export type NewFile = {
  readonly kind: string
  readonly teamId: string
  readonly workerId: string
  readonly openedOn: Day
  readonly status: string
  readonly risk: string
  readonly secrecy: Secrecy
  /** Restricted and sealed files: a colleague of the circle beside the opener; a sealed file cannot do without. */
  readonly secondMemberId: string | null
  readonly nextStep: NextStep | null
  readonly stay: { readonly placeId: string; readonly since: Day | null } | null
  /** From which it is opened, where there was one. */
  readonly enquiryId?: string
}

/** Bare files, all by one statement; those who stand in them come after. A circle is opened with its members. */
export const insertFiles = async (
  work: Work,
  files: readonly NewFile[],
): Promise<{ caseId: string; code: string }[]> => {
  const made = files.map((file) => ({ file, caseId: newId(work.now.getTime()), code: newCode() }))
  await work.tx.caseFile.createMany({
    data: made.map(
      ({ caseId, code, file: { kind, teamId, workerId, status, risk, secrecy, openedOn, enquiryId } }) => ({
        id: caseId,
        code,
        kind,
        status,
        risk,
        secrecy,
        teamId,
        workerId,
        openedOn: toDate(openedOn),
        enquiryId: enquiryId ?? null,
        createdBy: work.actor.id,
        createdAt: work.now,
      }),
    ),
  })
  for (const { caseId, file } of made) {
    const circle = file.secrecy === 'open' ? [] : [work.actor.id, file.secondMemberId]
    // One by one and oneself first: only a member may add the next.
    for (const staffId of circle) if (staffId !== null) await insertMember(work, caseId, staffId)
  }
  return made.map(({ caseId, code }) => ({ caseId, code }))
}

const insertMember = async (work: Work, caseId: string, staffId: string): Promise<void> => {
  await work.tx.caseMember.createMany({
    data: {
      id: newId(work.now.getTime()),
      caseId,
      staffId,
      kind: 'circle',
      validFrom: work.now,
      addedBy: work.actor.id,
    },
  })
}
