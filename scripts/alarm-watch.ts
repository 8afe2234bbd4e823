// Looks at the installation and mails the nine alarms (docs/adr/0148): each at most once an hour, to the addresses of ALERT_TO. That the
// pages are not ready is told without the database too, which may be the reason.
import http from 'node:http'
import https from 'node:https'
import { TLSSocket } from 'node:tls'
import { isBusy } from '@/lib/db/errors'
import { withJobWork } from '@/lib/db/work'
import { type MailServer, openMailServer } from '@/lib/notices/mail.data'
import { errorFacts, note } from '@/lib/runtime/log'
import { metrics } from '@/lib/runtime/metrics'
import { claimAlarm, markSystem, QUIET_MINUTES, unclaimAlarm } from '@/lib/system/alarm.data'
import { toAlarmLetter } from '@/lib/system/alarm.view'
import { readFacts } from '@/lib/system/facts.data'
import { ALARMS, type AlarmName, alarmsOf, type Facts, LIMITS } from '@/lib/system/facts.rules'

const PATIENCE_MS = 10_000
const DAY_MS = 86_400_000

export type Asked = {
  readonly isReady: boolean
  /** Whole days that the certificate still holds; null without https. */
  readonly days: number | null
}

/** Asks the pages at the address that people type: what it finds is what they meet. */
export const askPages = (address: string): Promise<Asked> =>
  new Promise((resolve) => {
    const url = new URL('/api/ready', address)
    const asked: { days: number | null } = { days: null }
    const none = () => resolve({ isReady: false, days: asked.days })
    const options = { timeout: PATIENCE_MS, agent: false }
    const request =
      url.protocol === 'https:'
        ? // Nothing is sent and nothing believed: the certificate is looked at, an ended one too.
          https.get(url, { ...options, rejectUnauthorized: false })
        : http.get(url, options)
    request.once('socket', (socket) => {
      if (socket instanceof TLSSocket)
        socket.once('secureConnect', () => {
          const until = Date.parse(socket.getPeerCertificate().valid_to)
          asked.days = Number.isNaN(until) ? null : Math.floor((until - Date.now()) / DAY_MS)
        })
    })
    request.once('response', (response) => {
      response.resume()
      resolve({ isReady: response.statusCode === 200, days: asked.days })
    })
    request.once('timeout', () => request.destroy())
    request.once('error', none)
  })

type Mail = { readonly server: MailServer; readonly to: readonly string[] }
export type AlarmWatch = { readonly look: () => Promise<readonly AlarmName[]> }

/**
 * @param mail null: no one is told by mail; the metrics and the page say it
 * @param now of this machine; the database is asked for its own
 */
export const openAlarmWatch = ({
  address,
  mail,
  ask = askPages,
  now = Date.now,
}: {
  readonly address: string
  readonly mail: Mail | null
  readonly ask?: (address: string) => Promise<Asked>
  readonly now?: () => number
}): AlarmWatch => {
  let notReadySince: number | null = null
  /** When this process mailed what: the database may be away. */
  const mailed = new Map<AlarmName, number>()

  const gather = async ({ isReady, days }: Asked): Promise<Facts | null> => {
    // Another process of the jobs may write the same mark at this moment: one of them is enough.
    const mark = (...given: Parameters<typeof markSystem>) =>
      markSystem(...given).catch((error) => {
        if (!isBusy(error)) throw error
      })
    try {
      await mark('ready', isReady)
      if (days !== null) await mark('certificate', days >= LIMITS.certificate, days)
      return await withJobWork('system', readFacts)
    } catch (error) {
      note('state_not_read', { code: errorFacts(error).code })
      return null
    }
  }
  const claim = async (alarm: AlarmName, hasDatabase: boolean): Promise<boolean> => {
    if (now() - (mailed.get(alarm) ?? Number.NEGATIVE_INFINITY) < QUIET_MINUTES * 60_000) return false
    return hasDatabase ? claimAlarm(alarm).catch(() => false) : true
  }
  const send = async ({ server, to }: Mail, alarm: AlarmName): Promise<void> => {
    const open = openMailServer(server)
    try {
      for (const one of to) await open.send({ to: one, ...toAlarmLetter(alarm, address) })
      mailed.set(alarm, now())
      metrics().mails.inc({ result: 'sent' })
    } finally {
      open.close()
    }
  }
  const look = async (): Promise<readonly AlarmName[]> => {
    const asked = await ask(address)
    notReadySince = asked.isReady ? null : (notReadySince ?? now())
    const isLong = notReadySince !== null && now() - notReadySince >= LIMITS.notReady * 1000
    const facts = await gather(asked)
    const on = new Set<AlarmName>(facts === null ? [] : alarmsOf(facts))
    if (isLong) on.add('notReady')
    countFacts(facts, on)
    for (const alarm of on) {
      if (mail === null || !(await claim(alarm, facts !== null))) continue
      note('alarm', { alarm })
      await send(mail, alarm).catch(async (error) => {
        metrics().mails.inc({ result: 'failed' })
        note('alarm_not_mailed', { alarm, ...errorFacts(error) })
        if (facts !== null) await unclaimAlarm(alarm).catch(() => undefined)
      })
    }
    return [...on]
  }
  return { look }
}

const countFacts = (facts: Facts | null, on: ReadonlySet<AlarmName>): void => {
  const { alarms, databaseUp, checkpointLag, backupSuccess, backupBytes, verifyOk, jobSuccess } = metrics()
  for (const alarm of ALARMS) alarms.set({ alarm }, on.has(alarm) ? 1 : 0)
  databaseUp.set(facts === null ? 0 : 1)
  if (facts === null) return
  checkpointLag.set(facts.checkpointLag)
  const { backup, verify } = facts.marks
  if (backup?.succeededAt) backupSuccess.set(backup.succeededAt.getTime() / 1000)
  if (backup?.amount) backupBytes.set(backup.amount)
  if (verify !== undefined) verifyOk.set(verify.isOk ? 1 : 0)
  // Also of runs of another process.
  for (const { name, runs } of facts.jobs) {
    const well = runs.find(({ state }) => state === 'ok')
    if (well?.endedAt) jobSuccess.set({ job: name }, well.endedAt.getTime() / 1000)
  }
}
