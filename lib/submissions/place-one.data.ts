import 'server-only'
import * as z from 'zod'
import { activityCommand } from '@/lib/activities/save-activity.data'
import { noteCommand } from '@/lib/cases/write-note.data'
import type { Work } from '@/lib/db/work'
import { SCHEMAS } from '@/lib/device/form-versions'
import { upgrade } from '@/lib/device/upgrade'
import { findKept } from '@/lib/people/merge.data'
import type { Answer } from '@/lib/server/answer'
import { carryOut, Refused } from '@/lib/server/carry-out'
import { asTyped } from '@/lib/server/typed'
import { taskCommand } from '@/lib/tasks/add-task.data'
import { ComesBack, isPlaced, type Outcome, type Row, type Verdict } from './custody-row.data'
import { dropDraft, keepAsDraft } from './draft-of.data'
import { isInFile, type Left, visitOf } from './place-visit.data'
import { fateOf, setAside } from './set-aside.data'
import type { Sealed } from './wire.schema'

/** A text that waits for another one longer than this comes back to its author. */
const PATIENCE_DAYS = 7
/** A text about an erased file stays with its author for so long. */
const PAPER_DAYS = 7
const DAY = 86_400_000

/**
 * Of an unfinished text the newest copy is a draft of its author, in the form of today; of one that is too old it is text to be read. What
 * was finished or thrown away since is none.
 */
export const keepUnfinished = async (work: Work, row: Row, inside: Sealed): Promise<Verdict> => {
  const { form, requestId, schema } = inside
  // Of a form that this server does not know yet.
  if (schema > SCHEMAS[form]) return null
  const newer = await work.tx.submission.count({
    where: {
      staffId: work.actor.id,
      requestId,
      id: { not: row.id },
      OR: [{ state: 'finished' }, { seq: { gt: inside.seq } }],
    },
  })
  if (newer > 0 || (await isPlaced(work, requestId))) return { outcome: 'placed', reason: 'superseded' }
  if (inside.input === null) await dropDraft(work, requestId)
  else {
    const upgraded = upgrade(form, schema, inside.input)
    await keepAsDraft(work, {
      form,
      requestId,
      input: upgraded === null ? inside.input : upgraded.value,
      at: row.writtenAt,
      problem: upgraded === null ? { code: 'textTooOld' } : null,
      hasPage: upgraded !== null,
    })
  }
  return { outcome: 'placed', reason: 'draft' }
}

const about = z.looseObject({ caseId: z.uuid() })
const aboutPerson = z.looseObject({ personId: z.uuid() })

/** The person of an activity may have been merged into another since. */
const followed = async (work: Work, caseId: string, input: unknown): Promise<unknown> => {
  const person = aboutPerson.safeParse(input)
  if (!person.success || (await isInFile(work, caseId, person.data.personId))) return input
  const kept = await findKept(work, person.data.personId)
  return kept === null ? input : { ...person.data, personId: kept }
}

/** A text about one file. */
const placeOne = async (work: Work, row: Row, inside: Sealed, input: unknown): Promise<Outcome> => {
  const file = about.safeParse(input)
  if (!file.success) throw new ComesBack({ code: 'invalid', fields: { caseId: 'required' } }, 'invalid')
  const { caseId } = file.data
  const fate = await fateOf(work, caseId)
  if (fate === 'gone')
    throw new ComesBack({ code: 'fileGone' }, 'fileGone', new Date(work.now.getTime() + PAPER_DAYS * DAY))
  if (fate !== 'open') {
    // Saved online before, its answer lost.
    if (await isPlaced(work, inside.requestId)) return { outcome: 'placed', reason: null }
    await setAside(work, {
      submissionId: row.id,
      caseId,
      form: inside.form,
      input,
      writtenAt: row.writtenAt,
    })
    return { outcome: 'waiting', reason: fate }
  }
  const sent = { requestId: inside.requestId, input: await followed(work, caseId, input), content: input }
  if (inside.form === 'note') accept(await carryOut(work, noteCommand, sent))
  else if (inside.form === 'task') accept(await carryOut(work, taskCommand, sent))
  else accept(await carryOut(work, activityCommand, sent))
  return { outcome: 'placed', reason: null }
}

const accept = (answer: Answer<unknown>): void => {
  if (!answer.ok) throw new Refused(answer)
}

export const placeFinished = async (work: Work, row: Row, inside: Sealed): Promise<Verdict> => {
  if (inside.after !== null && !(await isPlaced(work, inside.after))) {
    if (work.now.getTime() - row.arrivedAt.getTime() < PATIENCE_DAYS * DAY) return null
    throw new ComesBack({ code: 'otherMissing' }, 'otherMissing')
  }
  // Newer than this server: judged by the next version.
  if (inside.schema > SCHEMAS[inside.form]) return null
  const input = upgrade(inside.form, inside.schema, asTyped(inside.input))
  if (input === null) throw new ComesBack({ code: 'textTooOld' }, 'textTooOld')
  await dropDraft(work, inside.requestId)
  if (inside.form !== 'visit') return placeOne(work, row, inside, input.value)
  const left: Left = { aside: false, gone: null }
  accept(
    await carryOut(work, visitOf(row, left), {
      requestId: inside.requestId,
      input: input.value,
      content: input.value,
    }),
  )
  if (left.gone !== null)
    return {
      outcome: 'returned',
      reason: 'fileGone',
      draftId: left.gone,
      keptUntil: new Date(work.now.getTime() + PAPER_DAYS * DAY),
    }
  return left.aside ? { outcome: 'waiting', reason: null } : { outcome: 'placed', reason: null }
}
