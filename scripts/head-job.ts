// Copies each new seal of the audit log off the host (docs/adr/0108): appends to a file, mails, posts. After the seal and apart from it: a
// copy that fails holds nothing up, is told to the admins, and is tried again by the next run.
import { appendFile } from 'node:fs/promises'
import { type HeadWay, listDueHeads, saveDelivered, saveFailed } from '@/lib/db/head'
import { withJobWork } from '@/lib/db/work'
import { type MailServer, openMailServer } from '@/lib/notices/mail.data'

export type HeadTargets = {
  readonly file?: string | undefined
  readonly mail?: { readonly to: string; readonly server: MailServer } | undefined
  readonly webhook?: string | undefined
}

const LIMIT_MS = 20_000
const JOB = 'seals'

const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

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

const post = async (address: string, lines: readonly string[]): Promise<void> => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: toText(lines),
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
  })
  if (!answer.ok) throw new Error(`the address answered ${answer.status}`)
}

const listWays = ({ file, mail, webhook }: HeadTargets) => {
  const ways: { readonly way: HeadWay; deliver(lines: readonly string[]): Promise<void> }[] = []
  // Made by hand or by this: on a disk that allows appending only, nothing else would work.
  if (file !== undefined)
    ways.push({
      way: 'file',
      deliver: (lines) => appendFile(file, toText(lines), { mode: 0o600, flush: true }),
    })
  if (mail !== undefined) ways.push({ way: 'mail', deliver: (lines) => send(mail.to, mail.server, lines) })
  if (webhook !== undefined) ways.push({ way: 'webhook', deliver: (lines) => post(webhook, lines) })
  return ways
}

export type HeadsDelivered = { readonly delivered: number; readonly failed: readonly string[] }

/** @returns how many lines were delivered, and a sentence for each way that failed */
export async function runHeadJob(targets: HeadTargets): Promise<HeadsDelivered> {
  let delivered = 0
  const failed: string[] = []
  for (const { way, deliver } of listWays(targets)) {
    const due = await withJobWork(JOB, (work) => listDueHeads(work, way))
    if (due === null) continue
    try {
      await deliver(due.lines)
    } catch (error) {
      await withJobWork(JOB, (work) => saveFailed(work, way))
      failed.push(
        `No copy of seal ${due.last} went out by ${way}: ${error instanceof Error ? error.message : 'no reason was given'}. The next run tries again.`,
      )
      continue
    }
    await withJobWork(JOB, (work) => saveDelivered(work, way, due.last))
    delivered += due.lines.length
  }
  return { delivered, failed }
}
