import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import FileRoute from '@/app/(signed-in)/cases/[code]/page'
import { readHeads } from '@/lib/crypto/checkpoint-head'
import { disconnect } from '@/lib/db/client'
import { checkEnvironment } from '@/lib/runtime/env'
import { verifyAuditLog } from '../../scripts/audit-log/verify'
import { runNode, typescript } from '../../scripts/child.mjs'
import { runHeadJob } from '../../scripts/head-job'
import { readSettings } from '../../scripts/settings.mjs'
import { makeCheckpoints, takeStock } from '../support/audit-log'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

let organisation: GivenOrganisation
let file: { caseId: string; code: string }
let owner: Awaited<ReturnType<typeof openSuperuser>>
const folder = mkdtempSync(path.join(os.tmpdir(), 'heads-'))
const heads = path.join(folder, 'heads.txt')

const mails: string[] = []
const catcher = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, done) => {
    let text = ''
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    stream.on('end', () => {
      // As a mail program shows it.
      mails.push(text.replaceAll('=\r\n', '').replaceAll('=3D', '='))
      done()
    })
  },
})
const posts: string[] = []
let answer = 204
const hook = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  request.on('end', () => {
    if (answer === 204) posts.push(`${request.method} ${request.url}\n${text}`)
    response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end()
  })
})
const listen = (server: { listen(port: number, host: string, done: () => void): unknown }) =>
  new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
let webhook = ''
let mail: { to: string; server: { url: string; from: string } }
beforeAll(async () => {
  await listen(hook)
  await listen(catcher)
  webhook = `http://127.0.0.1:${portOf(hook.address())}/heads`
  const url = `smtp://127.0.0.1:${portOf(catcher.server.address())}`
  mail = { to: 'heads@example.org', server: { url, from: 'accompany@example.org' } }
  owner = await openSuperuser()
  organisation = await givenCaseOrganisation()
  file = await givenFullFile(organisation)
  await takeStock(owner)
  await makeCheckpoints(owner)
})
beforeEach(async () => {
  rmSync(heads, { force: true })
  mails.length = 0
  posts.length = 0
  answer = 204
  await owner.query(`DELETE FROM head_copy; DELETE FROM notice WHERE kind = 'audit_copy_failed'`)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  hook.close()
  await new Promise<void>((resolve) => catcher.close(() => resolve()))
  await organisation.close()
  await owner.end()
  await disconnect()
})

const checkpoint = async (): Promise<bigint> => {
  await openPage(organisation.casey.token, FileRoute, {
    params: { code: file.code },
    search: { file: file.caseId },
  })
  await makeCheckpoints(owner)
  return BigInt((await owner.query('SELECT max(number) AS n FROM audit_seal')).rows[0].n)
}
const numbers = (text: string | undefined) => readHeads(text ?? '').map(({ number }) => number)
const told = async () =>
  (
    await owner.query(
      `SELECT s.name, count(*)::int AS n FROM notice n JOIN staff s ON s.id = n.staff_id WHERE n.kind = 'audit_copy_failed' GROUP BY 1`,
    )
  ).rows

it('a copy of each checkpoint leaves by file, mail and webhook, once, and says nothing about anyone', async () => {
  const first = await checkpoint()
  expect(await runHeadJob({ file: heads, mail, webhook })).toEqual({ delivered: 3, failed: [] })
  const [second, third] = [await checkpoint(), await checkpoint()]
  expect(await runHeadJob({ file: heads, mail, webhook })).toEqual({ delivered: 6, failed: [] })
  expect(await runHeadJob({ file: heads, mail, webhook })).toEqual({ delivered: 0, failed: [] })
  expect(numbers(readFileSync(heads, 'utf8'))).toEqual([first, second, third])
  expect(mails.map(numbers)).toEqual([[first], [second, third]])
  expect(posts.map(numbers)).toEqual([[first], [second, third]])
  expect(posts[0]).toMatch(/^POST \/heads\n/)
  expect(mails[0]).toContain('To: heads@example.org')
  const { rows: ids } = await owner.query(
    `SELECT id::text AS id FROM audit_event UNION SELECT id::text FROM staff UNION SELECT id::text FROM case_file UNION SELECT name FROM staff`,
  )
  const sent = [readFileSync(heads, 'utf8'), ...mails, ...posts].join('\n')
  expect(
    ids.filter(({ id }) => sent.includes(String(id)) || sent.includes(String(id).replaceAll('-', ''))),
  ).toEqual([])
})

it('the file is what verify reads: it finds what is kept there and no longer here', async () => {
  await checkpoint()
  await runHeadJob({ file: heads })
  expect((await verifyAuditLog(urls.backup, readHeads(readFileSync(heads, 'utf8')))).found).toEqual([])
  const run = (...words: string[]) =>
    runNode(typescript('scripts/verify-audit-log.ts', ...words), {
      env: { BACKUP_DATABASE_URL: urls.backup, KEY_FILE: process.env.KEY_FILE },
    })
  const kept = await run('--heads', heads)
  expect(kept.output).toMatch(
    /All is as it was left\. .*events are numbered without gaps from \d{4}-\d\d-\d\d on; against checkpoint \d+ kept elsewhere/,
  )
  expect(kept.code).toBe(0)
  const bare = await run()
  expect(bare.output).toContain('All that is here fits together')
  expect(bare.output).toContain('no head was given')
  expect(bare.output).not.toContain('All is as it was left')
  await owner.query(
    'SET session_replication_role = replica; DELETE FROM audit_seal WHERE number = (SELECT max(number) FROM audit_seal); SET session_replication_role = origin',
  )
  const cut = await run('--heads', heads)
  // The next test finds a checkpoint where the last one was.
  await makeCheckpoints(owner)
  expect(cut.output).toContain('the end was cut off')
  expect(cut.code).toBe(1)
  writeFileSync(path.join(folder, 'none.txt'), 'nothing')
  expect((await run('--heads', path.join(folder, 'none.txt'))).output).toContain('No checkpoint is named')
})

it('a way that fails holds up neither the checkpoint nor the other ways, is told to the admins once, and is tried again', async () => {
  await checkpoint()
  await runHeadJob({ file: heads, mail, webhook })
  const missing = path.join(folder, 'not-mounted', 'heads.txt')
  const number = await checkpoint()
  const away = { to: mail.to, server: { url: 'smtp://127.0.0.1:1', from: 'a@example.org' } }
  for (const status of [500, 302]) {
    answer = status
    const { delivered, failed } = await runHeadJob({ file: missing, mail: away, webhook })
    expect(delivered).toBe(0)
    expect(failed).toEqual([
      expect.stringMatching(
        `^No copy of checkpoint ${number} went out by file: .*ENOENT.*The next run tries again\\.$`,
      ),
      expect.stringMatching(`^No copy of checkpoint ${number} went out by mail: `),
      expect.stringMatching(`^No copy of checkpoint ${number} went out by webhook: `),
    ])
  }
  expect(await told()).toEqual([{ name: expect.stringContaining('ada'), n: 1 }])
  const next = await checkpoint()
  expect(next).toBe(number + 1n)
  answer = 204
  // One way works again while another does not.
  expect(await runHeadJob({ file: missing, webhook })).toEqual({
    delivered: 2,
    failed: [expect.stringContaining('by file')],
  })
  expect(numbers(posts.at(-1))).toEqual([number, next])
  expect(await runHeadJob({ file: heads, mail })).toEqual({ delivered: 4, failed: [] })
  expect(numbers(readFileSync(heads, 'utf8')).slice(-2)).toEqual([number, next])
  expect((await owner.query('SELECT way FROM head_copy WHERE failed_at IS NOT NULL')).rows).toEqual([])
})

it('a disk that does not answer is given up, and the other ways go out', async () => {
  const number = await checkpoint()
  const stuck = path.join(folder, 'stuck')
  // Opened to write, a pipe without a reader blocks as a mount does whose server is gone.
  execFileSync('mkfifo', [stuck])
  expect(await runHeadJob({ file: stuck, mail, webhook }, 3_000)).toEqual({
    delivered: 2,
    failed: [
      `No copy of checkpoint ${number} went out by file: the disk of ${stuck} did not answer within 3 seconds. The next run tries again.`,
    ],
  })
  expect(await told()).toEqual([{ name: expect.stringContaining('ada'), n: 1 }])
})

it('where the checkpoints cannot be read every way is tried, and the admins are told', async () => {
  await checkpoint()
  await owner.query('REVOKE EXECUTE ON FUNCTION app.list_heads FROM accompany_job')
  try {
    const { delivered, failed } = await runHeadJob({ file: heads, mail, webhook })
    expect(delivered).toBe(0)
    expect(failed.map((one) => one.slice(0, 51))).toEqual([
      'No copy of the newest checkpoints went out by file:',
      'No copy of the newest checkpoints went out by mail:',
      'No copy of the newest checkpoints went out by webho',
    ])
    expect(await told()).toEqual([{ name: expect.stringContaining('ada'), n: 1 }])
  } finally {
    await owner.query('GRANT EXECUTE ON FUNCTION app.list_heads TO accompany_job')
  }
  expect(await runHeadJob({ file: heads, mail, webhook })).toEqual({ delivered: 3, failed: [] })
})

it('what is logged of an address that is not reached has a code, and nothing of the address', async () => {
  await checkpoint()
  for (const [address, code] of [
    ['http://Zzuser:Zzpassword@127.0.0.1:1/Zzsecret', 'TypeError'],
    ['http://127.0.0.1:1/Zzsecret', 'TypeError|ECONNREFUSED'],
    ['http://127.0.0.1:65530/Zzsecret', 'ECONNREFUSED'],
  ] as const) {
    const { failed } = await runHeadJob({ webhook: address })
    expect(failed).toEqual([
      expect.stringMatching(
        new RegExp(
          `^No copy of checkpoint \\d+ went out by webhook: the address was not reached \\((${code})\\)\\. The next run tries again\\.$`,
        ),
      ),
    ])
  }
})

it('goes on where fewer checkpoints are there than were delivered, as after a restore or when the end was cut off', async () => {
  await checkpoint()
  await checkpoint()
  const number = await checkpoint()
  await runHeadJob({ file: heads })
  await owner.query(
    `SET session_replication_role = replica; DELETE FROM audit_seal WHERE number > ${number - 2n}; SET session_replication_role = origin`,
  )
  expect(await runHeadJob({ file: heads })).toEqual({ delivered: 1, failed: [] })
  expect(await runHeadJob({ file: heads })).toEqual({ delivered: 0, failed: [] })
  const next = await checkpoint()
  await runHeadJob({ file: heads })
  expect(numbers(readFileSync(heads, 'utf8'))).toContain(number - 2n)
  expect(numbers(readFileSync(heads, 'utf8'))).toContain(next)
  const { found } = await verifyAuditLog(urls.backup, readHeads(readFileSync(heads, 'utf8')))
  expect(found).toContainEqual(expect.stringMatching(/the end was cut off|was made anew/))
})

it('the settings are refused when they cannot work', () => {
  const wrong = (settings: Record<string, string>) => () => readSettings({ ...settings, NODE_ENV: 'test' })
  expect(wrong({ AUDIT_COPY_WEBHOOK: 'http://heads.example.org' })).toThrow('not an https address')
  for (const address of ['https://Zzuser:Zzpassword@heads.example.org', 'https://Zzuser@heads.example.org']) {
    expect(wrong({ AUDIT_COPY_WEBHOOK: address })).toThrow('leave out what is before the @')
    expect(wrong({ AUDIT_COPY_WEBHOOK: address })).not.toThrow('Zz')
    const said = checkEnvironment({ AUDIT_COPY_WEBHOOK: address }).filter((one) =>
      one.startsWith('AUDIT_COPY'),
    )
    expect(said).toEqual([expect.stringContaining('leave out what is before the @')])
    expect(said.join()).not.toContain('Zz')
  }
  expect(wrong({ AUDIT_COPY_MAIL: 'heads' })).toThrow('is not an address')
  expect(wrong({ AUDIT_COPY_MAIL: 'heads@example.org' })).toThrow('needs a mail server')
  expect(
    checkEnvironment({ AUDIT_COPY_WEBHOOK: 'http://heads.example.org' }).filter((one) =>
      one.startsWith('AUDIT_COPY'),
    ),
  ).toHaveLength(1)
  expect(
    checkEnvironment({ AUDIT_COPY_WEBHOOK: 'https://heads.example.org/a' }).filter((one) =>
      one.startsWith('AUDIT_COPY'),
    ),
  ).toEqual([])
})
