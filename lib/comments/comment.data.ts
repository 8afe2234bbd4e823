import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { newId } from '@/lib/shared/ids'
import { COMMENT_KINDS, type CommentKind } from './comment.rules'

export type NewComment = {
  readonly caseId: string
  readonly kind: CommentKind
  readonly text: string
  /** The colleague it is said to; null speaks to all who work on the file. */
  readonly toStaffId: string | null
  /** The question it answers; only answers have one. */
  readonly answersId: string | null
}
export type Comment = {
  readonly id: string
  readonly kind: CommentKind
  readonly text: string
  readonly authorId: string
  readonly author: string
  readonly toStaffId: string | null
  readonly to: string | null
  readonly answersId: string | null
  readonly at: Date
}

/** Where the text of a comment stands: encrypted with the key of its file, written once. */
const commentAt = (caseId: string, commentId: string) => ({
  holder: { kind: 'file', id: caseId } as const,
  table: 'comment',
  row: commentId,
  column: 'body',
  revision: 1,
})

/** Adds to the conversation of a file that the caller has found within reach. */
export const insertComment = async (
  work: Work,
  { caseId, kind, text, toStaffId, answersId }: NewComment,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const bodyCipher = await work.fieldCrypto.encrypt(commentAt(caseId, id), text)
  await work.tx.comment.createMany({
    data: [
      { id, caseId, kind, bodyCipher, authorId: work.actor.id, toStaffId, answersId, createdAt: work.now },
    ],
  })
  if (kind === 'question' && toStaffId !== null)
    await insertNotices(work, 'question_asked', [toStaffId], caseId)
  if (answersId !== null) await tellWhoAsked(work, caseId, answersId)
  return id
}

const tellWhoAsked = async (work: Work, caseId: string, questionId: string): Promise<void> => {
  const question = await work.tx.comment.findFirst({
    where: { id: questionId, caseId },
    select: { authorId: true },
  })
  if (question !== null) await insertNotices(work, 'question_answered', [question.authorId], caseId)
}

// One statement with its names: a relation load would ask once more for each of the colleagues.
const commentRows = z.array(
  z.object({
    id: z.string(),
    caseId: z.string(),
    kind: storedCode(COMMENT_KINDS),
    bodyCipher: z.instanceof(Uint8Array),
    authorId: z.string(),
    author: z.string(),
    toStaffId: z.string().nullable(),
    to: z.string().nullable(),
    answersId: z.string().nullable(),
    at: z.date(),
  }),
)

const openComments = async (
  work: Work,
  found: unknown,
): Promise<(Comment & { readonly caseId: string })[]> => {
  const comments = []
  for (const { bodyCipher, ...row } of commentRows.parse(found))
    comments.push({ ...row, text: await work.fieldCrypto.open(commentAt(row.caseId, row.id), bodyCipher) })
  return comments
}

/** The conversation of one file within reach, oldest first; the last two hundred. A guest of the file reads none of it. */
export const listComments = async (work: Work, caseId: string): Promise<Comment[]> =>
  openComments(
    work,
    await work.tx.$queryRaw`
      SELECT * FROM (
        SELECT c.id, c.case_id AS "caseId", c.kind, c.body_cipher AS "bodyCipher", c.author_id AS "authorId",
               a.name AS author, c.to_staff_id AS "toStaffId", t.name AS "to", c.answers_id AS "answersId",
               c.created_at AS at
          FROM comment c JOIN staff a ON a.id = c.author_id LEFT JOIN staff t ON t.id = c.to_staff_id
         WHERE c.case_id = ${caseId}::uuid
         ORDER BY c.created_at DESC, c.id DESC LIMIT 200) last
       ORDER BY at, id`,
  )

export type OpenQuestion = Comment & { readonly caseId: string; readonly code: string }

/** Questions to the actor that no one has answered yet, in the files they reach, the oldest first. */
export const listOpenQuestions = async (work: Work): Promise<OpenQuestion[]> => {
  const comments = await openComments(
    work,
    await work.tx.$queryRaw`
      SELECT c.id, c.case_id AS "caseId", c.kind, c.body_cipher AS "bodyCipher", c.author_id AS "authorId",
             a.name AS author, c.to_staff_id AS "toStaffId", NULL AS "to", c.answers_id AS "answersId",
             c.created_at AS at
        FROM comment c JOIN staff a ON a.id = c.author_id
       WHERE c.to_staff_id = ${work.actor.id}::uuid AND c.kind = 'question'
         AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.answers_id = c.id)
       ORDER BY c.created_at, c.id LIMIT 100`,
  )
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: [...new Set(comments.map(({ caseId }) => caseId))] } },
    select: { id: true, code: true },
  })
  const codeOf = new Map(files.map(({ id, code }) => [id, code]))
  return comments.map((comment) => ({ ...comment, code: codeOf.get(comment.caseId) ?? '' }))
}

/** Whether a question was asked in this file. */
export const hasQuestion = async (work: Work, caseId: string, id: string): Promise<boolean> =>
  (await work.tx.comment.count({ where: { id, caseId, kind: 'question' } })) === 1
