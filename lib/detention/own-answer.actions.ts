'use server'
import * as z from 'zod'
import { saveAnswers } from '@/lib/fields/answer-save.data'
import { listFields } from '@/lib/fields/field.data'
import { answersSchema, toAnswers } from '@/lib/fields/field.schema'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { holdEncounter } from './entry-edit.data'
import { getVisitHours } from './visit-header.data'

const onVisit = z.object({ visitId: z.uuid(), version: z.int() })
const onFile = z.object({ caseId: z.uuid(), encounterId: z.uuid(), version: z.int() })

/** Writes the answers to own fields of a conversation. Who may correct it may answer. */
export const saveEncounterAnswers = defineAction({
  name: 'saveEncounterAnswers',
  permission: 'visit:record',
  schema: answersSchema,
  value: onFile,
  audit: (_input, value) => ({ event: 'encounter.edited', ...value }),
  run: async (work, sent) => {
    const input = toAnswers(sent)
    if (input === null || !('encounterId' in input)) return no('invalid')
    const { id, caseId, version, file } = await holdEncounter(work, input.encounterId)
    const saved = await saveAnswers(
      work,
      { id: caseId, secrecy: file.secrecy },
      { ...input, whose: { owner: 'encounter', id } },
      await listFields(work),
    )
    if (saved.type === 'faults') return no(saved.code, saved.fields)
    if (saved.type === 'conflict') return conflict(saved.theirs)
    return ok({ caseId, encounterId: id, version })
  },
})

/** Writes the answers to own fields of a visit. Who may correct its hours may answer. */
export const saveVisitAnswers = defineAction({
  name: 'saveVisitAnswers',
  permission: 'visit:record',
  schema: answersSchema,
  value: onVisit,
  audit: (_input, value) => ({ event: 'visit.edited', ...value }),
  run: async (work, sent) => {
    const input = toAnswers(sent)
    if (input === null || !('visitId' in input)) return no('invalid')
    const { visitId } = input
    await work.tx.$queryRaw`SELECT id FROM visit WHERE id = ${visitId}::uuid FOR UPDATE`
    const { version } = await getVisitHours(work, visitId)
    const saved = await saveAnswers(
      work,
      null,
      { ...input, whose: { owner: 'visit', id: visitId } },
      await listFields(work),
    )
    if (saved.type === 'faults') return no(saved.code, saved.fields)
    if (saved.type === 'conflict') return conflict(saved.theirs)
    return ok({ visitId, version })
  },
})
