import 'server-only'
import * as z from 'zod'
import type { JobWork, Work } from '@/lib/db/work'
import { VERSION } from '@/lib/runtime/build'
import { env } from '@/lib/runtime/env'
import type { Facts } from './facts.rules'
import { JOBS, RUN_STATES } from './job.rules'

const moment = z.string().transform((text) => new Date(text))
const code = z.string()

const row = z
  .array(
    z.object({
      now: z.date(),
      database: z.string(),
      lag: z.int(),
      texts: z.int(),
      instances: z.array(
        z.object({
          kind: z.enum(['pages', 'jobs']),
          version: z.string(),
          started_at: moment,
          seen_at: moment,
          disk_free: z.int().nullable(),
          slow_since: moment.nullable(),
          waits_since: moment.nullable(),
        }),
      ),
      marks: z.array(
        z.object({
          kind: z.string(),
          at: moment,
          ok: z.boolean(),
          succeeded_at: moment.nullable(),
          failing_since: moment.nullable(),
          amount: z.number().nullable(),
        }),
      ),
      leases: z.array(z.object({ job: z.string(), due_at: moment, held_until: moment.nullable() })),
      runs: z.array(
        z.object({
          job: z.string(),
          state: code.transform(RUN_STATES.read),
          started_at: moment,
          ended_at: moment.nullable(),
          did: z.int().nullable(),
          code: z.string().nullable(),
        }),
      ),
    }),
  )
  .length(1)

/** How the installation is, in one statement. About no one: the pages read it as an admin, the alarms as a job. */
export const readFacts = async ({ tx }: Pick<Work | JobWork, 'tx'>): Promise<Facts> => {
  const [found] = row.parse(
    await tx.$queryRaw`
      SELECT app.now() AS now, split_part(current_setting('server_version'), ' ', 1) AS database, app.checkpoint_lag() AS lag, app.texts_in_custody() AS texts,
             COALESCE((SELECT jsonb_agg(to_jsonb(i)) FROM (SELECT * FROM instance ORDER BY started_at) i), '[]') AS instances,
             COALESCE((SELECT jsonb_agg(to_jsonb(m)) FROM system_mark m), '[]') AS marks,
             COALESCE((SELECT jsonb_agg(to_jsonb(l)) FROM job_lease l), '[]') AS leases,
             COALESCE((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.started_at DESC)
                         FROM unnest(${[...JOBS.codes]}::text[]) AS j(name),
                              LATERAL (SELECT * FROM job_run r WHERE r.job = j.name ORDER BY r.started_at DESC LIMIT 10) r), '[]') AS runs`,
  )
  if (found === undefined) throw new Error('the database says nothing of itself')
  const { DEMO, SMTP_URL, MAIL_FROM, NEXTAUTH_URL } = env()
  return {
    now: found.now,
    version: VERSION,
    database: found.database,
    checkpointLag: found.lag,
    textsInCustody: found.texts,
    isDemo: DEMO === 'on',
    isSecure: NEXTAUTH_URL.startsWith('https://'),
    hasMail: SMTP_URL !== undefined && MAIL_FROM !== undefined,
    instances: found.instances.map((one) => ({
      kind: one.kind,
      version: one.version,
      startedAt: one.started_at,
      seenAt: one.seen_at,
      diskFree: one.disk_free,
      slowSince: one.slow_since,
      waitsSince: one.waits_since,
    })),
    marks: Object.fromEntries(
      found.marks.map(({ kind, at, ok, succeeded_at, failing_since, amount }) => [
        kind,
        { at, isOk: ok, succeededAt: succeeded_at, failingSince: failing_since, amount },
      ]),
    ),
    jobs: JOBS.codes.map((name) => {
      const lease = found.leases.find(({ job }) => job === name)
      return {
        name,
        dueAt: lease?.due_at ?? null,
        heldUntil: lease?.held_until ?? null,
        runs: found.runs
          .filter(({ job }) => job === name)
          .map(({ state, started_at, ended_at, did, code: why }) => ({
            state,
            startedAt: started_at,
            endedAt: ended_at,
            did,
            code: why,
          })),
      }
    }),
  }
}
