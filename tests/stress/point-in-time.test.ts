import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { keepErasures } from '../../scripts/backup.mjs'
import { serverAccount } from '../../scripts/cluster-binaries.mjs'
import { createRolesAndDatabase, loginRoles, migrateDatabase } from '../../scripts/database.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { findFreePort } from '../../scripts/port.mjs'
import { forgetAgain } from '../../scripts/restore-erasures.mjs'
import { openGiven } from '../support/given/given'

// Debian's pgBackRest as docs/runbook.md sets it up: back to a moment of before, and what was erased since is erased again.

const folder = mkdtempSync('/var/tmp/accompany-pitr-')
chmodSync(folder, 0o711)
const account = serverAccount()
const debian = '/usr/lib/postgresql'
const version = readdirSync(debian)
  .filter((name) => existsSync(path.join(debian, name, 'bin/initdb')))
  .sort((one, other) => Number(other) - Number(one))[0]
const data = path.join(folder, 'data')
const configuration = path.join(folder, 'pgbackrest.conf')

const page = readFileSync('docs/runbook.md', 'utf8')
/** The command of the runbook with this word. */
const wordsOf = (word: string): string[] => {
  const line = page
    .split('\n')
    .find((one) => one.includes(' pgbackrest ') && one.startsWith('sudo') && one.includes(word))
  if (line === undefined) throw new Error(`docs/runbook.md has no pgbackrest ${word}`)
  return (
    line
      .replace(/^.* pgbackrest /, '')
      .match(/(?:[^\s"]|"[^"]*")+/g)
      ?.map((part) => part.replaceAll('"', '')) ?? []
  )
}

const run = (command: string, ...args: string[]): string => {
  const env = { NODE_ENV: 'production' as const, LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' }
  const done = spawnSync(command, args, {
    ...account,
    cwd: '/',
    env,
    encoding: 'utf8',
    stdio: command.endsWith('pg_ctl') ? 'ignore' : 'pipe',
  })
  if (done.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')}: ${done.stdout}${done.stderr}${existsSync(path.join(folder, 'log/postgres')) ? readFileSync(path.join(folder, 'log/postgres'), 'utf8') : ''}`,
    )
  return done.stdout
}
const tool = (name: string): string => path.join(debian, version ?? '', 'bin', name)
const own = (place: string): void => {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  chownSync(place, account.uid ?? 0, account.gid ?? 0)
}
const backrest = (words: readonly string[]): string =>
  run('pgbackrest', `--config=${configuration}`, ...words)

afterAll(() => {
  if (existsSync(path.join(data, 'postmaster.pid')))
    run(tool('pg_ctl'), '-D', data, '-m', 'immediate', 'stop')
  rmSync(folder, { recursive: true, force: true })
})

it('goes back to a moment, and erases again who was erased since', async () => {
  const port = await findFreePort()
  for (const place of [data, 'sockets', 'repo', 'log', 'lock', 'spool']) own(path.resolve(folder, place))
  const ini = /```ini\n([^`]*)```/.exec(page)?.[1] ?? ''
  writeFileSync(
    configuration,
    `${ini
      .replace('/mnt/backup/pgbackrest', `${folder}/repo`)
      .replace('a long random word', randomBytes(32).toString('base64'))
      .replace('/var/lib/postgresql/17/main', data)
      .replace(
        '[accompany]',
        `log-path=${folder}/log\nlock-path=${folder}/lock\nspool-path=${folder}/spool\n\n[accompany]`,
      )}
pg1-port=${port}
pg1-socket-path=${folder}/sockets
`,
  )
  chownSync(configuration, account.uid ?? 0, account.gid ?? 0)
  run(
    tool('initdb'),
    '-D',
    data,
    '-U',
    'postgres',
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  )
  appendFileSync(
    path.join(data, 'postgresql.conf'),
    `port = ${port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}/sockets'
archive_mode = on
archive_timeout = 60
archive_command = 'pgbackrest --config=${configuration} --stanza=accompany archive-push %p'
`,
  )
  const start = () =>
    run(tool('pg_ctl'), '-D', data, '-w', '-t', '120', '-l', path.join(folder, 'log/postgres'), 'start')
  const superuser = (database = 'postgres') =>
    `postgresql:///${database}?host=${folder}/sockets&port=${port}&user=postgres`
  start()
  const passwords = Object.fromEntries(
    loginRoles.map((role) => [role, randomBytes(18).toString('base64url')]),
  )
  await createRolesAndDatabase({ superuser, name: 'accompany', passwords })
  const url = (role: string) =>
    `postgresql://accompany_${role}:${passwords[role]}@127.0.0.1:${port}/accompany`
  await migrateDatabase(url('migrate'))
  backrest(wordsOf('stanza-create'))
  backrest(wordsOf('--type=full backup'))

  const given = openGiven()
  const organisationId = given.organisation()
  const teamId = given.team(organisationId)
  const workerId = given.staff(organisationId, 'caseworker', { teams: [teamId] })
  const [kept, erased] = [given.file({ teamId, workerId }), given.file({ teamId, workerId })]
  given.session(workerId)
  const ask = <T>(work: (client: pg.Client) => Promise<T>) => withClient(superuser('accompany'), work)
  await ask((client) => given.save(client))
  const { rows } = await ask((client) => client.query('SELECT clock_timestamp()::text AS at'))
  const moment = String(rows[0]?.at)
  await ask((client) =>
    client.query('INSERT INTO erasure (id, holder_kind, holder_id) VALUES (gen_random_uuid(), $1, $2)', [
      'file',
      erased.id,
    ]),
  )
  await withClient(url('backup'), (client) => keepErasures(client, folder))
  // What someone did by mistake, for which we go back.
  await ask((client) => client.query('UPDATE staff SET active = false'))
  await ask((client) => client.query('SELECT pg_switch_wal()'))
  run(tool('pg_ctl'), '-D', data, '-m', 'fast', 'stop')

  const since = performance.now()
  backrest(wordsOf(' restore').map((word) => (word.startsWith('--target=') ? `--target=${moment}` : word)))
  start()
  for (;;) {
    const seen = await ask((client) => client.query('SELECT NOT pg_is_in_recovery() AS yes'))
    if (seen.rows[0]?.yes === true) break
  }
  const files = () =>
    ask((client) => client.query('SELECT id FROM case_file')).then((found) =>
      found.rows.map(({ id }) => String(id)),
    )
  expect((await files()).sort()).toEqual([kept.id, erased.id].sort())
  expect(await forgetAgain(url('migrate'), path.join(folder, 'erasures.json'))).toBe(1)
  console.log(
    `back at the moment, and erased again, after ${((performance.now() - since) / 1000).toFixed(1)} s`,
  )
  const left = await ask((client) =>
    client.query(`SELECT (SELECT count(*)::int FROM session) AS sessions, (SELECT bool_and(active) FROM staff) AS active,
      (SELECT count(*)::int FROM wrapped_key WHERE holder_kind = 'file' AND holder_id = '${erased.id}') AS keys`),
  )
  expect(left.rows).toEqual([{ sessions: 0, active: true, keys: 0 }])
})
