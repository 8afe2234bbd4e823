// Copies each new checkpoint of the audit log off the host (docs/adr/0108): appends to a file, mails, posts. After the checkpoint
// and apart from it: a copy that fails holds nothing up, is told to the admins, and is tried again by the next run.
import { spawn } from 'node:child_process'
import path from 'node:path'
import * as z from 'zod'
import { type HeadWay, listDueHeads, saveDelivered, saveFailed } from '@/lib/db/head'
import { withJobWork } from '@/lib/db/work'
import { type MailServer, openMailServer } from '@/lib/notices/mail.data'
import { errorFacts, note } from '@/lib/runtime/log'

export type HeadTargets = {
  readonly file?: string | undefined
  readonly mail?: { readonly to: string; readonly server: MailServer } | undefined
  readonly webhook?: string | undefined
}

const LIMIT_MS = 20_000
const JOB = 'seals'

const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** In a process that is ended when the disk does not answer: a mount that is gone would hold this one up for good. */
const append = (file: string, lines: readonly string[], limitMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'append.mjs'), file], {
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      // A process that waits for a disk may not end by this either: it is not waited for.
      child.unref()
      child.stdin.destroy()
      child.stderr.destroy()
      reject(new Error(`the disk of ${file} did not answer within ${limitMs / 1000} seconds`))
    }, limitMs)
    let reason = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      reason += text
    })
    // It ended before it read all: its exit says why.
    child.stdin.on('error', () => undefined)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve()
      else reject(new Error(reason.trim()))
    })
    child.stdin.end(toText(lines))
  })

const send = async (to: string, server: MailServer, lines: readonly string[]): Promise<void> => {
  const mail = openMailServer(server)
  try {
    await mail.send({
      to,
      subject: 'Accompany: checkpoints of the audit log',
      text: `Keep this mail. "npm run db -- verify --heads FILE" reads these lines again.\n\n${toText(lines)}`,
    })
  } finally {
    mail.close()
  }
}

const unreached = z.object({ cause: z.object({ code: z.string() }) })

/** Why an address was not reached. Never the message: it may contain the address, and an address may contain a secret. */
const codeOf = (error: unknown): string => {
  const known = unreached.safeParse(error)
  if (known.success) return known.data.cause.code
  return error instanceof Error ? error.name : 'no reason was given'
}

const post = async (address: string, lines: readonly string[], limitMs: number): Promise<void> => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: toText(lines),
    redirect: 'manual',
    signal: AbortSignal.timeout(limitMs),
  }).catch((error: unknown) => {
    throw new Error(`the address was not reached (${codeOf(error)})`)
  })
  if (!answer.ok) throw new Error(`the address answered ${answer.status}`)
}

const listWays = ({ file, mail, webhook }: HeadTargets, limitMs: number) => {
  const ways: { readonly way: HeadWay; deliver(lines: readonly string[]): Promise<void> }[] = []
  if (file !== undefined) ways.push({ way: 'file', deliver: (lines) => append(file, lines, limitMs) })
  if (mail !== undefined) ways.push({ way: 'mail', deliver: (lines) => send(mail.to, mail.server, lines) })
  if (webhook !== undefined) ways.push({ way: 'webhook', deliver: (lines) => post(webhook, lines, limitMs) })
  return ways
}

export type HeadsDelivered = {
  readonly delivered: number
  /** A sentence for each way that failed; it may name a file or an address, so it is for a person and not for the log. */
  readonly failed: readonly string[]
}

/**
 * @param limitMs how long a disk and an address may take
 * @returns how many lines were delivered, and a sentence for each way that failed
 */
export async function runHeadJob(targets: HeadTargets, limitMs = LIMIT_MS): Promise<HeadsDelivered> {
  let delivered = 0
  const failed: string[] = []
  for (const { way, deliver } of listWays(targets, limitMs)) {
    let which = 'the newest checkpoints'
    try {
      const due = await withJobWork(JOB, (work) => listDueHeads(work, way))
      if (due === null) continue
      which = `checkpoint ${due.last}`
      await deliver(due.lines)
      await withJobWork(JOB, (work) => saveDelivered(work, way, due.last))
      delivered += due.lines.length
    } catch (error) {
      note('copy_failed', { way, ...errorFacts(error) })
      failed.push(
        `No copy of ${which} went out by ${way}: ${error instanceof Error ? error.message : 'no reason was given'}. The next run tries again.`,
      )
      await withJobWork(JOB, (work) => saveFailed(work, way)).catch(() =>
        failed.push('The admins could not be told of it.'),
      )
    }
  }
  return { delivered, failed }
}
