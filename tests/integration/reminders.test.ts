import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordDeadline } from '@/lib/deadlines/deadline.actions'
import { listTold } from '@/lib/deadlines/reminded.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { runReminderJob } from '../../scripts/reminder-job'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
const today = dayOf(new Date())
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

/** A file with one deadline of a severity that reminds so many days from now, known for two months, and no notice yet. */
const givenDeadline = async ({
  severity = 'high',
  inDays = 7,
  secrecy = 'open',
}: {
  severity?: string
  inDays?: number
  secrecy?: 'open' | 'restricted'
} = {}) => {
  const { id: caseId } = await givenBareFile(organisation, secrecy)
  if (secrecy === 'restricted') await givenMember(organisation, caseId, organisation.casey.id, 'circle')
  await act(organisation.casey.token, recordDeadline, {
    caseId,
    replaces: '',
    version: 0,
    event: 'cgrs_decision_notified',
    happenedOn: addDays(today, -10),
    happenedAt: '',
    notification: 'hand_delivery',
    held: 'no',
    facts: [],
    lodgedOn: '2025-03-03',
    registeredOn: '',
    letterKind: 'none',
    letterOn: '',
    letterAmount: '',
    letterUnit: 'calendar_day',
  })
  await organisation.ask('DELETE FROM notice WHERE case_id = $1', [caseId])
  await move(caseId, severity, inDays)
  return caseId
}
const move = (caseId: string, severity: string, inDays: number) =>
  organisation.ask(
    `UPDATE deadline SET severity = $2, remind_on = $3, due_on = $3, created_at = now() - interval '60 days' WHERE case_id = $1`,
    [caseId, severity, addDays(today, inDays)],
  )
const told = async (caseId: string) =>
  (
    await organisation.ask(
      `SELECT split_part(s.name, ' ', 1) || ' ' || n.kind AS line FROM notice n JOIN staff s ON s.id = n.staff_id
        WHERE n.case_id = $1 ORDER BY 1`,
      [caseId],
    )
  ).map(({ line }) => String(line))

describe('the reminders of a deadline', () => {
  it('go by severity: a high one a week before to its worker, a critical one two days before to all', async () => {
    const high = await givenDeadline()
    const critical = await givenDeadline({ severity: 'critical', inDays: 2 })
    const normal = await givenDeadline({ severity: 'normal', inDays: 8 })
    await runReminderJob()
    expect(await told(high)).toEqual(['casey deadline_near'])
    expect(await told(critical)).toEqual(['casey deadline_near_critical', 'coral deadline_near_critical'])
    expect(await told(normal)).toEqual([])
  })

  it('are said once however often and in however many copies the job runs', async () => {
    const caseId = await givenDeadline({ inDays: 2 })
    await Promise.all([runReminderJob(), runReminderJob(), runReminderJob()])
    await organisation.ask('UPDATE notice SET read_at = now() WHERE case_id = $1', [caseId])
    expect(await runReminderJob()).toBe(0)
    expect(await told(caseId)).toEqual(['casey deadline_near', 'coral deadline_near'])
  })

  it('that fell into a gap are said when the application wakes, and only the last of them', async () => {
    const caseId = await givenDeadline({ inDays: 5 })
    await runReminderJob()
    const stages = await organisation.ask(
      `SELECT r.stage_on::text AS stage FROM deadline_reminder r JOIN deadline d ON d.id = r.deadline_id WHERE d.case_id = $1`,
      [caseId],
    )
    expect(stages).toEqual([{ stage: addDays(today, -2) }])
  })

  it('of a later stage come up again over an unread line, and go out by mail again', async () => {
    const caseId = await givenDeadline({ inDays: 7 })
    await runReminderJob()
    await organisation.ask(
      `UPDATE notice SET mailed_at = now(), created_at = now() - interval '5 days' WHERE case_id = $1`,
      [caseId],
    )
    await organisation.ask(
      `UPDATE deadline_reminder SET stage_on = stage_on - 5 WHERE deadline_id IN (SELECT id FROM deadline WHERE case_id = $1)`,
      [caseId],
    )
    await move(caseId, 'high', 2)
    await runReminderJob()
    expect(
      await organisation.ask(
        `SELECT mailed_at, created_at > now() - interval '1 hour' AS fresh FROM notice WHERE case_id = $1 AND staff_id = $2`,
        [caseId, organisation.casey.id],
      ),
    ).toEqual([{ mailed_at: null, fresh: true }])
  })

  it('reach a deputy while they cover, and no one who has left', async () => {
    const caseId = await givenDeadline({ severity: 'normal', inDays: 1 })
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, valid_until, added_by) VALUES ($1, $2, $3, 'cover', now() + interval '1 day', $4)`,
      [newId(), caseId, organisation.cory.id, organisation.coral.id],
    )
    await runReminderJob()
    expect(await told(caseId)).toEqual(['casey deadline_near', 'cory deadline_near'])
  })

  it('of a file whose worker has left reach the coordinator of the office', async () => {
    const caseId = await givenDeadline({ severity: 'normal', inDays: 1 })
    await organisation.ask('UPDATE staff SET active = false WHERE id = $1', [organisation.casey.id])
    await runReminderJob()
    await organisation.ask('UPDATE staff SET active = true WHERE id = $1', [organisation.casey.id])
    expect(await told(caseId)).toEqual(['coral deadline_near'])
  })

  it('of a restricted file stay within its circle', async () => {
    const caseId = await givenDeadline({ severity: 'critical', inDays: 0, secrecy: 'restricted' })
    await runReminderJob()
    expect(await told(caseId)).toEqual(['casey deadline_near_critical'])
  })

  it('that no one answered are said again each day, to everyone', async () => {
    const caseId = await givenDeadline({ severity: 'normal', inDays: -3 })
    await runReminderJob()
    expect(await told(caseId)).toEqual(['casey deadline_passed', 'coral deadline_passed'])
  })

  it('end with the deadline, and rest with a closed file', async () => {
    const closed = await givenDeadline({ severity: 'critical', inDays: 0 })
    await organisation.ask(`UPDATE case_file SET status = 'closed' WHERE id = $1`, [closed])
    const over = await givenDeadline({ severity: 'critical', inDays: 0 })
    await organisation.ask(
      `UPDATE deadline SET status = 'superseded', superseded_by = id WHERE case_id = $1`,
      [over],
    )
    await runReminderJob()
    expect(await told(closed)).toEqual([])
    expect(await told(over)).toEqual([])
  })

  it('are told, by day, to anyone who reads the file and to no one else', async () => {
    const caseId = await givenDeadline({ severity: 'critical', inDays: 1, secrecy: 'restricted' })
    await givenMember(organisation, caseId, organisation.coral.id, 'circle')
    await runReminderJob()
    await organisation.ask(
      `UPDATE deadline_reminder SET stage_on = stage_on - 1, told_at = told_at - interval '1 day'
        WHERE deadline_id IN (SELECT id FROM deadline WHERE case_id = $1)`,
      [caseId],
    )
    await organisation.ask(
      `UPDATE case_member SET valid_until = now() WHERE case_id = $1 AND staff_id = $2`,
      [caseId, organisation.coral.id],
    )
    await runReminderJob()
    const [told] = (await organisation.casey.work((work) => listTold(work, caseId))).values()
    expect(told).toEqual([
      { on: today, names: ['casey Invented'] },
      { on: addDays(today, -1), names: ['casey Invented', 'coral Invented'] },
    ])
    for (const who of ['coral', 'cory', 'sol', 'ada', 'gus', 'stranger'] as const)
      expect((await organisation[who].work((work) => listTold(work, caseId))).size).toBe(0)
  })

  it('leave one line in the audit log, with a number and nothing else', async () => {
    // Says first whatever the tests before this one left to be said.
    await runReminderJob()
    const caseId = await givenDeadline()
    await runReminderJob()
    const [line] = await organisation.ask(
      `SELECT actor_kind, case_id, detail FROM audit_event WHERE event = 'deadline.reminded' ORDER BY at DESC LIMIT 1`,
    )
    expect(line).toMatchObject({ actor_kind: 'job:reminders', case_id: null, detail: { count: 1 } })
    expect(JSON.stringify(line)).not.toContain(caseId)
  })
})
