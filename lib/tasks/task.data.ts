import 'server-only'
import * as z from 'zod'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { openEach } from '@/lib/registers/register.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { REPEATS, type Repeat } from './repeat.rules'
import { movedAt } from './task-move.data'

export type NewTask = {
  readonly caseId: string
  readonly text: string
  readonly assignedTo: string
  readonly dueOn: Day | null
  /** The goal it is a step of. */
  readonly goalId?: string | null
  readonly repeats?: Repeat | null
  /** The task that was done before this one was made. */
  readonly followsId?: string | null
}
export type Task = {
  readonly id: string
  readonly text: string
  readonly assignedTo: string
  readonly assignee: string
  readonly dueOn: Day | null
  readonly done: { readonly by: string; readonly at: Date } | null
  readonly createdAt: Date
  readonly version: number
  readonly goalId: string | null
  readonly repeats: Repeat | null
  /** From which day it was moved the last time, and why. */
  readonly moved: { readonly from: Day | null; readonly because: string } | null
}

/** Where the text of a task stands: encrypted with the key of its file. */
const taskAt = (caseId: string, taskId: string, revision: number) =>
  placeInFile(caseId, { table: 'task', row: taskId, column: 'text', revision })
const dateOrNull = (day: Day | null): Date | null => (day === null ? null : toDate(day))

/** Writes a task into a file that the caller has found within reach. */
export const insertTask = async (
  work: Work,
  { caseId, text, assignedTo, dueOn, goalId = null, repeats = null, followsId = null }: NewTask,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const textCipher = await work.fieldCrypto.encrypt(taskAt(caseId, id, 1), text)
  await work.tx.task.createMany({
    data: {
      id,
      caseId,
      textCipher,
      assignedTo,
      dueOn: dateOrNull(dueOn),
      goalId,
      repeats,
      followsId,
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  await insertNotices(work, 'task_given', [assignedTo], caseId)
  return id
}

type Which = { readonly id: string; readonly caseId: string; readonly version: number }

/** @returns false when someone changed the task meanwhile */
export const updateTask = async (
  work: Work,
  { id, caseId, version }: Which,
  { text, assignedTo, dueOn, repeats }: Pick<NewTask, 'text' | 'assignedTo' | 'dueOn' | 'repeats'>,
): Promise<boolean> => {
  const { count } = await work.tx.task.updateMany({
    where: { id, caseId, version, doneAt: null, withdrawnAt: null },
    data: {
      // The text is encrypted as the version that this change makes of it.
      textCipher: await work.fieldCrypto.encrypt(taskAt(caseId, id, version + 1), text),
      textRevision: version + 1,
      assignedTo,
      dueOn: dateOrNull(dueOn),
      ...(repeats === undefined ? {} : { repeats }),
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** Ticks a task off, or takes the tick away. @returns false when someone changed the task meanwhile */
export const updateTaskDone = async (
  work: Work,
  { id, caseId, version }: Which,
  isDone: boolean,
): Promise<boolean> => {
  const { count } = await work.tx.task.updateMany({
    where: { id, caseId, version, withdrawnAt: null },
    data: isDone
      ? { doneAt: work.now, doneBy: work.actor.id, version: { increment: 1 } }
      : { doneAt: null, doneBy: null, version: { increment: 1 } },
  })
  return count === 1
}

/**
 * Takes back a task that its author gave by mistake: it is not done, and not to be done.
 * @returns false when someone has done it, or it was taken back before
 */
export const withdrawTask = async (
  work: Work,
  { id, caseId }: Pick<Which, 'id' | 'caseId'>,
): Promise<boolean> => {
  const { count } = await work.tx.task.updateMany({
    where: { id, caseId, createdBy: work.actor.id, doneAt: null, withdrawnAt: null },
    data: { withdrawnAt: work.now, version: { increment: 1 } },
  })
  return count === 1
}

// One statement with its names: a relation load would ask once more for each of the colleagues.
const taskRows = z.array(
  z.object({
    id: z.string(),
    caseId: z.string(),
    textCipher: z.instanceof(Uint8Array),
    textRevision: z.number(),
    assignedTo: z.string(),
    assignee: z.string(),
    dueOn: z.date().nullable(),
    doneAt: z.date().nullable(),
    doer: z.string().nullable(),
    createdAt: z.date(),
    version: z.number(),
    goalId: z.string().nullable(),
    repeats: storedCode(REPEATS).nullable(),
    movedFrom: z.date().nullable(),
    movedCipher: z.instanceof(Uint8Array).nullable(),
    movedRevision: z.number().nullable(),
  }),
)

const openTasks = async (work: Work, found: unknown): Promise<(Task & { readonly caseId: string })[]> => {
  const rows = taskRows.parse(found)
  await work.fieldCrypto.gather(
    'file',
    rows.map(({ caseId }) => caseId),
  )
  return openEach(rows, async ({ textCipher, textRevision, dueOn, doneAt, doer, ...columns }) => {
    const { movedFrom, movedCipher, movedRevision, ...row } = columns
    return {
      ...row,
      text: await work.fieldCrypto.open(taskAt(row.caseId, row.id, textRevision), textCipher),
      dueOn: dueOn && toDay(dueOn),
      done: doneAt === null ? null : { by: doer ?? '', at: doneAt },
      moved:
        movedCipher === null || movedRevision === null
          ? null
          : {
              from: movedFrom && toDay(movedFrom),
              because: await work.fieldCrypto.open(movedAt(row.caseId, row.id, movedRevision), movedCipher),
            },
    }
  })
}

/** The tasks of one file within reach: what is open by date, then the last fifty done, newest first. */
export const listTasks = async (work: Work, caseId: string): Promise<Task[]> =>
  openTasks(
    work,
    await work.tx.$queryRaw`
      SELECT t.id, t.case_id AS "caseId", t.text_cipher AS "textCipher", t.text_revision AS "textRevision",
             t.assigned_to AS "assignedTo", a.name AS assignee, t.due_on AS "dueOn", t.done_at AS "doneAt",
             d.name AS doer, t.created_at AS "createdAt", t.version, t.goal_id AS "goalId", t.repeats,
             t.moved_from AS "movedFrom", t.moved_cipher AS "movedCipher", t.moved_revision AS "movedRevision"
        FROM task t JOIN staff a ON a.id = t.assigned_to LEFT JOIN staff d ON d.id = t.done_by
       WHERE t.case_id = ${caseId}::uuid AND t.withdrawn_at IS NULL
       ORDER BY t.done_at DESC NULLS FIRST, t.due_on ASC NULLS LAST, t.id
       LIMIT 200`,
  )

/** One task of a file. Throws NotFound. */
export const getTask = async (work: Work, caseId: string, taskId: string): Promise<Task> => {
  const task = (await listTasks(work, caseId)).find(({ id }) => id === taskId)
  if (task === undefined) throw new NotFound()
  return task
}

export type MyTask = Task & { readonly caseId: string; readonly code: string }

/** What is open and given to the actor, in the open files they reach, the earliest date first. */
export const listMyTasks = async (work: Work, limit: number): Promise<MyTask[]> => {
  const found = await work.tx.$queryRaw`
    SELECT t.id, t.case_id AS "caseId", t.text_cipher AS "textCipher", t.text_revision AS "textRevision",
           t.assigned_to AS "assignedTo", ${work.actor.name}::text AS assignee, t.due_on AS "dueOn",
           t.done_at AS "doneAt", NULL AS doer, t.created_at AS "createdAt", t.version, t.goal_id AS "goalId",
           t.repeats, t.moved_from AS "movedFrom", t.moved_cipher AS "movedCipher", t.moved_revision AS "movedRevision"
      FROM task t JOIN case_file f ON f.id = t.case_id
     WHERE t.assigned_to = ${work.actor.id}::uuid AND t.done_at IS NULL AND t.withdrawn_at IS NULL
       AND f.status <> ALL (${[...CLOSED_STATUSES]}::text[])
     ORDER BY t.due_on ASC NULLS LAST, t.id
     LIMIT ${limit}`
  const tasks = await openTasks(work, found)
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: [...new Set(tasks.map(({ caseId }) => caseId))] } },
    select: { id: true, code: true },
  })
  const codeOf = new Map(files.map(({ id, code }) => [id, code]))
  return tasks.map((task) => ({ ...task, code: codeOf.get(task.caseId) ?? '' }))
}

/** How many tasks of a file are open. */
export const countOpenTasks = (work: Work, caseId: string): Promise<number> =>
  work.tx.task.count({ where: { caseId, doneAt: null, withdrawnAt: null } })

/** On which days open tasks of the actor are due in these files. */
export const listMyDays = async (
  work: Work,
  caseIds: readonly string[],
): Promise<readonly { readonly caseId: string; readonly on: Day }[]> => {
  const rows = await work.tx.task.findMany({
    where: {
      caseId: { in: [...caseIds] },
      assignedTo: work.actor.id,
      doneAt: null,
      withdrawnAt: null,
      dueOn: { not: null },
    },
    select: { caseId: true, dueOn: true },
  })
  return rows.flatMap(({ caseId, dueOn }) => (dueOn === null ? [] : [{ caseId, on: toDay(dueOn) }]))
}
