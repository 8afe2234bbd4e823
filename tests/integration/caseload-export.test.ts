import { strFromU8, unzipSync } from 'fflate'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/caseload/route'
import { EXPORT_COLUMNS } from '@/lib/caseload/export.rules'
import { disconnect } from '@/lib/db/client'
import { openGiven } from '../support/given/given'
import { withToken } from '../support/handlers'
import { say } from '../support/say'
import { openSuperuser } from '../support/superuser'

let owner: pg.Client
const given = openGiven()
const home = given.organisation()
const team = given.team(home)
const lead = given.staff(home, 'coordinator', { leads: [team] })
const worker = given.staff(home, 'caseworker', { teams: [team] })
const other = given.staff(home, 'caseworker', { teams: [team] })
const admin = given.staff(home, 'admin')
const tokens = {
  lead: given.tokenFor(lead),
  worker: given.tokenFor(worker),
  other: given.tokenFor(other),
  admin: given.tokenFor(admin),
}
const open = given.file({ teamId: team, workerId: worker })
given.person({ caseIds: [open.id], createdBy: worker, name: '=Zzopena Fictar' })
const others = given.file({ teamId: team, workerId: other })
given.person({ caseIds: [others.id], createdBy: other, name: 'Zzothera Kalimo' })
const restricted = given.file({ teamId: team, workerId: worker, secrecy: 'restricted' })
const sealed = given.file({ teamId: team, workerId: worker, secrecy: 'sealed', kind: 'thb' })
for (const { id } of [restricted, sealed])
  for (const staffId of [worker, other])
    given.member({ caseId: id, staffId, addedBy: worker, kind: 'circle' })
given.person({ caseIds: [restricted.id], createdBy: worker, name: 'Zzrestricta Inventis' })
given.person({ caseIds: [sealed.id], createdBy: worker, sealed: true, name: 'Zzsealeda Exempla' })

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const ask = async (token: string, more: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({ list: '', as: 'csv', reason: 'meeting', ...more })
  const response = await withToken(token, () =>
    GET(new Request(`http://localhost:3000/api/caseload?${query}`)),
  )
  return {
    status: response.status,
    name: response.headers.get('content-disposition') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}
const text = async (token: string, more: Readonly<Record<string, string>> = {}) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await ask(token, more)).bytes)
const all = Object.fromEntries(EXPORT_COLUMNS.codes.map((column) => [`with-${column}`, 'on']))

describe('a caseload that leaves as a file', () => {
  it('holds the open files of one’s reach, by code and initials, with the chosen columns', async () => {
    const [head, ...rows] = (
      await text(tokens.worker, { 'with-nationality': 'on', 'with-worker': 'on' })
    ).split('\r\n')
    expect(head).toBe(
      `\ufeff${[say('caseload.export.code'), say('caseload.export.initials'), say('caseload.export.column.nationality'), say('caseload.export.column.worker')].join(';')}`,
    )
    expect(rows.join('\n')).toContain(open.code)
    expect(rows.join('\n')).not.toMatch(/Zz/)
    for (const { code } of [others, restricted, sealed]) expect(rows.join('\n')).not.toContain(code)
    const led = await text(tokens.lead, all)
    for (const { code } of [open, others]) expect(led).toContain(code)
    for (const { code } of [restricted, sealed]) expect(led).not.toContain(code)
  })

  it('holds names only where someone asked for them, and runs no formula', async () => {
    const named = await text(tokens.worker, { names: 'on', ...all })
    expect(named).toContain("'=Zzopena Fictar")
    expect(named).not.toMatch(/Zzrestricta|Zzsealeda|Zzothera/)
    const book = unzipSync((await ask(tokens.worker, { as: 'xlsx', names: 'on', ...all })).bytes)
    const sheets = Object.entries(book)
      .map(([, part]) => strFromU8(part))
      .join()
    expect(sheets).toContain('=Zzopena Fictar')
    expect(sheets).not.toMatch(/<f>|Zzrestricta|Zzsealeda/)
  })

  it('needs a reason, and is there for no one who reads no files', async () => {
    for (const more of [
      { reason: '' },
      { reason: 'because' },
      { as: 'pdf' },
      { names: 'yes' },
      { more: 'x' },
    ])
      expect((await ask(tokens.worker, more)).status).toBe(404)
    expect((await ask(tokens.admin)).status).toBe(404)
  })

  it('leaves a line in the audit log with its copy number, which the file bears too', async () => {
    const { name, bytes } = await ask(tokens.lead, { reason: 'report', names: 'on' })
    const [, copy = ''] = /caseload-([2-9A-Z]{3}-[2-9A-Z]{4})\.csv/.exec(name) ?? []
    expect(new TextDecoder().decode(bytes)).toContain(copy)
    const { rows } = await owner.query(
      `SELECT detail FROM audit_event WHERE event = 'case.exported' AND detail->>'copy' = $1`,
      [copy],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.detail).toMatchObject({ reason: 'report', form: 'csv', names: true, more: false })
    expect([...rows[0].detail.caseIds].sort()).toEqual([open.id, others.id].sort())
  })
})
