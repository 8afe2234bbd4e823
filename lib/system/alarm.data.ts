import 'server-only'
import { withJobWork } from '@/lib/db/work'
import type { AlarmName } from './facts.rules'

const JOB = 'system'

/** Minutes until the same alarm may be mailed again. */
export const QUIET_MINUTES = 60

/** Whether this process mails the alarm now: of several only one does, at most once an hour. */
export const claimAlarm = (alarm: AlarmName): Promise<boolean> =>
  withJobWork(JOB, async ({ tx }) => {
    const claimed = await tx.$executeRaw`
      INSERT INTO alarm AS a (alarm, mailed_at) VALUES (${alarm}, app.now())
      ON CONFLICT (alarm) DO UPDATE SET mailed_at = app.now() WHERE a.mailed_at <= app.now() - make_interval(mins => ${QUIET_MINUTES})`
    return claimed === 1
  })

/** The mail did not go out: the next look tries again. */
export const unclaimAlarm = (alarm: AlarmName): Promise<unknown> =>
  withJobWork(JOB, ({ tx }) => tx.$executeRaw`DELETE FROM alarm WHERE alarm = ${alarm}`)

/** Keeps what was found out about the address of the pages. */
export const markSystem = (
  kind: 'ready' | 'certificate',
  isOk: boolean,
  amount: number | null = null,
): Promise<unknown> =>
  withJobWork(
    JOB,
    ({ tx }) => tx.$queryRaw`SELECT app.set_system_mark(${kind}, ${isOk}, ${amount}::bigint)::text`,
  )
