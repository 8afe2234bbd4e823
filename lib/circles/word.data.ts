import 'server-only'
import * as z from 'zod'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { openEach } from '@/lib/registers/register.data'
import { newId } from '@/lib/shared/ids'
import { GUEST_KINDS, type GuestKind, type Part, toParts } from './guest.rules'
import { listMembers } from './member.data'
import { MEMBER_KINDS, type MemberKind, WORD_KINDS, type WordKind } from './member.rules'

const yes = z.array(z.object({ yes: z.boolean() })).length(1)
const said = z.array(z.object({ said: z.enum(['ok', 'notFound', 'notOneself', 'over']) })).length(1)

const reasonAt = (caseId: string, wordId: string) =>
  placeInFile(caseId, { table: 'circle_word', row: wordId, column: 'reason' })

/** Whether letting someone into this file takes a second member's word: it has a circle, and the actor is not alone in it. */
export const needsWord = async (
  work: Work,
  file: { readonly id: string; readonly secrecy: string },
): Promise<boolean> => {
  if (file.secrecy === 'open') return false
  const [row] = yes.parse(await work.tx.$queryRaw`SELECT app.has_other_member(${file.id}::uuid) AS yes`)
  return row?.yes === true
}

type NewWord = { readonly caseId: string; readonly reason: string } & (
  | {
      readonly kind: 'member'
      readonly staffId: string
      readonly memberKind: MemberKind
      readonly isPrivileged: boolean
      readonly until: Date | null
    }
  | {
      readonly kind: 'guest'
      readonly staffId: string
      readonly guestKind: GuestKind
      readonly parts: readonly Part[]
      readonly until: Date
    }
  | { readonly kind: 'unseal' }
)

/** Asks the other members for their word, and tells them. */
export const insertWord = async (work: Work, word: NewWord): Promise<string> => {
  const { caseId, kind, reason } = word
  const id = newId(work.now.getTime())
  await work.tx.circleWord.createMany({
    data: {
      id,
      caseId,
      kind,
      staffId: word.kind === 'unseal' ? null : word.staffId,
      memberKind: word.kind === 'member' ? word.memberKind : null,
      guestKind: word.kind === 'guest' ? word.guestKind : null,
      parts: word.kind === 'guest' ? [...word.parts] : [],
      privileged: word.kind === 'member' && word.isPrivileged,
      validUntil: word.kind === 'unseal' ? null : word.until,
      reasonCipher: await work.fieldCrypto.encrypt(reasonAt(caseId, id), reason),
      askedBy: work.actor.id,
      askedAt: work.now,
    },
  })
  const members = await listMembers(work, caseId)
  await insertNotices(
    work,
    'word_asked',
    members.map(({ staffId }) => staffId),
    caseId,
  )
  return id
}

/** What became of a second member's word: said by the database, which carries it out. */
export const answerWord = async (
  work: Work,
  { wordId, agrees }: { readonly wordId: string; readonly agrees: boolean },
): Promise<'ok' | 'notFound' | 'notOneself' | 'over'> => {
  const member = newId(work.now.getTime())
  const [row] = said.parse(
    await work.tx
      .$queryRaw`SELECT app.answer_circle_word(${wordId}::uuid, ${agrees}, ${member}::uuid) AS said`,
  )
  return row?.said ?? 'notFound'
}

export type AskedWord = {
  readonly id: string
  readonly kind: WordKind
  readonly file: { readonly id: string; readonly code: string }
  readonly name: string
  readonly memberKind: MemberKind | null
  readonly guestKind: GuestKind | null
  readonly parts: readonly Part[]
  readonly isPrivileged: boolean
  readonly until: Date | null
  readonly reason: string
  readonly by: string
  readonly isMine: boolean
  readonly at: Date
}

/** What the circles of the actor are asked, oldest first; of one file, or of all. */
export const listWords = async (work: Work, caseId: string | null = null): Promise<AskedWord[]> => {
  const rows = await work.tx.circleWord.findMany({
    where: { state: 'asked', ...(caseId === null ? {} : { caseId }) },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: 100,
    include: {
      file: { select: { id: true, code: true } },
      staff: { select: { name: true } },
      asker: { select: { name: true } },
    },
  })
  await work.fieldCrypto.gather(
    'file',
    rows.map((row) => row.caseId),
  )
  return openEach(rows, async (row) => ({
    id: row.id,
    kind: WORD_KINDS.read(row.kind),
    file: row.file,
    name: row.staff?.name ?? '',
    memberKind: MEMBER_KINDS.readOrNull(row.memberKind),
    guestKind: GUEST_KINDS.readOrNull(row.guestKind),
    parts: toParts(row.parts),
    isPrivileged: row.privileged,
    until: row.validUntil,
    reason: await work.fieldCrypto.open(reasonAt(row.caseId, row.id), row.reasonCipher),
    by: row.asker.name,
    isMine: row.askedBy === work.actor.id,
    at: row.askedAt,
  }))
}
