'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { lockPeople } from '@/lib/cases/file-people.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { keepOne, saveAnswers } from './answer-save.data'
import { listFields } from './field.data'
import { answersSchema, keepAnswerSchema, toAnswers } from './field.schema'
import type { Whose } from './given.rules'

const written = z.object({ caseId: z.uuid(), version: z.int(), saidAt: z.int() })

/** Writes the answers to own fields of a file or of a person in it. */
export const saveOwnAnswers = defineAction({
  name: 'saveOwnAnswers',
  permission: 'case:edit',
  schema: answersSchema,
  value: written,
  audit: (_input, value) => ({ event: 'case.edited', ...value }),
  run: async (work, sent) => {
    const input = toAnswers(sent)
    if (input === null || !('caseId' in input)) return no('invalid')
    const file = await getFile(work, 'case:edit', input.caseId)
    const { personId } = input
    if (personId !== '' && !file.people.some((one) => one.personId === personId)) throw new NotFound()
    const whose: Whose = personId === '' ? { owner: 'file', id: file.id } : { owner: 'person', id: personId }
    // Of a person in every file in which they stand, one after another.
    await lockPeople(work, whose.id)
    const saved = await saveAnswers(work, file, { ...input, whose }, await listFields(work))
    if (saved.type === 'faults') return no(saved.code, saved.fields)
    if (saved.type === 'conflict') return conflict(saved.theirs)
    return ok({ caseId: file.id, version: file.version, saidAt: work.now.getTime() })
  },
})

/** Chooses between two answers that stand beside each other since two people became one; the other one stays readable. */
export const keepOwnAnswer = defineAction({
  name: 'keepOwnAnswer',
  permission: 'case:edit',
  schema: keepAnswerSchema,
  value: written,
  audit: (_input, value) => ({ event: 'case.edited', ...value }),
  run: async (work, { caseId, personId, answerId }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (!file.people.some((one) => one.personId === personId)) throw new NotFound()
    await lockPeople(work, personId)
    if (!(await keepOne(work, file, { personId, answerId }, await listFields(work))))
      return no('withdrawnAlready')
    return ok({ caseId, version: file.version, saidAt: work.now.getTime() })
  },
})
