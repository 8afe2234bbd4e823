import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { JobWork } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { NOTIFICATIONS } from './notification.rules'
import { recountOf, remindOnBoth } from './recount.rules'
import { rulesForJob } from './rule.data'
import { EVENTS, FACTS, UNITS } from './vocabulary.rules'

const day = z.date().transform(toDay)
const counted = z.array(
  z.object({
    deadline_id: z.string(),
    organisation_id: z.string(),
    rule_id: z.string(),
    family: z.string(),
    event: storedCode(EVENTS),
    happened_on: day.nullable(),
    happened_at: z.string().nullable(),
    notification: storedCode(NOTIFICATIONS).nullable(),
    facts: z.array(storedCode(FACTS)),
    lodged_on: day.nullable(),
    registered_on: day.nullable(),
    letter_on: day.nullable(),
    letter_amount: z.number().nullable(),
    letter_unit: storedCode(UNITS).nullable(),
    due_on: day.nullable(),
    counted_on: day.nullable(),
    retained_rule_id: z.string().nullable(),
  }),
)
const said = z.array(
  z.object({
    id: z.string(),
    organisation_id: z.string(),
    rule_id: z.string(),
    kind: z.string(),
    periods: z.json().nullable(),
  }),
)

type Earlier = { readonly id: string; readonly on: Day }

/** The day of today's rules where it is earlier than the one that was counted and no one has decided. */
const listEarlier = async (work: JobWork): Promise<readonly Earlier[]> => {
  const rows = counted.parse(
    await work.tx
      .$queryRaw`SELECT deadline_id, organisation_id, rule_id, family, event, happened_on, happened_at, notification,
      facts, lodged_on, registered_on, letter_on, letter_amount, letter_unit, due_on, counted_on, retained_rule_id
      FROM app.deadlines_to_recount()`,
  )
  if (rows.length === 0) return []
  const rulings = said.parse(
    await work.tx.$queryRaw`SELECT id, organisation_id, rule_id, kind, periods FROM app.rulings_to_recount()`,
  )
  const rulesOf = await rulesForJob(
    work,
    rulings.map(({ organisation_id, rule_id, ...one }) => ({
      ...one,
      organisationId: organisation_id,
      ruleId: rule_id,
    })),
  )
  return rows.flatMap((row) => {
    const recount = recountOf(
      {
        event: row.event,
        happenedOn: row.happened_on,
        happenedAt: row.happened_at,
        notification: row.notification,
        facts: row.facts,
        lodgedOn: row.lodged_on,
        registeredOn: row.registered_on,
        letterOn: row.letter_on,
        letterAmount: row.letter_amount,
        letterUnit: row.letter_unit,
        family: row.family,
        dueOn: row.due_on,
        countedOn: row.counted_on,
        ruleId: row.rule_id,
        retainedRuleId: row.retained_rule_id,
      },
      rulesOf(row.organisation_id),
    )
    const on = remindOnBoth(row.counted_on, recount)
    return on === null || on === row.counted_on ? [] : [{ id: row.deadline_id, on }]
  })
}

/**
 * As long as no one has said whether a corrected rule counts, its deadline reminds by the earlier of both days, and is a danger by it
 * in every list. The job sees ids, days and codes, no file; the database takes no later day.
 */
export const remindSooner = async (work: JobWork): Promise<void> => {
  const earlier = await listEarlier(work)
  if (earlier.length === 0) return
  await work.tx.$queryRaw`SELECT app.remind_sooner(${earlier.map(({ id }) => id)}::uuid[],
    ${earlier.map(({ on }) => toDate(on))}::date[])::text`
}
