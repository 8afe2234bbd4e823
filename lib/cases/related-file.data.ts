import 'server-only'
import { seenByCode } from '@/lib/access/code.data'
import { scopeCases } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { openNames, personClaims } from '@/lib/people/person.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { byRole, isKin, KIN_BASES, type KinBasis, PRESENT } from './file-people.rules'
import { listHiddenFrom } from './kept-apart.data'
import { inverse, RELATION_KINDS, type RelationKind } from './related-file.rules'

/** A file that belongs together with the one that is shown, as told from here. */
export type Related = {
  readonly id: string
  readonly file: { readonly id: string; readonly code: string }
  /** Of its main person; '' when no one wrote one down. */
  readonly name: string
  readonly kind: RelationKind
  readonly basis: KinBasis | null
  readonly since: Day | null
}

const toOther = {
  select: {
    id: true,
    code: true,
    people: {
      where: PRESENT,
      select: { personId: true, role: true, person: { select: { names: personClaims.names } } },
    },
  },
} as const

/** The files tied to one within reach. Row-level security shows a tie to anyone who may open both. */
export const listRelated = async (work: Work, caseId: string): Promise<Related[]> => {
  const rows = await work.tx.relatedFile.findMany({
    where: { withdrawnAt: null, OR: [{ caseId }, { otherCaseId: caseId }] },
    select: {
      id: true,
      caseId: true,
      kind: true,
      basis: true,
      since: true,
      file: toOther,
      other: toOther,
    },
    orderBy: { createdAt: 'asc' },
  })
  // A file that is kept apart from this one is not on it.
  const hidden = await listHiddenFrom(work, caseId)
  const related: Related[] = []
  for (const row of rows) {
    const isFrom = row.caseId === caseId
    if (hidden.has(isFrom ? row.other.id : row.file.id)) continue
    const { id, code, people } = isFrom ? row.other : row.file
    const [main] = [...people].sort(byRole)
    const [name] = main === undefined ? [] : await openNames(work, main.personId, main.person.names)
    const kind = RELATION_KINDS.read(row.kind)
    related.push({
      id: row.id,
      file: { id, code },
      name: name?.text ?? '',
      kind: isFrom ? kind : inverse(kind),
      basis: KIN_BASES.readOrNull(row.basis),
      since: row.since && toDay(row.since),
    })
  }
  return related
}

/** The other files with a code that the actor may write in. Codes are drawn by chance, so there may be two. */
export const findOthers = async (work: Work, caseId: string, code: string) => {
  const seen = await seenByCode(work, code)
  return work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:edit', work.now),
        { id: { in: seen.filter((id) => id !== caseId) } },
      ],
    },
    select: { id: true, secrecy: true, kind: true },
    take: 2,
  })
}

export const isRelated = async (work: Work, caseId: string, otherCaseId: string): Promise<boolean> =>
  (await work.tx.relatedFile.count({
    where: {
      withdrawnAt: null,
      OR: [
        { caseId, otherCaseId },
        { caseId: otherCaseId, otherCaseId: caseId },
      ],
    },
  })) > 0

export const insertRelation = async (
  work: Work,
  of: {
    readonly caseId: string
    readonly otherCaseId: string
    readonly kind: RelationKind
    readonly basis: KinBasis | null
    readonly since: Day | null
  },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.relatedFile.createMany({
    data: {
      ...of,
      id,
      basis: isKin(of.kind) ? of.basis : null,
      since: of.since === null ? null : toDate(of.since),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** Takes a tie away. Throws NotFound when it is not one of this file, or leads to where the actor may not write. */
export const withdrawRelation = async (work: Work, caseId: string, relationId: string): Promise<void> => {
  const scope = scopeCases(work.actor, 'case:edit', work.now)
  const { count } = await work.tx.relatedFile.updateMany({
    where: {
      id: relationId,
      withdrawnAt: null,
      OR: [{ caseId }, { otherCaseId: caseId }],
      file: scope,
      other: scope,
    },
    data: { withdrawnAt: work.now },
  })
  if (count === 0) throw new NotFound()
}
