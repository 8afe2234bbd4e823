// An installation on a server of its own: where everything lies, its one settings file, and its secrets (docs/install.md, docs/adr/0150).
import { hkdfSync } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { loginRoles } from '../database.mjs'
import { Refusal } from '../refusal.mjs'
import { namesSeveralHosts, SEVERAL_HOSTS } from '../several-hosts.mjs'
import { known } from './known-settings.mjs'
import { places } from './places.mjs'

const DATABASE_NAME = 'accompany'

/** @typedef {Record<keyof typeof known, string>} Settings empty where nothing was written */

/** @param {Record<string, string | undefined>} found @param {string} file @returns {Settings} */
function toSettings(found, file) {
  const unknown = Object.keys(found).find((name) => !(name in known))
  if (unknown)
    throw new Refusal(
      `${file} holds ${unknown}, which is no setting: correct it. The settings are ${Object.keys(known).join(', ')}.`,
    )
  const read = (/** @type {string} */ name) => (found[name] ?? '').trim()
  return {
    ADDRESS: read('ADDRESS'),
    ORGANISATION: read('ORGANISATION'),
    ADMIN: read('ADMIN'),
    DATABASE: read('DATABASE') || 'local',
    POOLER: read('POOLER'),
    PORT: read('PORT') || '3001',
    BACKUP_TO: read('BACKUP_TO'),
    BACKUP_RECIPIENT: read('BACKUP_RECIPIENT'),
    KEYS_TO: read('KEYS_TO'),
    SMTP_URL: read('SMTP_URL'),
    MAIL_FROM: read('MAIL_FROM'),
    ALERT_TO: read('ALERT_TO'),
    AUDIT_COPY_FILE: read('AUDIT_COPY_FILE'),
    AUDIT_COPY_MAIL: read('AUDIT_COPY_MAIL'),
    AUDIT_COPY_WEBHOOK: read('AUDIT_COPY_WEBHOOK'),
    SCANNER_URL: read('SCANNER_URL'),
    METRICS: read('METRICS'),
  }
}

/** @param {string} [file] @returns {Settings} */
export const readSettingsFile = (file = places.settings) =>
  toSettings(parseEnv(fs.readFileSync(file, 'utf8')), file)

/** What systemd gave a process. @param {Record<string, string | undefined>} env @returns {Settings} */
export const settingsOf = (env) =>
  toSettings(Object.fromEntries(Object.keys(known).map((name) => [name, env[name]])), 'the environment')

/** Systemd has given a service its settings already: only root reads the file. @returns {Settings} */
export function findSettings() {
  if (canRead(places.settings)) return readSettingsFile()
  if (process.env.ADDRESS) return settingsOf(process.env)
  if (fs.existsSync(places.settings))
    throw new Refusal(`${places.settings} is read by root only: sudo accompany …`)
  throw new Refusal('Accompany is not installed here yet: sudo accompany init')
}

/** @param {string} file */
function canRead(file) {
  try {
    fs.accessSync(file, fs.constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** One text a systemd unit and we read alike. @param {Settings} settings */
export function toSettingsText(settings) {
  const lines = Object.entries(known).map(([name, meaning]) => {
    const value = Reflect.get(settings, name)
    if (/["\\\n$`]/.test(value))
      throw new Refusal(`${name} may hold no quotation mark, backslash, dollar or line break.`)
    return `# ${meaning}\n${name}="${value}"\n`
  })
  return `# Everything a person sets. After a change: sudo accompany init\n\n${lines.join('\n')}`
}

/** Checked before anything is touched. @param {Settings} settings */
export function refuseWrongSettings({
  ADDRESS,
  ORGANISATION,
  ADMIN,
  DATABASE,
  POOLER,
  PORT,
  BACKUP_TO,
  BACKUP_RECIPIENT,
  SMTP_URL,
  MAIL_FROM,
}) {
  const url = URL.canParse(ADDRESS) ? new URL(ADDRESS) : null
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.port !== '')
    throw new Refusal(
      `ADDRESS is "${ADDRESS}": write https:// and the name people type, for example https://files.example.org.`,
    )
  if (ORGANISATION === '') throw new Refusal('ORGANISATION is empty: write the name of the organisation.')
  if (!/^[^\s@]+@[^\s@]+$/.test(ADMIN))
    throw new Refusal(`ADMIN is "${ADMIN}": write the mail address of the first admin.`)
  readDatabase(DATABASE)
  if (POOLER && !/^[\w.-]+:\d{2,5}$/.test(POOLER))
    throw new Refusal(`POOLER is "${POOLER}": write its address and port, such as 127.0.0.1:6432.`)
  if (!/^\d{4,5}$/.test(PORT)) throw new Refusal(`PORT is "${PORT}": write a number such as 3001.`)
  // Pages and jobs would not start with one of them.
  if ((SMTP_URL === '') !== (MAIL_FROM === ''))
    throw new Refusal('SMTP_URL and MAIL_FROM go together: write both, or none of them.')
  if (SMTP_URL && !(URL.canParse(SMTP_URL) && /^smtps?:\/\/./.test(SMTP_URL)))
    throw new Refusal(
      'SMTP_URL must be smtp://user:password@host:587, with @ as %40 and # as %23 inside user and password.',
    )
  if (!path.isAbsolute(BACKUP_TO))
    throw new Refusal(`BACKUP_TO is "${BACKUP_TO}": write a folder such as /mnt/backup.`)
  if (!/^age1[a-z0-9]+$/.test(BACKUP_RECIPIENT))
    throw new Refusal(
      'BACKUP_RECIPIENT must be a public key (age1…): "accompany new-identity FILE" makes a pair and prints it.',
    )
}

/** @param {string} text DATABASE @returns {{ isLocal: boolean, host: string, port: string, name: string, search: string }} */
export function readDatabase(text) {
  const local = /^local(?::(\d{2,5}))?$/.exec(text)
  if (local)
    return { isLocal: true, host: '127.0.0.1', port: local[1] ?? '5432', name: DATABASE_NAME, search: '' }
  if (namesSeveralHosts(text)) throw new Refusal(`DATABASE ${SEVERAL_HOSTS}.`)
  const url = URL.canParse(text) ? new URL(text) : null
  const name = url?.pathname.slice(1) ?? ''
  if (
    url === null ||
    !/^postgres(ql)?:$/.test(url.protocol) ||
    url.username !== '' ||
    !/^[a-z][a-z0-9_]*$/.test(name)
  )
    throw new Refusal(
      'DATABASE is neither "local" nor an address such as postgresql://db.example.org:5432/accompany?sslmode=verify-full, without user and password.',
    )
  return { isLocal: false, host: url.hostname, port: url.port || '5432', name, search: url.search }
}

/** Services get their secrets from systemd, each its own. @param {string} name */
const secretFile = (name) => {
  const given = path.join(process.env.CREDENTIALS_DIRECTORY ?? places.secrets, name)
  return fs.existsSync(given) ? given : path.join(places.secrets, name)
}
export const keyFile = () => secretFile('keys')

/** @param {string} name @returns {string} what it holds */
export const readSecret = (name) => fs.readFileSync(secretFile(name), 'utf8').trim()

/** @param {string} name @param {string} label @returns {Buffer} 32 bytes that say nothing of the secret or of one another */
function derive(name, label) {
  return Buffer.from(hkdfSync('sha256', readSecret(name), '', `accompany ${label}`, 32))
}

/** What no page may do is derived from a secret that no page has. */
const operators = ['migrate', 'backup']
export const servingRoles = loginRoles.filter((role) => !operators.includes(role))
/** @param {string} role */
const passwordOf = (role) =>
  derive(operators.includes(role) ? 'operate.secret' : 'serve.secret', `database ${role}`).toString(
    'base64url',
  )

export const rolePasswords = () => Object.fromEntries(loginRoles.map((role) => [role, passwordOf(role)]))

/** @param {Settings} settings @param {string} role @param {string} [database] */
export function roleUrl(settings, role, database) {
  const { host, port, name, search } = readDatabase(settings.DATABASE)
  return `postgresql://accompany_${role}:${passwordOf(role)}@${host}:${port}/${database ?? name}${search}`
}

/** By way of the pooler, where there is one. @param {Settings} settings @param {string} role @param {string} [alias] */
function serveUrl(settings, role, alias = '') {
  const url = roleUrl(settings, role)
  if (!settings.POOLER) return url
  const { host, port, name } = readDatabase(settings.DATABASE)
  return url.replace(`@${host}:${port}/${name}`, `@${settings.POOLER}/${name}${alias}`)
}

/**
 * What the serving process and the jobs stand on.
 * @param {Settings} settings
 * @returns {Record<string, string | undefined>}
 */
export function serveEnvironment(settings) {
  const given = (/** @type {string} */ text) => text || undefined
  return {
    DATABASE_URL: serveUrl(settings, 'app'),
    INNER_DATABASE_URL: settings.POOLER ? serveUrl(settings, 'app', '_inner') : undefined,
    AUTH_DATABASE_URL: serveUrl(settings, 'auth'),
    JOB_DATABASE_URL: serveUrl(settings, 'job'),
    STATS_DATABASE_URL: serveUrl(settings, 'stats'),
    SHARE_DATABASE_URL: serveUrl(settings, 'share'),
    NEXTAUTH_SECRET: derive('serve.secret', 'sign-in').toString('base64url'),
    // A release is built with a key that everyone knows, so that every build of a version names its actions alike.
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: derive('serve.secret', 'actions').toString('base64'),
    NEXTAUTH_URL: settings.ADDRESS,
    KEY_FILE: keyFile(),
    DATA_DIR: places.state,
    DEMO: 'off',
    TRUST_PROXY: 'on',
    SMTP_URL: given(settings.SMTP_URL),
    MAIL_FROM: given(settings.MAIL_FROM),
    AUDIT_COPY_FILE: given(settings.AUDIT_COPY_FILE),
    AUDIT_COPY_MAIL: given(settings.AUDIT_COPY_MAIL),
    AUDIT_COPY_WEBHOOK: given(settings.AUDIT_COPY_WEBHOOK),
    SCANNER_URL: given(settings.SCANNER_URL),
    // Without a mail server no alarm leaves, which doctor says; the pages serve all the same.
    ALERT_TO: settings.SMTP_URL && settings.MAIL_FROM ? given(settings.ALERT_TO) : undefined,
    METRICS: given(settings.METRICS),
  }
}

/** Whether pages and jobs would get something else now. @param {Settings} running @param {Settings} settings */
export const hasOtherSettings = (running, settings) =>
  running.PORT !== settings.PORT ||
  JSON.stringify(serveEnvironment(running)) !== JSON.stringify(serveEnvironment(settings))

/** What the operator's commands stand on as well. @param {Settings} settings */
export const operateEnvironment = (settings) => ({
  ...serveEnvironment(settings),
  MIGRATE_DATABASE_URL: roleUrl(settings, 'migrate'),
  BACKUP_DATABASE_URL: roleUrl(settings, 'backup'),
  BACKUP_RECIPIENT: settings.BACKUP_RECIPIENT,
})

/** Settings that are not given are taken away, or the shell's would be believed. @param {Record<string, string | undefined>} env */
export function applyEnvironment(env) {
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
