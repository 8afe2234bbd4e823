import 'server-only'
import { listPlanned } from '@/lib/appointments/appointment.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listGapsOf } from '@/lib/cases/gap.data'
import { listReaders } from '@/lib/cases/reader.data'
import { readStepMoved } from '@/lib/cases/step-moved.data'
import { listComments } from '@/lib/comments/comment.data'
import { sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { listDeadlinesOf } from '@/lib/deadlines/deadline-list.data'
import { listGoals } from '@/lib/tasks/goal.data'
import { listTasks } from '@/lib/tasks/task.data'

/** More than a file has: what is planned in it. */
const MOST_APPOINTMENTS = 200

/** The file at an address with what is to be done in it and what colleagues say to each other about it. */
export const readTodoPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id }) => ({
    gaps: await listGapsOf(work, id),
    stepMoved: await readStepMoved(work, id),
    tasks: await listTasks(work, id),
    goals: await listGoals(work, id),
    deadlines: await listDeadlinesOf(work, [id]),
    appointments: await listPlanned(work, {
      which: sql`a.case_id = ${id}::uuid`,
      own: sql`true`,
      most: MOST_APPOINTMENTS,
      isInFile: true,
    }),
    comments: await listComments(work, id),
    readers: await listReaders(work, id),
  }))
