import { assignFile, editNextStep } from '@/lib/cases/case.actions'
import { addClaim } from '@/lib/cases/claim.actions'
import { joinFile } from '@/lib/cases/file-people.actions'
import { openFile } from '@/lib/cases/intake.actions'
import { answerSignal, editNote, writeNote } from '@/lib/cases/note.actions'
import { writeComment } from '@/lib/comments/comment.actions'
import { editAccount, editEncounter, editGroup, editObservation } from '@/lib/detention/entry.actions'
import { recordVisit } from '@/lib/detention/visit.actions'
import type { OutboxReply } from '@/lib/drafts/outbox.rules'
import type { OutboxAction } from '@/lib/drafts/outbox-action.rules'
import { addTask, editTask } from '@/lib/tasks/task.actions'

type SendAction = (sent: { requestId: string; input: unknown; as?: string }) => Promise<OutboxReply>

/** The handlers through which the outbox sends: the same actions that the forms call. They come after the page (send-as.ts). */
export const ACTIONS: Readonly<Record<OutboxAction, SendAction>> = {
  recordVisit,
  writeNote,
  editNote,
  openFile,
  addClaim,
  joinFile,
  answerSignal,
  assignFile,
  editNextStep,
  addTask,
  editTask,
  writeComment,
  editEncounter,
  editAccount,
  editObservation,
  editGroup,
}

export const isOutboxAction = (name: string): name is OutboxAction => Object.hasOwn(ACTIONS, name)
