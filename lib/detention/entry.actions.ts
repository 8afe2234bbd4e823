'use server'
import * as z from 'zod'
import { listChoices } from '@/lib/detention/choices.data'
import { toChosen } from '@/lib/lists/list.rules'
import { mayName } from '@/lib/projects/project.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { holdAccount, holdEncounter, toEditForm, updateAccount, updateEncounter } from './entry-edit.data'
import { holdGroup, holdObservation, updateGroup, updateObservation } from './surroundings-edit.data'
import { checkCodes, toCodes } from './visit.rules'
import {
  accountEditSchema,
  encounterEditSchema,
  groupEditSchema,
  observationEditSchema,
} from './visit.schema'

const onFile = z.object({ caseId: z.uuid(), encounterId: z.uuid(), version: z.int() })
const onVisit = z.object({ visitId: z.uuid(), version: z.int() })

/** Corrects a conversation: what was picked, what was noted. What stood there before is kept. */
export const editEncounter = defineAction({
  name: 'editEncounter',
  permission: 'visit:record',
  schema: encounterEditSchema,
  value: onFile,
  audit: (_edit, { caseId, encounterId, version }) => ({
    event: 'encounter.edited',
    caseId,
    encounterId,
    version,
  }),
  run: async (work, edit) => {
    const row = await holdEncounter(work, edit.encounterId)
    // A word that has left the list since may stay where it was picked, and may not be picked again.
    const picked = new Set([...row.items, ...toChosen(row.items)].map(({ code }) => code))
    const fresh = (codes: readonly string[]) => codes.filter((code) => !picked.has(code))
    const [topics, actions, requests] = [fresh(edit.topics), fresh(edit.actions), fresh(edit.requests)]
    const codes = toCodes(await listChoices(work, 'en', 'all'))
    const wrong = checkCodes({ topics, actions, requests, signals: edit.signals }, codes)
    if (wrong.length > 0)
      return no('invalid', Object.fromEntries(wrong.map((part) => [part, 'unknownChoice'])))
    if (!(await mayName(work, edit.projectId ?? null, row.projectId)))
      return no('notInList', { projectId: 'unknownChoice' })
    if (row.version !== edit.version) return conflict(await toEditForm(work, row))
    await updateEncounter(work, row, edit)
    return ok({ caseId: row.caseId, encounterId: row.id, version: row.version + 1 })
  },
})

/** Corrects what a second colleague told of the same conversation. */
export const editAccount = defineAction({
  name: 'editAccount',
  permission: 'visit:record',
  schema: accountEditSchema,
  value: onFile,
  audit: (_edit, { caseId, encounterId, version }) => ({
    event: 'encounter.edited',
    caseId,
    encounterId,
    version,
  }),
  run: async (work, edit) => {
    const held = await holdAccount(work, edit.accountId)
    const { account, encounter } = held
    if (account.version !== edit.version)
      return conflict({ version: account.version, outcome: account.outcome, note: held.note })
    await updateAccount(work, held, edit)
    return ok({ caseId: encounter.caseId, encounterId: encounter.id, version: account.version + 1 })
  },
})

export const editObservation = defineAction({
  name: 'editObservation',
  permission: 'visit:record',
  schema: observationEditSchema,
  value: onVisit,
  audit: (_edit, { visitId, version }) => ({ event: 'visit.edited', visitId, version }),
  run: async (work, edit) => {
    const row = await holdObservation(work, edit.observationId)
    if (row.version !== edit.version) return conflict({ version: row.version, text: row.text })
    await updateObservation(work, row, edit)
    return ok({ visitId: row.visitId, version: row.version + 1 })
  },
})

export const editGroup = defineAction({
  name: 'editGroup',
  permission: 'visit:record',
  schema: groupEditSchema,
  value: onVisit,
  audit: (_edit, { visitId, version }) => ({ event: 'visit.edited', visitId, version }),
  run: async (work, edit) => {
    const row = await holdGroup(work, edit.groupId)
    if (row.version !== edit.version) {
      const { version, people, country, note } = row
      return conflict({ version, people: String(people), country: country ?? '', note })
    }
    await updateGroup(work, row, edit)
    return ok({ visitId: row.visitId, version: row.version + 1 })
  },
})
