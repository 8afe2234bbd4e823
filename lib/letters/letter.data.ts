import 'server-only'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { LANGUAGES } from '@/lib/sheets/sheet.rules'
import { AUDIENCES } from '@/lib/summaries/level.rules'

const audience = storedCode(AUDIENCES)

/** The letters of a file within reach, the latest first, each with the edition of the template that it was made from. */
export const listLetters = async (work: Work, caseId: string) => {
  const rows = await work.tx.caseSummary.findMany({
    where: { caseId, attachmentId: { not: null } },
    select: {
      id: true,
      code: true,
      audience: true,
      createdAt: true,
      creator: { select: { name: true } },
      paper: { select: { id: true, removedAt: true, scan: true } },
      template: { select: { edition: true, name: true, language: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return rows.flatMap(({ paper, template, creator, createdAt, ...row }) =>
    paper === null || template === null
      ? []
      : [
          {
            ...row,
            audience: audience.parse(row.audience),
            at: createdAt,
            by: creator.name,
            attachmentId: paper.removedAt === null && paper.scan !== 'waiting' ? paper.id : null,
            edition: template.edition,
            name: template.name,
            language: LANGUAGES.read(template.language),
          },
        ],
  )
}
export type Letter = Awaited<ReturnType<typeof listLetters>>[number]
