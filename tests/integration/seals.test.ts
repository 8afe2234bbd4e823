import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { editNextStep } from '@/lib/cases/case.actions'
import { editNote, writeNote } from '@/lib/cases/note.actions'
import { writeComment } from '@/lib/comments/comment.actions'
import { disconnect } from '@/lib/db/client'
import { runSealJob } from '../../scripts/seal-job'
import { readHead, type Verified, verifyTrail, verifyWith } from '../../scripts/trail/verify'
import { act } from '../support/doors'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { givenFullFile } from '../support/given/full-file'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { listTamperings } from '../support/tamperings'
import { sealAll, takeStock } from '../support/trail'

const yes = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })
let house: GivenHouse
let owner: pg.Client
let clean: Verified
let noteId: string
let caseId: string

const did = async (action: Parameters<typeof act>[1], input: unknown) =>
  yes.parse(await act(house.casey.token, action, input)).value

const readLastHead = async () =>
  readHead(`written down on Monday\n${(await verifyTrail(urls.backup)).head}\n`)

beforeAll(async () => {
  owner = await openSuperuser()
  house = await givenCaseHouse()
  caseId = (await givenFullFile(house)).caseId
  await takeStock(owner)
  await sealAll(owner)
  const text = 'What was said first.'
  noteId = String((await did(writeNote, { caseId, kind: 'call', happenedOn: '2026-08-07', text })).noteId)
  await owner.query(`CREATE TEMP TABLE old_note AS SELECT * FROM note WHERE id = '${noteId}'`)
  await owner.query(`CREATE TEMP TABLE old_file AS SELECT * FROM case_file WHERE id = '${caseId}'`)
  await did(writeComment, { caseId, kind: 'thanks', text: 'Thanks.', toStaffId: '', answersId: '' })
  await sealAll(owner)
  await did(editNote, {
    caseId,
    noteId,
    version: 1,
    text: 'What was said then.',
    kind: 'call',
    happenedOn: '2026-08-07',
  })
  await did(editNextStep, { caseId, version: 2, text: 'Another step', on: '' })
  await sealAll(owner)
  await did(writeComment, { caseId, kind: 'thanks', text: 'And again.', toStaffId: '', answersId: '' })
  await sealAll(owner)
  clean = await verifyTrail(urls.backup)
})
afterAll(async () => {
  await house.close()
  await owner.end()
  await disconnect()
})

it('finds nothing where nothing was touched', () => {
  expect(clean.found).toEqual([])
  expect(clean.seals).toBeGreaterThanOrEqual(4)
  expect(clean.tables).toBeGreaterThan(60)
})

it('finds nothing, again and again, while colleagues write and two jobs seal at once, and misses or doubles no event', async () => {
  let runs = 0
  const until = async (run: () => Promise<unknown>, rest = 0): Promise<void> => {
    while (runs < 25) {
      await run()
      await pause(rest)
    }
  }
  const write = () =>
    did(writeComment, { caseId, kind: 'thanks', text: 'Once more.', toStaffId: '', answersId: '' })
  const verify = async (): Promise<void> => {
    expect((await verifyTrail(urls.backup)).found).toEqual([])
    runs++
  }
  const seal = () => until(runSealJob, 400)
  await Promise.all([until(write, 300), until(write, 300), seal(), seal(), until(verify)])
  await sealAll(owner)
  expect((await verifyTrail(urls.backup)).found).toEqual([])
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM audit_event) - (SELECT sum(events)::int FROM audit_seal) AS events,
            (SELECT count(*)::int FROM row_mark) - (SELECT sum(marks)::int FROM audit_seal) AS marks`,
  )
  expect(rows).toEqual([{ events: 0, marks: 0 }])
})

it('finds each of seventy things that somebody with the power of the database may do, one at a time', async () => {
  const head = await readLastHead()
  const all = listTamperings({ noteId, caseId })
  expect(all.length).toBeGreaterThanOrEqual(70)
  const missed: unknown[] = []
  for (const [what, sql, said, triggers] of all) {
    await owner.query('BEGIN')
    if (triggers !== 'on') await owner.query('SET LOCAL session_replication_role = replica')
    await owner.query(sql)
    const { found } = await verifyWith(owner, head)
    await owner.query('ROLLBACK')
    if (!found.some((sentence) => said.test(sentence))) missed.push({ what, found })
  }
  expect(missed).toEqual([])
  expect((await verifyTrail(urls.backup, head)).found).toEqual([])
})

it('knows that the end was cut off, or that all was sealed anew with the key, only by the head that was kept elsewhere', async () => {
  const head = await readLastHead()
  await owner.query(
    'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM audit_seal WHERE number = (SELECT max(number) FROM audit_seal)',
  )
  expect((await verifyWith(owner)).found).toEqual([])
  expect((await verifyWith(owner, head)).found).toEqual([expect.stringContaining('the end was cut off')])
  await owner.query('ROLLBACK')
})
