'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { moved } from '@/lib/clocks/settle.data'
import { lockDeadlines } from '@/lib/deadlines/record.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import {
  getDocument,
  insertDocument,
  moveDocumentClocks,
  type StayDocument,
  updateDocument,
} from './document.data'
import { getReception, insertReception, knowsCodes, type Reception, updateReception } from './reception.data'
import { documentSchema, receptionSchema } from './stay.schema'

const documentTheirs = ({ version, kind, issuedOn, expiresOn, isRenewal, requestedOn }: StayDocument) => ({
  version,
  kind,
  issuedOn: issuedOn ?? '',
  expiresOn: expiresOn ?? '',
  isRenewal: isRenewal ? 'yes' : 'no',
  requestedOn: requestedOn ?? '',
})

/** Writes a document of stay down, or changes what is known of it; its clocks follow. */
export const saveDocument = defineAction({
  name: 'saveDocument',
  permission: 'case:edit',
  schema: documentSchema,
  value: z.object({ documentId: z.uuid(), version: z.int(), ...moved }),
  audit: ({ caseId }, value) => ({ event: 'stay.document', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, documentId, version, issuedOn, requestedOn } = input
    await getFile(work, 'case:edit', caseId)
    if (issuedOn > today(work)) return no('inTheFuture', { issuedOn: 'inTheFuture' })
    if (requestedOn > today(work)) return no('inTheFuture', { requestedOn: 'inTheFuture' })
    await lockDeadlines(work, caseId)
    const before = documentId === '' ? null : await getDocument(work, caseId, documentId)
    if (before !== null && !(before.version === version && (await updateDocument(work, before.id, input))))
      return conflict(documentTheirs(before))
    const id = before?.id ?? (await insertDocument(work, input))
    const clocks = await moveDocumentClocks(work, await getDocument(work, caseId, id), before)
    return ok({ documentId: id, version: before === null ? 1 : version + 1, ...clocks })
  },
})

const receptionTheirs = ({ version, placeType, phase, code207, fromOn, untilOn, endReason }: Reception) => ({
  version,
  placeType,
  phase: phase ?? '',
  code207: code207 ?? '',
  fromOn: fromOn ?? '',
  untilOn: untilOn ?? '',
  endReason: endReason ?? '',
})

/** Writes a stay in reception down, or changes what is known of it. */
export const saveReception = defineAction({
  name: 'saveReception',
  permission: 'case:edit',
  schema: receptionSchema,
  value: z.object({ stayId: z.uuid(), version: z.int() }),
  audit: ({ caseId }, value) => ({ event: 'stay.reception', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, stayId, version } = input
    await getFile(work, 'case:edit', caseId)
    if (!(await knowsCodes(work, input))) return no('invalid', { placeType: 'unknownChoice' })
    if (stayId === '') return ok({ stayId: await insertReception(work, input), version: 1 })
    const before = await getReception(work, caseId, stayId)
    if (before.version === version && (await updateReception(work, stayId, input)))
      return ok({ stayId, version: version + 1 })
    return conflict(receptionTheirs(before))
  },
})
