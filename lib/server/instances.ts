import 'server-only'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import * as z from 'zod'
import { hasKeys, keyMarks } from '@/lib/crypto/keyring'
import { buildFolder, env, isBuilt } from '@/lib/runtime/env'
import { INSTANCE, tellInstance } from './tell-instance'

/** What every process of one database must have alike (docs/adr/0169). */
type Kind = 'pages' | 'jobs'

const POLL = 2_000

const found = z.array(
  z.object({ difference: z.enum(['keys', 'all keys', 'secret', 'build']), last_seen: z.date() }),
)
type Difference = z.infer<typeof found>[number]

const MENDS: Readonly<Record<Difference['difference'], string>> = {
  keys: 'other processes of this database have another key file, and neither could read what the other writes. Copy theirs to this machine (KEY_FILE), then start again.',
  'all keys':
    'the key file shares no key with the one this database was served with before, so nothing encrypted would open. Put your copy of that file back (KEY_FILE), then start again.',
  secret:
    'other processes of this database have other secrets, so a session or a form of theirs is refused here. Give every machine the same serve.secret (NEXTAUTH_SECRET and NEXT_SERVER_ACTIONS_ENCRYPTION_KEY), then start again.',
  build:
    'other processes of this database run another build of this version, whose forms are named otherwise. Install the same release on every machine, then start again; another version beside this one is allowed.',
}

/** Pages that are built as they are asked for belong to no build. */
const readBuild = (): string | null =>
  isBuilt() ? readFileSync(path.join(process.cwd(), buildFolder(), 'BUILD_ID'), 'utf8').trim() : null

/** Of both secrets that make sessions and forms, in one. */
const secretMark = (): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`accompany secret mark ${env().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''}`, 'utf8')
    .digest('hex')
    .slice(0, 32)

const compare = async (client: pg.ClientBase, kind: Kind): Promise<readonly Difference[]> => {
  // Without its key file it is not ready, and says so.
  if (!hasKeys()) return []
  const isServing = kind === 'pages'
  const { rows } = await client.query('SELECT * FROM app.join_instances($1, $2, $3, $4)', [
    INSTANCE,
    isServing ? readBuild() : null,
    isServing ? secretMark() : null,
    keyMarks(),
  ])
  return found.parse(rows)
}

/** Says that this process runs, and what of it does not fit those that ran before it; empty when all fits. */
export const joinInstances = async (client: pg.ClientBase, kind: Kind): Promise<readonly string[]> => {
  await tellInstance(client, kind)
  return (await compare(client, kind)).map(({ difference }) => MENDS[difference])
}

/**
 * The same at the start. What does not fit may be a process that was killed a moment ago: one that runs says so again while we wait.
 * @param waits called once when there is something to wait for
 */
export const joinAtStart = async (
  client: pg.ClientBase,
  kind: Kind,
  waits: () => void,
): Promise<readonly string[]> => {
  await tellInstance(client, kind)
  const first = await compare(client, kind)
  if (first.some(({ difference }) => difference !== 'all keys')) waits()
  const since = Math.max(...first.map(({ last_seen }) => last_seen.getTime()))
  for (let left = first; left.length > 0; left = await compare(client, kind)) {
    const certain = left.filter(
      ({ difference, last_seen }) => difference === 'all keys' || last_seen.getTime() > since,
    )
    if (certain.length > 0) return certain.map(({ difference }) => MENDS[difference])
    await pause(POLL)
  }
  return []
}
