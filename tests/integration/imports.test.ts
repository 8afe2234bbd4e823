import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET } from '@/app/api/imports/route'
import { editNextStep } from '@/lib/cases/case.actions'
import { writeNote } from '@/lib/cases/note.actions'
import { noteAt } from '@/lib/cases/note.data'
import { contacts } from '@/lib/contacts/contact.data'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import {
  decideRow,
  goOn,
  lookForKnown,
  planImport,
  startImport,
  stopImport,
  throwAway,
  undoImport,
} from '@/lib/imports/import.actions'
import { getImport } from '@/lib/imports/import.data'
import { readImport } from '@/lib/imports/imports-page.data'
import { listMissing } from '@/lib/imports/report.data'
import { bringTable } from '../support/bring-table'
import { openGiven } from '../support/given/given'
import { withToken } from '../support/handlers'
import { ANSWERS, HEADERS, messyTable } from '../support/messy-table'
import { photograph } from '../support/photograph'
import { say } from '../support/say'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'
import { belgianCsv } from '../support/tables'

let owner: pg.Client
const given = openGiven()
const home = given.organisation()
const north = given.team(home)
const south = given.team(home)
const lead = given.staff(home, 'coordinator', { leads: [north] })
const worker = given.staff(home, 'caseworker', { teams: [north] })
const otherLead = given.staff(home, 'coordinator', { leads: [south] })
const tokens = {
  lead: given.tokenFor(lead),
  worker: given.tokenFor(worker),
  other: given.tokenFor(otherLead),
}
const knownFile = given.file({ teamId: north, workerId: worker })
given.person({ caseIds: [knownFile.id], createdBy: worker, name: 'Knownia Verzonnen' })
const sealed = given.file({ teamId: north, workerId: worker, secrecy: 'sealed', kind: 'thb' })
for (const staffId of [worker, given.staff(home, 'caseworker', { teams: [north] })])
  given.member({ caseId: sealed.id, staffId, addedBy: worker, kind: 'circle' })
given.person({ caseIds: [sealed.id], createdBy: worker, sealed: true, name: 'Verzegelda Onbekend' })

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const bring = (token: string, file: Buffer, teamId = north) => bringTable(token, teamId, file)
const brought = async (file: Buffer): Promise<string> => {
  const answer = await bring(tokens.lead, file)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.importId
}

const HEAD = ['Nom', 'Sexe', 'Né le', 'Nationalité', 'À faire']
const COLUMNS = ['name', 'sex', 'born', 'nationality', 'nextStep']
let series = 0
/** Rows of invented people; every tenth names no one. */
const table = (rows: number): { file: Buffer; bad: number } => {
  series += 1
  const lines = Array.from({ length: rows }, (_, i) => [
    i % 10 === 9 ? '' : `Fictar${series} Kalimo${i}`,
    i % 2 ? 'V' : 'M',
    `03/0${(i % 9) + 1}/1998`,
    'Guinée',
    i % 7 ? '' : 'Zzcall the invented lawyer',
  ])
  return { file: belgianCsv([HEAD, ...lines]), bad: Math.floor(rows / 10) }
}

type Input = Record<string, unknown>
type Doing = (sent: { requestId: string; input: unknown }) => Promise<unknown>
const answer = z.object({
  ok: z.boolean(),
  code: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  value: z.record(z.string(), z.unknown()).optional(),
})
const press = async (action: Doing, input: Input, token = tokens.lead) =>
  answer.parse(await withToken(token, () => action({ requestId: randomUUID(), input })))
const plan = (importId: string, more: Input = {}) =>
  press(planImport, {
    importId,
    columns: COLUMNS,
    dateOrder: 'dmy',
    kind: 'detention',
    workerId: worker,
    said: [],
    ...more,
  })
/** Goes on until nothing moves any more. */
const finish = async (importId: string, most = 1000) => {
  for (let n = 0; n < most; n++) {
    const { value, ok, code } = await press(goOn, { importId })
    if (!ok) throw new Error(code)
    if (!['checking', 'running', 'undoing'].includes(String(value?.state))) return value
  }
  return null
}
const checked = async (file: Buffer): Promise<string> => {
  const importId = await brought(file)
  expect(await plan(importId)).toMatchObject({ ok: true, value: { state: 'checking' } })
  await finish(importId)
  return importId
}
const written = async (file: Buffer): Promise<string> => {
  const importId = await checked(file)
  await press(startImport, { importId })
  await finish(importId)
  return importId
}
const undone = async (importId: string) => {
  expect(await press(undoImport, { importId })).toMatchObject({ ok: true })
  return finish(importId)
}

const codesOf = async (importId: string): Promise<{ case_id: string; person_id: string; line: number }[]> =>
  (
    await owner.query('SELECT case_id, person_id, line FROM import_row WHERE import_id = $1 ORDER BY line', [
      importId,
    ])
  ).rows
const report = async (importId: string, token = tokens.lead) => {
  const request = new Request(`http://localhost:3000/api/imports?id=${importId}`)
  const response = await withToken(token, () => GET(request))
  return {
    status: response.status,
    text: response.status === 200 ? await withToken(token, () => response.text()) : '',
  }
}

describe('an import', () => {
  it('reads, checks, writes and is taken back: every table is as it was', async () => {
    const before = await photograph(owner)
    const size = drawn(120, 500)
    const { file, bad } = table(size)
    const importId = await checked(file)
    expect((await press(goOn, { importId })).value).toMatchObject({ state: 'checked', good: size - bad, bad })
    expect(await photograph(owner)).toEqual({ ...before, wrapped_key: expect.anything() })
    await press(startImport, { importId })
    expect(await finish(importId)).toMatchObject({ state: 'done', made: size - bad })
    const made = await codesOf(importId)
    expect(made).toHaveLength(size - bad)
    const { rows } = await owner.query(
      `SELECT f.kind, f.secrecy, f.worker_id, f.created_by, n.text, a.born_when, k.country, f.next_step_cipher IS NOT NULL AS step
         FROM case_file f JOIN case_person p ON p.case_id = f.id JOIN person_name n USING (person_id)
         JOIN age_claim a USING (person_id) JOIN nationality k USING (person_id) WHERE f.id = $1`,
      [made[0]?.case_id],
    )
    expect(rows).toEqual([
      {
        kind: 'detention',
        secrecy: 'open',
        worker_id: worker,
        created_by: lead,
        text: expect.stringMatching(/Kalimo0$/),
        born_when: '1998-01-03',
        country: 'GN',
        step: true,
      },
    ])
    expect(await undone(importId)).toMatchObject({ state: 'undone', gone: size - bad, kept: 0 })
    await press(throwAway, { importId })
    expect(await photograph(owner)).toEqual(before)
  }, 120_000)

  it('keeps what someone has touched since, and takes the rest back', async () => {
    const importId = await written(table(30).file)
    const made = await codesOf(importId)
    const touched = made.slice(0, 4)
    const [noted, stepped, named, gone] = touched
    const note = { caseId: noted?.case_id, kind: 'note', happenedOn: '2026-11-01', text: 'Zzword', marks: [] }
    expect(await press(writeNote, note, tokens.worker)).toMatchObject({ ok: true })
    const step = { caseId: stepped?.case_id, version: 1, text: 'Zzcall', on: '' }
    expect(await press(editNextStep, step, tokens.worker)).toMatchObject({ ok: true })
    await owner.query(
      'UPDATE person_name SET withdrawn_at = app.now(), withdrawn_because = $2 WHERE person_id = $1',
      [named?.person_id, 'other_person'],
    )
    await owner.query(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES (gen_random_uuid(), $1, $2, 'support', $2)`,
      [gone?.case_id, lead],
    )
    expect(await undone(importId)).toMatchObject({ gone: 27 - 4, kept: 4 })
    expect((await codesOf(importId)).map(({ line }) => line)).toEqual(touched.map(({ line }) => line))
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM case_file WHERE id = ANY ($1)', [
      made.map(({ case_id: id }) => id),
    ])
    expect(rows[0]?.n).toBe(4)
  }, 60_000)

  it('is one import however it is driven: pressed twice, stopped, gone on with, from two windows', async () => {
    const size = 1000
    const { file, bad } = table(size)
    const importId = await checked(file)
    await press(startImport, { importId })
    const requestId = randomUUID()
    const twice = await Promise.all(
      [1, 2].map(() => withToken(tokens.lead, () => goOn({ requestId, input: { importId } }))),
    )
    expect(twice[0]).toEqual(twice[1])
    await Promise.all([press(goOn, { importId }), press(goOn, { importId })])
    expect((await press(stopImport, { importId })).value).toMatchObject({ state: 'stopped', at: 3 })
    expect(await press(goOn, { importId })).toMatchObject({ value: { state: 'stopped', at: 3 } })
    await press(startImport, { importId })
    expect(await finish(importId)).toMatchObject({ state: 'done', made: size - bad })
    const { rows } = await owner.query(
      'SELECT count(DISTINCT case_id)::int AS files, count(DISTINCT line)::int AS lines FROM import_row WHERE import_id = $1',
      [importId],
    )
    expect(rows).toEqual([{ files: size - bad, lines: size - bad }])
    await undone(importId)
  }, 120_000)

  it('asks for the order of its days, and remembers what its columns meant', async () => {
    const importId = await brought(table(20).file)
    expect(await plan(importId, { dateOrder: '' })).toMatchObject({
      ok: false,
      fields: { dateOrder: 'required' },
    })
    expect(await plan(importId, { columns: ['', 'sex', 'born', '', ''] })).toMatchObject({
      fields: { columns: 'columnsNoName' },
    })
    expect(await plan(importId, { workerId: otherLead })).toMatchObject({
      fields: { workerId: 'unknownChoice' },
    })
    await plan(importId, { dateOrder: 'mdy' })
    await finish(importId)
    // The tests run in any order, and each table with another head leaves a mapping of its own.
    const { rows } = await owner.query(
      'SELECT fields FROM import_mapping WHERE team_id = $1 ORDER BY saved_at DESC LIMIT 1',
      [north],
    )
    expect(rows[0]?.fields).toEqual(COLUMNS)
  })

  it('gives back what needs attention, with reasons and with formulas disarmed', async () => {
    const file = belgianCsv([
      HEAD,
      ['=HYPERLINK("x")', 'V', '31/02/1998', 'Guinée', ''],
      ['Exempla', 'M', '', 'Ruritania;', ''],
      ['', 'M', '', 'Mali', ''],
      ['Fine', '', '', '', ''],
      ['Total: 4', '', '', '', ''],
    ])
    const importId = await checked(file)
    const { status, text } = await report(importId)
    expect(status).toBe(200)
    const [, first, second, third, fourth, fifth] = text.split('\r\n')
    expect(first).toMatch(/^2;;.*Date of birth.*;"'=HYPERLINK/)
    expect(second).toMatch(/^3;;.*Nationality.*"Ruritania;"/)
    expect(third).toMatch(/^4;;.*name/i)
    expect(fourth).toContain(say('imports.left.totalRow'))
    expect(fifth).toBe('')
    const said = [{ field: 'nationality', word: 'Ruritania;', code: 'GN' }]
    await plan(importId, { said })
    expect(await finish(importId)).toMatchObject({ good: 3, bad: 2 })
  })

  it('makes a file of every row of a messy table: what could not be read is in a note, and an undo leaves no trace of it', async () => {
    const { rows, people } = messyTable(60)
    const known = await owner.query<{ id: string; slug: string }>('SELECT id, slug FROM place')
    const idOf = new Map(known.rows.map(({ id, slug }) => [slug, id]))
    const columns = HEADERS.map(([, field]) => field)
    const before = await photograph(owner)
    const importId = await brought(belgianCsv(rows))
    await plan(importId, { columns })
    await finish(importId)
    const said = ANSWERS.map(({ field, word, means }) => ({
      field,
      word,
      code: field === 'place' ? (idOf.get(means) ?? '') : means,
    }))
    await plan(importId, { columns, said })
    expect(await finish(importId)).toMatchObject({ state: 'checked', good: 60, bad: 2 })
    await press(startImport, { importId })
    expect(await finish(importId)).toMatchObject({ state: 'done', made: 60 })

    const made = await codesOf(importId)
    const read = await withWork(tokens.lead, async (work) => {
      const one = await getImport(work, importId)
      const first = made.map(({ case_id: id }) => id)
      return {
        ...(await listMissing(work, one, 500)),
        contacts: await contacts.list(work, ...first),
        notes: await Promise.all(
          (await work.tx.note.findMany({ where: { caseId: { in: first } } })).map(
            async ({ id, caseId, bodyCipher }) => ({
              caseId,
              text: await work.fieldCrypto.open(noteAt(caseId, id, 1), bodyCipher),
            }),
          ),
        ),
      }
    })
    const unread = people.flatMap(({ means }) => Object.entries(means).filter(([, value]) => value === null))
    expect(unread.length).toBeGreaterThan(10)
    for (const { caseId, text } of read.missing)
      expect(
        read.notes
          .filter((note) => note.caseId === caseId)
          .map((note) => note.text)
          .join(),
      ).toContain(text)
    expect(read.missing.filter(({ code }) => code !== 'readInPart')).toHaveLength(unread.length)
    expect(read.notes.some(({ text }) => text === 'Remarques: Zzcall before noon')).toBe(true)
    expect(read.notes.some(({ text }) => text.startsWith(say('imports.notRead')))).toBe(true)
    expect(read.contacts.map(({ value }) => value)).toContain('0470/12.34.56')
    const count = async (sql: string): Promise<number> =>
      Number((await owner.query(sql, [made.map(({ person_id: id }) => id)])).rows[0]?.n)
    expect(
      await count(
        `SELECT count(*) AS n FROM person_identifier WHERE kind = 'own_reference' AND person_id = ANY ($1)`,
      ),
    ).toBe(60)
    expect(await count('SELECT count(*) AS n FROM place_stay WHERE person_id = ANY ($1)')).toBe(
      people.filter(({ means }) => means.place !== '').length,
    )
    expect((await report(importId)).text).toContain('31/02/1998')

    expect(await undone(importId)).toMatchObject({ state: 'undone', gone: 60, kept: 0 })
    await press(throwAway, { importId })
    expect(await photograph(owner)).toEqual(before)
  }, 60_000)

  it('remembers for the whole organisation what a value means, and holds no word of it in clear', async () => {
    const row = (nationality: string) => ['Fictar Recall', 'V', '', nationality, '']
    const first = await checked(belgianCsv([HEAD, row('Zzruritania')]))
    await plan(first, { said: [{ field: 'nationality', word: 'Zzruritania', code: 'GN' }] })
    await finish(first)
    const second = await brought(belgianCsv([HEAD, row('ZZRURITANIA'), row('Zzother')]))
    await plan(second)
    await finish(second)
    const { findings } = await withWork(tokens.lead, (work) =>
      readImport(work, second, { page: 1, rows: 'all', from: 1 }),
    )
    expect(findings.unknown).toEqual({ nationality: { Zzother: 1 } })
    const { rows } = await owner.query('SELECT w::text AS t FROM import_word w')
    expect(rows.map(({ t }) => String(t)).join()).not.toMatch(/ruritania/i)
    const seen = await withWork(tokens.worker, (work) => work.tx.importWord.count())
    const others = await withWork(tokens.other, (work) => work.tx.importWord.count())
    expect([seen, others > 0]).toEqual([0, true])
    for (const importId of [first, second]) await press(throwAway, { importId })
  })

  it('says who could be known, and makes no file of a row that is', async () => {
    const row = (name: string) => [name, 'V', '', '', '']
    const importId = await checked(
      belgianCsv([
        HEAD,
        row('Knownia Verzonnen'),
        row('Twina Inventis'),
        row('Inventis Twina'),
        row('Alona Single'),
      ]),
    )
    await press(lookForKnown, { importId })
    const { rows } = await owner.query(
      'SELECT line, twin, decision FROM import_match WHERE import_id = $1 ORDER BY line',
      [importId],
    )
    expect(rows).toEqual([
      { line: 2, twin: null, decision: null },
      { line: 4, twin: 3, decision: null },
    ])
    expect(await press(decideRow, { importId, line: 2, decision: 'same' })).toMatchObject({ ok: true })
    expect(await press(decideRow, { importId, line: 5, decision: 'same' })).toMatchObject({ ok: false })
    await press(startImport, { importId })
    expect(await finish(importId)).toMatchObject({ made: 3, passed: 1 })
    expect((await report(importId)).text).toContain(say('imports.report.skipped'))
    await undone(importId)
  })

  it('knows no one of a sealed file, and takes the row in as anyone else', async () => {
    const names = ['Verzegelda Onbekend', 'Nobodia Nergens', 'Knownia Verzonnen']
    const importId = await checked(belgianCsv([HEAD, ...names.map((name) => [name, 'V', '', '', ''])]))
    const asked = await press(lookForKnown, { importId })
    const { rows } = await owner.query('SELECT line FROM import_match WHERE import_id = $1 ORDER BY line', [
      importId,
    ])
    // The last of them stands in an open file, so that the silence of the first means something.
    expect(rows).toEqual([{ line: 4 }])
    expect(asked).toMatchObject({ ok: true })
    await press(decideRow, { importId, line: 4, decision: 'same' })
    await press(startImport, { importId })
    expect(await finish(importId)).toMatchObject({ made: 2, passed: 1 })
    expect((await report(importId)).text).not.toMatch(/Verzegelda|Onbekend/)
    await undone(importId)
  })

  it('remembers of whom it was said that a new person is not the same', async () => {
    const importId = await checked(belgianCsv([HEAD, ['Knownia Verzonnen', 'V', '', '', '']]))
    await press(lookForKnown, { importId })
    expect(await press(decideRow, { importId, line: 2, decision: 'new' })).toMatchObject({ ok: true })
    await press(startImport, { importId })
    expect(await finish(importId)).toMatchObject({ made: 1 })
    const pairs = () =>
      owner.query(
        `SELECT r.line, c.case_id FROM import_row r JOIN not_same n ON n.person_id = r.person_id
           JOIN case_person c ON c.person_id = n.other_id WHERE r.import_id = $1`,
        [importId],
      )
    expect((await pairs()).rows).toEqual([{ line: 2, case_id: knownFile.id }])
    await undone(importId)
    expect((await pairs()).rows).toEqual([])
  })

  it('is there for who leads its office and for no one else', async () => {
    expect(await bring(tokens.worker, table(3).file)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await bring(tokens.other, table(3).file)).toMatchObject({
      ok: false,
      fields: { teamId: 'unknownChoice' },
    })
    const importId = await written(table(12).file)
    for (const action of [goOn, lookForKnown, startImport, stopImport, undoImport, throwAway])
      expect(await press(action, { importId }, tokens.other)).toMatchObject({ ok: false, code: 'notFound' })
    expect((await report(importId, tokens.other)).status).toBe(404)
    expect((await report(importId, tokens.worker)).status).toBe(404)
    await undone(importId)
  })

  it('holds no word in clear, forgets its key, and cannot be written after that', async () => {
    const importId = await checked(belgianCsv([HEAD, ['Zzsecretname', 'Zzsecretsex', '', '', '']]))
    const all = await owner.query(
      `SELECT i::text || ' ' || COALESCE((SELECT string_agg(p::text, '') FROM import_piece p WHERE p.import_id = i.id), '') AS t FROM import i WHERE id = $1`,
      [importId],
    )
    const hex = Buffer.from('Zzsecret').toString('hex')
    expect(String(all.rows[0]?.t)).not.toMatch(new RegExp(`Zzsecret|${hex}`))
    const keys = async () =>
      (
        await owner.query(
          `SELECT count(*)::int AS n FROM wrapped_key WHERE holder_kind = 'import' AND holder_id = $1`,
          [importId],
        )
      ).rows[0]?.n
    expect(await keys()).toBe(1)
    expect(await press(throwAway, { importId })).toMatchObject({ ok: true })
    expect(await keys()).toBe(0)
    expect(await press(startImport, { importId })).toMatchObject({ ok: false, code: 'importOver' })
    expect((await report(importId)).status).toBe(404)
  })

  it('can be taken back for seven days', async () => {
    const importId = await written(table(5).file)
    await owner.query(`UPDATE import SET ended_at = app.now() - interval '8 days' WHERE id = $1`, [importId])
    expect(await press(undoImport, { importId })).toMatchObject({ ok: false, code: 'importOver' })
    const jobs = await owner.query('SELECT app.forget_old_imports() AS n')
    expect(Number(jobs.rows[0]?.n)).toBeGreaterThan(0)
    const { rows } = await owner.query('SELECT forgotten_at IS NOT NULL AS gone FROM import WHERE id = $1', [
      importId,
    ])
    expect(rows).toEqual([{ gone: true }])
  })

  it('cannot be forged: no row of a file that was there before, no state out of order, no import for others', async () => {
    const importId = await checked(table(4).file)
    await press(startImport, { importId })
    const { rows } = await owner.query('SELECT person_id FROM case_person WHERE case_id = $1', [knownFile.id])
    const forged = { importId, line: 2, piece: 0, caseId: knownFile.id, personId: String(rows[0]?.person_id) }
    const refused = (run: Parameters<typeof withWork>[1], token = tokens.lead) =>
      expect(withWork(token, run)).rejects.toThrow(
        /row-level security|does not go|permission denied|written once/,
      )
    await refused((work) => work.tx.importRow.createMany({ data: [forged] }))
    await refused((work) => work.tx.import.updateMany({ where: { id: importId }, data: { state: 'undone' } }))
    await refused((work) =>
      work.tx.import.updateMany({ where: { id: importId }, data: { endedAt: work.now } }),
    )
    await refused((work) => work.tx.importPiece.updateMany({ where: { importId }, data: { xid: 7n } }))
    await refused((work) => work.tx.importRow.createMany({ data: [forged] }), tokens.other)
    const seen = await withWork(tokens.other, (work) => work.tx.import.count())
    const changed = await withWork(tokens.other, (work) =>
      work.tx.import.updateMany({ where: { id: importId }, data: { state: 'stopped' } }),
    )
    expect([seen, changed.count]).toEqual([0, 0])
    await finish(importId)
    await undone(importId)
  })

  it('knows every table that hangs on a file or a person, so that nothing touched is taken back', async () => {
    const { rows } = await owner.query(
      `SELECT DISTINCT c.conrelid::regclass::text AS t FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid IN ('case_file'::regclass, 'person'::regclass)
          AND NOT (has_column_privilege('accompany_guard', c.conrelid, a.attname, 'SELECT') AND has_column_privilege('accompany_guard', c.conrelid, 'xmin', 'SELECT')
                   AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.conrelid AND p.polcmd IN ('r', '*') AND 'accompany_guard'::regrole = ANY (p.polroles)))`,
    )
    expect(rows).toEqual([])
  })
})
