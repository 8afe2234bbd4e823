import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { openEach } from '@/lib/registers/register.data'
import { isUuid, newCode, newId } from '@/lib/shared/ids'
import { GROUNDS, leavesOrganisation } from './ground.rules'
import { AUDIENCES, LEVEL_FOR, LEVELS, SECTIONS } from './level.rules'
import type { Told } from './summary.schema'

/** Where the words about for whom and why stand: encrypted with the key of the file. */
const at = (caseId: string, id: string, column: 'words' | 'reason') =>
  placeInFile(caseId, { table: 'case_summary', row: id, column })

/** Of a letter: the paper it became, and the edition of the template it was made from. */
type LetterOf = { readonly attachmentId: string; readonly templateId: string; readonly edition: number }

/** Writes down which summary or letter is made of a file that the caller has found within reach; the paper of a summary is kept nowhere. */
export const insertSummary = async (
  work: Work,
  {
    caseId,
    audience,
    sections,
    language,
    words,
    ground,
    recipient,
    reason,
    letter,
  }: Told & { readonly letter?: LetterOf },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const leaves = leavesOrganisation(audience)
  const isConsent = ground === 'consent'
  await work.tx.caseSummary.createMany({
    data: {
      id,
      caseId,
      code: newCode(),
      audience,
      level: LEVEL_FOR[audience],
      sections: SECTIONS.codes.filter((section) => sections.includes(section)),
      language,
      wordsCipher: words === '' ? null : await work.fieldCrypto.encrypt(at(caseId, id, 'words'), words),
      ground: leaves ? ground : null,
      recipient: leaves && isConsent ? recipient : null,
      reasonCipher:
        leaves && !isConsent ? await work.fieldCrypto.encrypt(at(caseId, id, 'reason'), reason) : null,
      ...(letter === undefined
        ? {}
        : {
            attachmentId: letter.attachmentId,
            templateId: letter.templateId,
            templateEdition: letter.edition,
          }),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

const columns = {
  id: true,
  caseId: true,
  code: true,
  audience: true,
  level: true,
  sections: true,
  language: true,
  wordsCipher: true,
  ground: true,
  recipient: true,
  reasonCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.CaseSummarySelect
const coded = z.object({
  audience: storedCode(AUDIENCES),
  level: storedCode(LEVELS),
  sections: z.array(storedCode(SECTIONS)),
  language: storedCode(LOCALES),
  ground: storedCode(GROUNDS).nullable(),
})

const toSummary = async (
  work: Work,
  { wordsCipher, reasonCipher, creator, ...row }: Prisma.CaseSummaryGetPayload<{ select: typeof columns }>,
) => ({
  ...row,
  ...coded.parse(row),
  by: creator.name,
  words:
    wordsCipher === null ? '' : await work.fieldCrypto.open(at(row.caseId, row.id, 'words'), wordsCipher),
  reason:
    reasonCipher === null ? '' : await work.fieldCrypto.open(at(row.caseId, row.id, 'reason'), reasonCipher),
})
export type Summary = Awaited<ReturnType<typeof toSummary>>

/** The summaries that were made of a file within reach, the latest first; `withLetters`, all that was told of it on paper. */
export const listSummaries = async (
  work: Work,
  caseId: string,
  { withLetters }: { readonly withLetters: boolean } = { withLetters: false },
): Promise<Summary[]> => {
  const rows = await work.tx.caseSummary.findMany({
    where: { caseId, ...(withLetters ? {} : { attachmentId: null }) },
    select: columns,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return openEach(rows, (row) => toSummary(work, row))
}

/** One summary of a file within reach. Throws NotFound, the same for one that no one made, and for a letter: that is a paper. */
export const getSummary = async (work: Work, id: string): Promise<Summary> => {
  const row = isUuid(id)
    ? await work.tx.caseSummary.findFirst({ where: { id, attachmentId: null }, select: columns })
    : null
  if (row === null) throw new NotFound()
  return toSummary(work, row)
}
