import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listGapsOf } from '@/lib/cases/gap.data'
import { listReaders } from '@/lib/cases/reader.data'
import { readStepMoved } from '@/lib/cases/step-moved.data'
import { listComments } from '@/lib/comments/comment.data'
import type { Work } from '@/lib/db/work'
import { listDeadlinesOf } from '@/lib/deadlines/deadline-list.data'
import { listGoals } from '@/lib/tasks/goal.data'
import { listTasks } from '@/lib/tasks/task.data'

/** The file at an address with what is to be done in it and what colleagues say to each other about it. */
export const readTodoPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id }) => ({
    gaps: await listGapsOf(work, id),
    stepMoved: await readStepMoved(work, id),
    tasks: await listTasks(work, id),
    goals: await listGoals(work, id),
    deadlines: await listDeadlinesOf(work, [id]),
    comments: await listComments(work, id),
    readers: await listReaders(work, id),
  }))
