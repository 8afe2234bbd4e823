import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listReaders } from '@/lib/cases/reader.data'
import { listComments } from '@/lib/comments/comment.data'
import type { Work } from '@/lib/db/work'
import { listGoals } from './goal.data'
import { listTasks } from './task.data'

/** The file at an address with what is to be done in it and what colleagues say to each other about it. */
export const readTasksPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id }) => ({
    tasks: await listTasks(work, id),
    goals: await listGoals(work, id),
    comments: await listComments(work, id),
    readers: await listReaders(work, id),
  }))
