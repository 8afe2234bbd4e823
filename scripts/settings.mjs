import fs from 'node:fs'
import path from 'node:path'
import { root } from './child.mjs'
import { Refusal } from './refusal.mjs'
import { namesSeveralHosts, SEVERAL_HOSTS } from './several-hosts.mjs'

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} host
 * @property {string} data folder for everything kept between runs
 * @property {boolean} demo
 * @property {string} keyFile
 * @property {string} address
 * @property {Record<'DATABASE_URL' | 'AUTH_DATABASE_URL' | 'JOB_DATABASE_URL' | 'STATS_DATABASE_URL' | 'SHARE_DATABASE_URL', string> | null} foreign
 */

/** Settings may stand in .env; what the shell says goes first. */
export function loadSettingsFile() {
  const file = path.join(root, '.env')
  if (fs.existsSync(file)) process.loadEnvFile(file)
}

/** @param {string | undefined} text */
function readPort(text) {
  const port = Number(text || '3000')
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(
    `PORT is "${text}", which is no port: give a number from 1 to 65535, for example PORT=3001 npm start.`,
  )
}

/** @param {NodeJS.ProcessEnv} env @param {string} name @param {string} role */
function readUrl(env, name, role) {
  const text = env[name]
  if (!text)
    throw new Refusal(
      `DATABASE_URL names a server of your own, so ${name} is needed too (role ${role}); docs/operate.md shows how.`,
    )
  if (namesSeveralHosts(text)) throw new Refusal(`${name} ${SEVERAL_HOSTS}.`)
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Refusal(
      `${name} is not the address of a PostgreSQL database: write postgresql://${role}:password@host:5432/name.`,
    )
  if (decodeURIComponent(url.username) !== role)
    throw new Refusal(
      `${name} must sign in as ${role}, each part of Accompany has its own role: see docs/operate.md.`,
    )
  return text
}

/** @param {NodeJS.ProcessEnv} env */
function readForeign(env) {
  if (!env.DATABASE_URL) {
    const lone = ['AUTH_DATABASE_URL', 'JOB_DATABASE_URL', 'STATS_DATABASE_URL', 'SHARE_DATABASE_URL'].find(
      (name) => env[name],
    )
    if (lone)
      throw new Refusal(
        `${lone} is set but DATABASE_URL is not: set both for a server of your own, or none for the built-in one.`,
      )
    return null
  }
  return {
    DATABASE_URL: readUrl(env, 'DATABASE_URL', 'accompany_app'),
    AUTH_DATABASE_URL: readUrl(env, 'AUTH_DATABASE_URL', 'accompany_auth'),
    JOB_DATABASE_URL: readUrl(env, 'JOB_DATABASE_URL', 'accompany_job'),
    STATS_DATABASE_URL: readUrl(env, 'STATS_DATABASE_URL', 'accompany_stats'),
    SHARE_DATABASE_URL: readUrl(env, 'SHARE_DATABASE_URL', 'accompany_share'),
  }
}

/** Mail is optional, but half of it is a mistake. @param {NodeJS.ProcessEnv} env */
function checkMail({ SMTP_URL, MAIL_FROM }) {
  if (!SMTP_URL && !MAIL_FROM) return
  if (!SMTP_URL || !URL.canParse(SMTP_URL) || !/^smtps?:$/.test(new URL(SMTP_URL).protocol))
    throw new Refusal(
      `SMTP_URL is "${SMTP_URL ? 'not a mail server address' : ''}": write smtp://user:password@host:587, or leave MAIL_FROM out for an organisation without mail.`,
    )
  if (!MAIL_FROM?.includes('@'))
    throw new Refusal(
      'MAIL_FROM is missing: give the address that mails come from, for example accompany@example.org.',
    )
}

/** Where copies of the checkpoints go. @param {NodeJS.ProcessEnv} env */
function checkHeads({ AUDIT_COPY_MAIL, AUDIT_COPY_WEBHOOK, SMTP_URL }) {
  if (AUDIT_COPY_MAIL && !AUDIT_COPY_MAIL.includes('@'))
    throw new Refusal('AUDIT_COPY_MAIL is not an address: write it like heads@example.org.')
  if (AUDIT_COPY_MAIL && !SMTP_URL)
    throw new Refusal('AUDIT_COPY_MAIL needs a mail server: set SMTP_URL and MAIL_FROM as well.')
  if (!AUDIT_COPY_WEBHOOK) return
  const url = URL.canParse(AUDIT_COPY_WEBHOOK) ? new URL(AUDIT_COPY_WEBHOOK) : null
  if (url?.protocol !== 'https:')
    throw new Refusal(
      'AUDIT_COPY_WEBHOOK is not an https address: write it like https://heads.example.org/accompany.',
    )
  if (url.username || url.password)
    throw new Refusal(
      'AUDIT_COPY_WEBHOOK contains a user or a password, which cannot be sent: leave out what is before the @, and let the address end in a long random word instead.',
    )
}

/** What is watched, and who is told. @param {NodeJS.ProcessEnv} env */
function checkWatch({ METRICS, METRICS_TOKEN, ALERT_TO, SMTP_URL }) {
  if (METRICS && !/^.+:\d{2,5}$/.test(METRICS))
    throw new Refusal(
      `METRICS is "${METRICS}": write an address and a port, for example METRICS=127.0.0.1:9464.`,
    )
  if (METRICS && !/^(127\.0\.0\.1|localhost|\[::1\]):/.test(METRICS) && !METRICS_TOKEN)
    throw new Refusal(
      'METRICS can be reached from other machines, so METRICS_TOKEN is needed too: 32 random letters that the reader sends as a bearer token.',
    )
  if (ALERT_TO && !ALERT_TO.includes('@'))
    throw new Refusal('ALERT_TO is not an address: write it like alerts@example.org.')
  if (ALERT_TO && !SMTP_URL)
    throw new Refusal('ALERT_TO needs a mail server: set SMTP_URL and MAIL_FROM as well.')
}

/** @param {NodeJS.ProcessEnv} env @param {number} port */
function readAddress(env, port) {
  const text = env.NEXTAUTH_URL || `http://localhost:${port}`
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol)) return text
  throw new Refusal(
    `NEXTAUTH_URL is "${text}": write the address people type, for example https://accompany.example.org.`,
  )
}

/**
 * Checks the environment before anything is touched.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Settings}
 */
export function readSettings(env = process.env) {
  const port = readPort(env.PORT)
  const foreign = readForeign(env)
  if (env.DEMO && env.DEMO !== 'on' && env.DEMO !== 'off')
    throw new Refusal(`DEMO is "${env.DEMO}": write DEMO=on or DEMO=off.`)
  if (foreign && env.DEMO === 'on')
    throw new Refusal(
      'DEMO=on and DATABASE_URL exclude each other: the demo lives only in the built-in database.',
    )
  const demo = !foreign && env.DEMO !== 'off'
  const host = env.HOST || '127.0.0.1'
  if (demo && host !== '127.0.0.1')
    throw new Refusal(
      'The demo lets anybody in, so it answers on 127.0.0.1 only: leave HOST out, or set DEMO=off.',
    )
  checkMail(env)
  checkHeads(env)
  checkWatch(env)
  const data = path.resolve(root, env.DATA_DIR || '.data')
  const keyFile = env.KEY_FILE
    ? path.resolve(root, env.KEY_FILE)
    : path.join(data, 'keys', 'key-encryption-keys')
  return { port, host, data, demo, keyFile, address: readAddress(env, port), foreign }
}
