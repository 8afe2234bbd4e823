import 'server-only'
import { listEvents } from '@/lib/asylum/event.data'
import { listRegisterWords } from '@/lib/asylum/register.data'
import { signalAt } from '@/lib/cases/note.data'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { listEvents as listDetentionEvents } from '@/lib/detention/event.data'
import { textsOf } from '@/lib/drafts/draft-texts.rules'

type Statement = { readonly at: Date; readonly text: string }

const listSignalWords = async (work: Work, caseId: string, personId: string): Promise<Statement[]> => {
  const rows = await work.tx.signal.findMany({
    where: { caseId, encounter: { personId } },
    select: { id: true, noteCipher: true, answerCipher: true, encounter: { select: { metOn: true } } },
    orderBy: { id: 'asc' },
    take: 500,
  })
  const statements: Statement[] = []
  for (const { id, noteCipher, answerCipher, encounter } of rows)
    for (const [column, cipher] of [
      ['note', noteCipher],
      ['answer', answerCipher],
    ] as const)
      if (cipher !== null)
        statements.push({
          at: encounter.metOn,
          text: await work.fieldCrypto.open(signalAt(caseId, id, column), cipher),
        })
  return statements
}

/**
 * What was written without a network and stands nowhere in the file: it waits or was refused. Row-level security shows what the actor may
 * judge, and what they wrote.
 */
export const listUnplacedTexts = async (work: Work, caseId: string): Promise<Statement[]> => {
  const rows = await work.tx.waitingEntry.findMany({
    where: { caseId, OR: [{ how: null }, { how: 'refused' }] },
    select: { id: true, content: true, writtenAt: true },
    orderBy: { id: 'asc' },
    take: 500,
  })
  const statements: Statement[] = []
  for (const { id, content, writtenAt } of rows) {
    const place = placeInFile(caseId, { table: 'waiting_entry', row: id, column: 'content' })
    const values: unknown = JSON.parse(await work.fieldCrypto.open(place, content))
    statements.push(...textsOf(values).map((text) => ({ at: writtenAt, text })))
  }
  return statements
}

/** Words that were typed beside what a summary shows without them: every row, also those that others took the place of. */
export const listBeside = async (
  work: Work,
  caseId: string,
  personId: string,
  isMain: boolean,
): Promise<Statement[]> => {
  const own = (one: { readonly personId: string | null }) =>
    one.personId === personId || (isMain && one.personId === null)
  const rows = [
    ...(isMain ? await listEvents(work, caseId) : []),
    ...(await listRegisterWords(work, caseId)).filter(own),
  ]
  return [
    ...rows.map(({ recordedAt, words }) => ({ at: recordedAt, text: words })),
    ...(isMain ? await listDetentionEvents(work, { caseId }) : []).flatMap(({ createdAt, text, carrier }) =>
      [text, carrier].map((one) => ({ at: createdAt, text: one })),
    ),
    ...(await listSignalWords(work, caseId, personId)),
    ...(isMain ? await listUnplacedTexts(work, caseId) : []),
  ].filter(({ text }) => text !== '')
}
