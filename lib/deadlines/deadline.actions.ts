'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { insertNote } from '@/lib/cases/note.data'
import { listCustody } from '@/lib/detention/custody.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { rest } from '@/lib/shared/vocabulary'
import { startClocks } from './cause.data'
import { getDeadline, updateClosed } from './deadline.data'
import { closeSchema, LINKABLE_KINDS, type RecordInput, recordSchema } from './deadline.schema'
import { close } from './deadline-state.rules'
import { DETENTION_EVENTS_ASKED, heldAt, withDetained } from './detained.rules'
import type { Letter } from './letter.rules'
import { isEntryOf, type LinkableKind } from './linkable.data'
import { setReminders } from './remind-on.data'
import { alsoStarts, isAhead } from './vocabulary.rules'

const toLetter = ({ letterKind, letterOn, letterAmount, letterUnit }: RecordInput): Letter | null => {
  if (letterKind === 'lastDay') return { kind: 'lastDay', on: letterOn }
  if (letterKind === 'period') return { kind: 'period', amount: Number(letterAmount), unit: letterUnit }
  rest(letterKind, 'none')
  return null
}

/** Records what started a clock, or corrects what was recorded: the rules answer, and every answer is kept. */
export const recordDeadline = defineAction({
  name: 'recordDeadline',
  permission: 'case:edit',
  schema: recordSchema,
  value: z.object({ deadlineIds: z.array(z.uuid()) }),
  audit: ({ caseId }, { deadlineIds }) => ({ event: 'deadline.recorded', caseId, deadlineIds }),
  run: async (work, input) => {
    const { caseId, event, happenedOn, happenedAt, facts, held, lodgedOn, registeredOn } = input
    const notification = input.notification === '' ? null : input.notification
    const notified = { on: happenedOn, notification, facts }
    await getFile(work, 'case:edit', caseId)
    // The end of a card and the day of an interview are known before they come; everything else has happened.
    if (!isAhead(event) && happenedOn > today(work)) return no('inTheFuture', { happenedOn: 'inTheFuture' })
    const replaced = input.replaces === '' ? null : await getDeadline(work, caseId, input.replaces)
    if (replaced !== null && replaced.status !== 'open') return no('notOpen')
    if (replaced !== null && replaced.version !== input.version)
      return conflict({ version: replaced.version })
    // Of an order to leave the appeal runs beside it; its letter prints the day to leave and no other. A correction is about one.
    const events = replaced === null ? [event, ...alsoStarts(event)] : [event]
    const trigger = {
      on: happenedOn,
      at: happenedAt === '' ? null : happenedAt,
      notification,
      facts: events.some((one) => DETENTION_EVENTS_ASKED.includes(one))
        ? withDetained(facts, heldAt(held, notified, await listCustody(work, caseId)))
        : facts,
      lodgedOn: lodgedOn === '' ? null : lodgedOn,
      registeredOn: registeredOn === '' ? null : registeredOn,
    }
    const replaces = replaced === null ? [] : [replaced.id]
    const deadlineIds: string[] = []
    for (const one of events) {
      const letter = one === event ? toLetter(input) : null
      const begun = await startClocks(work, { caseId, trigger: { ...trigger, event: one }, letter, replaces })
      deadlineIds.push(...begun.deadlineIds)
    }
    await setReminders(work, caseId, listCustody)
    return deadlineIds.length === 0 ? no('noRule', { event: 'noRule' }) : ok({ deadlineIds })
  },
})

const toLink = (linked: string): { readonly kind: LinkableKind; readonly id: string } | null => {
  const [named, id] = linked.split(':')
  const kind = LINKABLE_KINDS.match(named)
  return id === undefined || kind === null ? null : { kind, id }
}

/** Closes a deadline by the act that was done; words without an entry become a note, and the note is linked. */
export const closeDeadline = defineAction({
  name: 'closeDeadline',
  permission: 'case:edit',
  schema: closeSchema,
  value: z.object({ version: z.int() }),
  audit: ({ caseId, deadlineId, act }) => ({ event: 'deadline.closed', caseId, deadlineId, act }),
  run: async (work, { caseId, deadlineId, version, act, on, linked, text }) => {
    await getFile(work, 'case:edit', caseId)
    const deadline = await getDeadline(work, caseId, deadlineId)
    const link = toLink(linked)
    if (link !== null && !(await isEntryOf(work, caseId, link)))
      return no('actNotLinked', { linked: 'unknownChoice' })
    const judged = close(
      {
        status: deadline.status,
        dueOn: deadline.dueOn,
        triggeredOn: deadline.happenedOn,
        event: deadline.event,
      },
      deadline.rule,
      { act, on, linked: link?.id ?? (text === '' ? null : 'text') },
      today(work),
    )
    if (!judged.ok) return judged
    if (deadline.version !== version) return conflict({ version: deadline.version })
    const entry =
      link ??
      ({ kind: 'note', id: await insertNote(work, { caseId, kind: 'note', happenedOn: on, text }) } as const)
    const isClosed = await updateClosed(
      work,
      { id: deadlineId, caseId, version },
      { act, on, kind: entry.kind, ref: entry.id, kept: judged.value },
    )
    return isClosed ? ok({ version: version + 1 }) : conflict({ version: deadline.version })
  },
})
