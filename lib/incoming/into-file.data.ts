import 'server-only'
import { seenByCode } from '@/lib/access/code.data'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'

/** The files with this code in which the actor may write: none, one, or two by an old accident. */
export const findFilesToWrite = async (work: Work, code: string) =>
  work.tx.caseFile.findMany({
    where: {
      AND: [scopeCases(work.actor, 'note:write', work.now), { id: { in: await seenByCode(work, code) } }],
    },
    select: { id: true },
    take: 2,
  })
