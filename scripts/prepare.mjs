// Everything between an installed checkout and a database that can be served.
import fs from 'node:fs'
import path from 'node:path'
import { mustRunNode, typescript } from './child.mjs'
import { openCluster } from './cluster.mjs'
import { createDatabase, findMissing, migrateDatabase } from './database.mjs'
import { closeDemoSignIn, openDemoSignIn } from './demo-sign-in.mjs'
import { refuseWrongLocale } from './locale.mjs'
import { withClient } from './pg-client.mjs'
import { step } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { authSecret, prepareKeyFile } from './secrets.mjs'

/** @typedef {Record<string, string | undefined>} Environment */
/** @typedef {{ env: Environment, release: () => Promise<unknown>, signIns: string[], migrate?: string }} Prepared */

// What only the operator's own commands may hold; undefined takes it out of the child's environment.
const withheld = {
  MIGRATE_DATABASE_URL: undefined,
  BACKUP_DATABASE_URL: undefined,
  DEMO_DATABASE_URL: undefined,
}

/** @param {string} url @param {string} sql */
const ask = async (url, sql) => (await withClient(url, (client) => client.query(sql))).rows

/** @param {string} url */
export const isEncrypted = async (url) => {
  const [table] = await ask(url, "SELECT to_regclass('public.wrapped_key') IS NOT NULL AS there")
  if (!table?.there) return false
  const [row] = await ask(url, 'SELECT EXISTS (SELECT FROM public.wrapped_key) AS encrypted')
  return row?.encrypted === true
}

/**
 * The environment of the serving process and of jobs.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ DATABASE_URL: string, AUTH_DATABASE_URL: string, JOB_DATABASE_URL: string, STATS_DATABASE_URL: string, SHARE_DATABASE_URL: string }} urls
 * @returns {Environment}
 */
function serverEnvironment(settings, urls) {
  return {
    ...withheld,
    ...urls,
    KEY_FILE: settings.keyFile,
    NEXTAUTH_SECRET: authSecret(settings.data),
    NEXTAUTH_URL: settings.address,
    DEMO: settings.demo ? 'on' : 'off',
    DATA_FOLDER: settings.data,
  }
}

/** @param {string} migrate @param {Environment} [env] */
export function loadReference(migrate, env = {}) {
  return step('loading reference data', () =>
    mustRunNode('Loading the reference data', typescript('prisma/seed/reference.ts'), {
      env: { ...env, MIGRATE_DATABASE_URL: migrate },
    }),
  )
}

/**
 * Numbers that were written before there were marks to find them by (docs/adr/0075, 0133).
 * @param {string} superuser @param {string} migrate @param {Environment} env
 */
async function markNumbers(superuser, migrate, env) {
  const [row] = await ask(
    superuser,
    `SELECT EXISTS (SELECT FROM public.safe_contact WHERE (number_mark IS NULL OR tail_mark IS NULL) AND secrecy <> 'sealed')
         OR EXISTS (SELECT FROM public.guardianship_event WHERE (number_mark IS NULL OR tail_mark IS NULL) AND secrecy <> 'sealed')
         OR EXISTS (SELECT FROM public.person_identifier i WHERE (i.number_mark IS NULL OR i.tail_mark IS NULL)
                       AND NOT EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = i.person_id AND cp.secrecy = 'sealed')) AS some`,
  )
  if (row?.some !== true) return
  await step('marking numbers', () =>
    mustRunNode('Marking the numbers', typescript('scripts/mark-numbers.ts'), {
      env: { ...env, MIGRATE_DATABASE_URL: migrate },
    }),
  )
}

/** Each job once. A start waits for it, so the proofs are left to the jobs that go on: one takes a core for half a minute. @param {Environment} env */
const runJobsOnce = (env) =>
  mustRunNode('The jobs', typescript('scripts/jobs.ts', 'once', '--but', 'proofs'), { env })

/** @param {string} url @returns {Promise<string[]>} lines for the terminal; everyone in the demo is invented */
async function listDemoSignIns(url) {
  const rows = await ask(
    url,
    'SELECT s.name, s.role::text AS role, c.email FROM public.staff s JOIN public.credential c ON c.staff_id = s.id ORDER BY s.role, s.name LIMIT 12',
  )
  return rows.map(({ name, role, email }) => `${String(role).padEnd(12)} ${String(name).padEnd(24)} ${email}`)
}

/**
 * The embedded server, from nothing or from what a killed run left.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Prepared>}
 */
export async function prepareEmbedded(settings) {
  keepMode(settings)
  const cluster = await step('starting the database', () => openCluster({ data: settings.data }))
  try {
    const urls = await createDatabase({ cluster, name: 'accompany' })
    if (settings.demo) await closeDemoSignIn(urls.superuser)
    await step('migrating the database', () => migrateDatabase(urls.migrate))
    await prepareKeyFile({ keyFile: settings.keyFile, isEncrypted: () => isEncrypted(urls.superuser) })
    const env = serverEnvironment(settings, {
      DATABASE_URL: urls.app,
      AUTH_DATABASE_URL: urls.auth,
      JOB_DATABASE_URL: urls.job,
      STATS_DATABASE_URL: urls.stats,
      SHARE_DATABASE_URL: urls.share,
    })
    await loadReference(urls.migrate, env)
    if (settings.demo) {
      await createDemo(urls.superuser, env)
      await openDemoSignIn(urls.superuser)
    }
    await markNumbers(urls.superuser, urls.migrate, env)
    const signIns = settings.demo ? await listDemoSignIns(urls.superuser) : []
    return { env, release: cluster.release, signIns, migrate: urls.migrate }
  } catch (error) {
    await cluster.release()
    throw error
  }
}

/** @param {string} superuser @param {Environment} env */
async function createDemo(superuser, env) {
  const [row] = await ask(superuser, 'SELECT EXISTS (SELECT FROM public.organisation) AS used')
  if (row?.used) return
  await step('creating the demo organisation', () =>
    mustRunNode('Creating the demo organisation', typescript('prisma/seed/demo.ts'), {
      env: { ...env, DEMO_DATABASE_URL: superuser },
    }),
  )
  await step('closing the statistics of past quarters', () => runJobsOnce(env))
}

/**
 * A data folder is for the demo or for real use, for ever: neither a one-click sign-in on real files nor invented people
 * among them.
 * @param {import('./settings.mjs').Settings} settings
 */
function keepMode({ data, demo }) {
  const file = path.join(data, 'mode')
  const wanted = demo ? 'demo' : 'real'
  fs.mkdirSync(data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  if (!fs.existsSync(file)) fs.writeFileSync(file, wanted, { mode: 0o600 })
  if (fs.readFileSync(file, 'utf8') === wanted) return
  if (demo)
    throw new Refusal(
      `${data} holds real files, and the demo lets anybody in: start with DEMO=off, or give the demo its own folder with DATA_DIR.`,
    )
  throw new Refusal(
    `${data} holds the demo: for real use give DATA_DIR an empty folder, for example DEMO=off DATA_DIR=.data-real npm start.`,
  )
}

/** @param {unknown} error @param {string} name of the setting */
function toDatabaseSentence(error, name) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '28P01' || code === '28000')
    return `The database refuses the role or password in ${name}: correct it, or set the password on the server.`
  if (code === '3D000')
    return `The database named in ${name} does not exist: create it and run prisma/roles.sql in it (docs/runbook.md).`
  if (code === '42501')
    return `The role in ${name} may not connect to its database: run prisma/roles.sql in it (docs/runbook.md).`
  return `The database in ${name} does not answer (${code || 'no answer'}): start it, or correct host and port.`
}

/** @param {Record<string, string>} urls by the name of the setting */
async function refuseUnreachable(urls) {
  for (const [name, url] of Object.entries(urls))
    await ask(url, 'SELECT 1').catch((error) => {
      throw new Refusal(toDatabaseSentence(error, name))
    })
}

/** @param {string} url @param {string} mend what the operator types */
export async function refuseOlderDatabase(url, mend) {
  await refuseWrongLocale(url)
  const missing = await findMissing(url)
  if (missing.length > 0)
    throw new Refusal(
      `The database lacks ${missing.length} change(s) of this version, the first is ${missing[0]}: ${mend}`,
    )
}

/**
 * A server of the organisation's own: looked at, never changed.
 * @param {import('./settings.mjs').Settings} settings
 * @param {NonNullable<import('./settings.mjs').Settings['foreign']>} urls
 * @returns {Promise<Prepared>}
 */
export async function prepareForeign(settings, urls) {
  await step('looking for the database', () => refuseUnreachable(urls))
  await refuseOlderDatabase(
    urls.DATABASE_URL,
    'set MIGRATE_DATABASE_URL (role accompany_migrate) and run "npm run db -- migrate", then start again.',
  )
  fs.mkdirSync(settings.data, { recursive: true, mode: 0o700 })
  if (!fs.existsSync(settings.keyFile) && !process.env.KEY_FILE)
    throw new Refusal(
      'KEY_FILE is not set: "npm run db -- new-key FILE" makes a key file; keep a copy away from the database, without it encrypted text is lost.',
    )
  await prepareKeyFile({ keyFile: settings.keyFile, isEncrypted: async () => true })
  return { env: serverEnvironment(settings, urls), release: async () => undefined, signIns: [] }
}
