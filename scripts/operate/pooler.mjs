// accompany pooler FOLDER: the two files of PgBouncer for this installation (docs/adr/0170). Passwords are derived, so no one could type them.
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.mjs'
import { findSettings, readDatabase, rolePasswords, servingRoles } from './installation.mjs'

/** What each connection of ours is opened with (lib/db/client.ts; a test compares): a pooler does not hand a client's settings on. */
const SESSION =
  "SET TimeZone TO 'UTC'; SET row_security TO 'on'; SET search_path TO 'public'; SET default_transaction_read_only TO 'off'; SET default_transaction_isolation TO 'read committed'"

/**
 * @param {{ host: string, port: string, name: string, listen: { host: string, port: string }, passwords: Record<string, string> }} what
 * @returns {{ 'pgbouncer.ini': string, 'userlist.txt': string }}
 */
export function poolerFiles({ host, port, name, listen, passwords }) {
  const database = `host=${host} port=${port} dbname=${name} connect_query='${SESSION.replaceAll("'", "''")}'`
  return {
    'pgbouncer.ini': `; Written by "accompany pooler".
[databases]
${name} = ${database}
; For a transaction that another one waits for: out of one pool both would wait for ever (lib/db/client.ts).
${name}_inner = ${database} pool_size=4

[pgbouncer]
listen_addr = ${listen.host}
listen_port = ${listen.port}
auth_type = scram-sha-256
auth_file = {{FOLDER}}/userlist.txt
pool_mode = transaction
max_prepared_statements = 300
ignore_startup_parameters = options
default_pool_size = 8
max_client_conn = 500
query_wait_timeout = 10
server_lifetime = 3600
server_login_retry = 1
log_connections = 0
log_disconnections = 0
`,
    'userlist.txt': servingRoles.map((role) => `"accompany_${role}" "${passwords[role]}"\n`).join(''),
  }
}

/** @param {ReturnType<typeof poolerFiles>} files @param {string} folder */
export function writePoolerFiles(files, folder) {
  fs.mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files))
    fs.writeFileSync(path.join(folder, file), text.replace('{{FOLDER}}', folder), { mode: 0o600 })
}

/** @param {string} folder */
export async function pooler(folder) {
  const settings = findSettings()
  if (!settings.POOLER)
    throw new Refusal('Set POOLER first: the address and port at which PgBouncer listens, 127.0.0.1:6432.')
  const [host = '', port = ''] = settings.POOLER.split(':')
  const passwords = rolePasswords()
  writePoolerFiles(
    poolerFiles({ ...readDatabase(settings.DATABASE), listen: { host, port }, passwords }),
    folder,
  )
  console.log(
    `  ${folder}/pgbouncer.ini and userlist.txt: give them to the account of PgBouncer (chown postgres), restart it, then accompany init.`,
  )
  return 0
}
