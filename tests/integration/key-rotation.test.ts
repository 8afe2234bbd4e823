import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kidOf, wrap } from '@/lib/crypto/keyring'
import { releaseKeyContext } from '@/lib/statistics/release-key.data'
import { snapshotContext } from '@/lib/statistics/snapshot.data'
import { addKey } from '../../scripts/secrets.mjs'
import { flip } from '../support/damage'
import { openGiven } from '../support/given/given'
import { urls } from '../support/own-database'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-keys-'))
const keyFile = path.join(folder, 'keys')
let owner: pg.Client
const ownId = randomUUID()

const rewrap = (file: string) =>
  spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/rewrap-keys.ts'], {
    env: { ...process.env, KEY_FILE: file, MIGRATE_DATABASE_URL: urls.migrate },
    encoding: 'utf8',
  })

const wrappedKeys = async () =>
  (await owner.query('SELECT id, kid, wrapped FROM wrapped_key ORDER BY id')).rows

beforeAll(async () => {
  owner = new pg.Client({ connectionString: urls.superuser })
  await owner.connect()
  const given = openGiven()
  const organisation = given.organisation()
  const team = given.team(organisation)
  const worker = given.staff(organisation, 'caseworker', { teams: [team] })
  const file = given.file({ teamId: team, workerId: worker })
  given.person({ caseIds: [file.id], createdBy: worker })
  given.note({ caseId: file.id, authorId: worker })
  await given.save(owner)
  // A frozen period and a key that signs archives, each closed with the same key file.
  await owner.query(
    `INSERT INTO snapshot (id, organisation_id, period_kind, period_start, period_end, version, built_at, engine_version, wrapped_key)
     VALUES ($1, $2, 'year', '2025-01-01', '2025-12-31', 1, now(), 'frr3', $3)`,
    [ownId, organisation, wrap(Buffer.from('of a period'), snapshotContext(ownId))],
  )
  await owner.query(
    `INSERT INTO release_key (id, organisation_id, public_key, wrapped, made_by) VALUES ($1, $2, '', $3, $4)`,
    [ownId, organisation, wrap(Buffer.from('of archives'), releaseKeyContext(ownId)), worker],
  )
  fs.copyFileSync(process.env.KEY_FILE ?? '', keyFile)
})

afterAll(async () => {
  await owner.end()
  fs.rmSync(folder, { recursive: true, force: true })
})

it('a rotation closes every data key anew, and the old key can go', async () => {
  const before = await wrappedKeys()
  expect(before.length).toBeGreaterThan(0)
  const stranger = path.join(folder, 'stranger')
  fs.writeFileSync(stranger, `other:${randomBytes(32).toString('base64')}\n`)
  expect(rewrap(stranger).status).not.toBe(0)
  expect(await wrappedKeys()).toEqual(before)

  addKey(keyFile)
  const first = rewrap(keyFile)
  expect(first.stderr).toBe('')
  expect(first.status).toBe(0)
  const after = await wrappedKeys()
  const [line = ''] = fs.readFileSync(keyFile, 'utf8').split('\n')
  expect(new Set(after.map((key) => key.kid))).toEqual(new Set([line.split(':')[0]]))
  const { rows: own } = await owner.query(
    'SELECT wrapped_key AS wrapped FROM snapshot UNION ALL SELECT wrapped FROM release_key',
  )
  expect(own.map(({ wrapped }) => kidOf(wrapped))).toEqual([line.split(':')[0], line.split(':')[0]])

  // Without the old line everything still opens, else this could not close it again.
  fs.writeFileSync(keyFile, `${line}\n`)
  addKey(keyFile)
  expect(rewrap(keyFile).status).toBe(0)
  const { rows } = await owner.query(
    "SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'wrapped_key'",
  )
  expect(rows).toEqual([{ forced: true }])
})

it('a damaged key is named and left as it is, and stops no other', async () => {
  const ask = async (sql: string, values: readonly unknown[] = []) =>
    (await owner.query(sql, [...values])).rows
  const [{ id }, ...others] = await wrappedKeys()
  await flip(ask, 'wrapped_key', 'wrapped', 'WHERE id = $1', [id])
  const [before] = await wrappedKeys()
  addKey(keyFile)
  const [line = ''] = fs.readFileSync(keyFile, 'utf8').split('\n')
  const done = rewrap(keyFile)
  expect(done.status).toBe(1)
  expect(done.stderr).toContain(`were left as they are. Keep every line of the key file`)
  expect(done.stderr).toContain(id)
  const [left, ...after] = await wrappedKeys()
  expect(left).toEqual(before)
  expect(after.length).toBe(others.length)
  expect(new Set(after.map((key) => key.kid))).toEqual(new Set([line.split(':')[0]]))
  await flip(ask, 'wrapped_key', 'wrapped', 'WHERE id = $1', [id])
})
