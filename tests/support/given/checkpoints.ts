import * as z from 'zod'
import { editNextStep } from '@/lib/cases/case.actions'
import { editNote, writeNote } from '@/lib/cases/note.actions'
import { writeComment } from '@/lib/comments/comment.actions'
import { readHeads } from '@/lib/crypto/checkpoint-head'
import { verifyAuditLog } from '../../../scripts/audit-log/verify'
import { makeCheckpoints, takeStock } from '../audit-log'
import { act } from '../handlers'
import { urls } from '../own-database'
import { openSuperuser } from '../superuser'
import { givenFullFile } from './full-file'
import { givenCaseOrganisation } from './organisation'

const yes = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })

/**
 * An organisation with something in every room, four checkpoints over it, and a note and a file as they stood before their last
 * change.
 */
export const givenCheckpoints = async () => {
  const owner = await openSuperuser()
  const organisation = await givenCaseOrganisation()
  const { caseId, version } = await givenFullFile(organisation)
  const did = async (action: Parameters<typeof act>[1], input: unknown) =>
    yes.parse(await act(organisation.casey.token, action, input)).value
  const comment = () =>
    did(writeComment, { caseId, kind: 'thanks', text: 'Thanks.', toStaffId: '', answersId: '' })
  await takeStock(owner)
  await makeCheckpoints(owner)
  const note = { caseId, kind: 'call', happenedOn: '2026-08-07', text: 'What was said first.' }
  const noteId = String((await did(writeNote, note)).noteId)
  await owner.query(`CREATE TEMP TABLE old_note AS SELECT * FROM note WHERE id = '${noteId}'`)
  await owner.query(`CREATE TEMP TABLE old_file AS SELECT * FROM case_file WHERE id = '${caseId}'`)
  await comment()
  await makeCheckpoints(owner)
  await did(editNote, { ...note, noteId, version: 1, text: 'What was said then.' })
  await did(editNextStep, { caseId, version, text: 'Another step', on: '' })
  await makeCheckpoints(owner)
  await comment()
  await makeCheckpoints(owner)
  return {
    owner,
    organisation,
    caseId,
    noteId,
    comment,
    readHeads: async () => readHeads(`written down on Monday\n${(await verifyAuditLog(urls.backup)).head}\n`),
    close: async () => {
      await organisation.close()
      await owner.end()
    },
  }
}
