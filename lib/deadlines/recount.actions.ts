'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { insertNote } from '@/lib/cases/note.data'
import { listCustody } from '@/lib/detention/custody.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { type Deadline, getDeadline, updateRetained } from './deadline.data'
import { recountSchema } from './deadline.schema'
import { insertDeadlines, lockDeadlines, updateTakenBack } from './record.data'
import { recountDeadline } from './recount.data'
import { setReminders } from './remind-on.data'
import { tellOfDeadlines } from './reminder.data'
import { listRules } from './rule.data'
import { ENTRY_KINDS } from './vocabulary.rules'

const causeOf = ({ causeKind, causeRef }: Deadline) => {
  const kind = ENTRY_KINDS.readOrNull(causeKind)
  return kind === null || causeRef === null ? null : { kind, id: causeRef }
}

/** Answers a deadline that was counted by a corrected rule: the new day takes its place, or the day on record stays, with a reason. */
export const answerRecount = defineAction({
  name: 'answerRecount',
  permission: 'case:edit',
  schema: recountSchema,
  value: z.object({ deadlineIds: z.array(z.uuid()) }),
  audit: ({ caseId, deadlineId, answer }) => ({ event: 'deadline.recounted', caseId, deadlineId, answer }),
  run: async (work, { caseId, deadlineId, version, ruleId, answer, reason }) => {
    await getFile(work, 'case:edit', caseId)
    await lockDeadlines(work, caseId)
    const deadline = await getDeadline(work, caseId, deadlineId)
    if (deadline.status !== 'open') return no('notOpen')
    const newest = await listRules(work)
    const recount = recountDeadline(deadline, newest)
    // What was shown is not what is said now: someone has answered, or the rules are others again.
    if (recount === null || deadline.version !== version || (recount.now?.rule.id ?? null) !== ruleId)
      return conflict({ version: deadline.version })
    const { trigger, letter, now } = recount
    const note =
      reason === ''
        ? null
        : await insertNote(work, { caseId, kind: 'note', happenedOn: today(work), text: reason })
    if (answer === 'keep') {
      const against = now?.rule ?? newest.find(({ code }) => code === deadline.rule.code)
      if (note === null || against === undefined) return no('invalid', { reason: 'required' })
      const isKept = await updateRetained(work, deadline, { ruleId: against.id, noteId: note })
      if (!isKept) return conflict({ version })
      await setReminders(work, caseId, listCustody, newest)
      return ok({ deadlineIds: [] })
    }
    if (now === null) {
      if (note === null) return no('invalid', { reason: 'required' })
      await updateTakenBack(work, deadline, note)
      return ok({ deadlineIds: [] })
    }
    const deadlineIds = await insertDeadlines(work, {
      caseId,
      trigger,
      letter,
      started: [now],
      replaced: [deadline],
      cause: causeOf(deadline),
    })
    await tellOfDeadlines(work, caseId, [now])
    return ok({ deadlineIds })
  },
})
