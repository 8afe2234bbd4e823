import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import readers from '@/app/(signed-in)/reports/readers/page'
import { can } from '@/lib/access/can'
import { deactivate, reactivate } from '@/lib/accounts/administration.actions'
import { answerCapability, askCapability, takeCapabilityBack } from '@/lib/accounts/capability.actions'
import { listCapabilities } from '@/lib/accounts/capability.data'
import { lastDayOf } from '@/lib/accounts/capability.rules'
import { disconnect } from '@/lib/db/client'
import type { Work } from '@/lib/db/work'
import type { Capability } from '@/lib/shared/capabilities'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import { draw } from '../support/draw'
import { givenBareFile } from '../support/given/bare-file'
import { givenStaffOf } from '../support/given/colleague'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'

let organisation: GivenOrganisation
/** Two more admins; Lea leads data protection. */
let abe: GivenStaff
let lea: GivenStaff
const today = dayOf(new Date())

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenBareFile(organisation)
  abe = await givenStaffOf(organisation, 'admin', null)
  lea = await givenStaffOf(organisation, 'admin', null)
  await organisation.ask('UPDATE staff SET leads_data_protection = true WHERE id = $1', [lea.id])
})
beforeEach(() => organisation.ask('TRUNCATE capability_grant, notice'))
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const made = z.object({ ok: z.literal(true), value: z.object({ grantId: z.uuid() }) })
const asks = (
  who: GivenStaff,
  whom: GivenStaff,
  { kind = 'reads_figures', until = addDays(today, 30) }: { kind?: Capability; until?: Day } = {},
) => act(who.token, askCapability, { staffId: whom.id, kind, until })
const asked = async (...of: Parameters<typeof asks>) => made.parse(await asks(...of)).value.grantId
const answer = (who: GivenStaff, grantId: string, said = 'given') =>
  act(who.token, answerCapability, { grantId, said })
const given = async (whom: GivenStaff, choice: { kind?: Capability; until?: Day } = {}) => {
  const grantId = await asked(organisation.ada, whom, choice)
  expect(await answer(lea, grantId)).toMatchObject({ ok: true })
  return grantId
}
/** What the code knows of it, and what a policy is told. */
const holds = (who: GivenStaff, kind: Capability = 'reads_figures') =>
  who.work(async (work) => {
    const inDatabase = await isHeld(work, kind)
    expect(work.actor.capabilities.includes(kind)).toBe(inDatabase)
    return inDatabase
  })
const isHeld = async ({ tx }: Work, kind: Capability) => {
  const [row] = z
    .array(z.object({ held: z.boolean() }))
    .length(1)
    .parse(await tx.$queryRaw`SELECT app.holds_capability(${kind}) AS held`)
  return row?.held
}
/** How many files there are for a count of the whole organisation, by the role that reads no text. */
const countedFiles = (who: GivenStaff) =>
  who.work((work) =>
    work.counts('organisation', async ({ tx }) => {
      const [row] = z
        .array(z.object({ n: z.number() }))
        .length(1)
        .parse(await tx.$queryRaw`SELECT count(id)::int AS n FROM case_file`)
      return row?.n
    }),
  )
const told = async (who: GivenStaff, kind: string) =>
  (await organisation.ask('SELECT FROM notice WHERE staff_id = $1 AND kind = $2', [who.id, kind])).length
const no = (code: string) => ({ ok: false, code })

describe('who reads exact figures', () => {
  it('is asked by one admin and given by another one, and neither of them is the holder', async () => {
    expect(await asks(organisation.ada, organisation.ada)).toMatchObject(no('notOneself'))
    for (const who of [organisation.casey, organisation.coral, organisation.gus])
      expect(await asks(who, organisation.cory)).toMatchObject(no('forbidden'))
    for (const whom of [organisation.gus, organisation.stranger])
      expect(await asks(organisation.ada, whom)).toMatchObject(no('notFound'))

    const grantId = await asked(organisation.ada, abe)
    expect(await asks(lea, abe)).toMatchObject(no('capabilityWaits'))
    expect(await answer(organisation.ada, grantId)).toMatchObject(no('capabilitySecond'))
    expect(await answer(abe, grantId)).toMatchObject(no('notOneself'))
    expect(await answer(organisation.coral, grantId)).toMatchObject(no('forbidden'))
    expect(await holds(abe)).toBe(false)
    expect([await told(lea, 'capability_waits'), await told(organisation.ada, 'capability_waits')]).toEqual([
      1, 0,
    ])

    expect(await answer(lea, grantId)).toMatchObject({ ok: true })
    expect(await answer(lea, grantId)).toMatchObject(no('alreadyAnswered'))
    expect(await asks(organisation.ada, abe)).toMatchObject(no('capabilityGiven'))
    expect(await holds(abe)).toBe(true)
    expect(await told(abe, 'capability_changed')).toBe(1)
  })

  it('is refused by any admin, then asked anew; another organisation knows nothing of it', async () => {
    const grantId = await asked(organisation.ada, organisation.casey)
    await organisation.ask(`UPDATE staff SET role = 'admin' WHERE id = $1`, [organisation.stranger.id])
    expect(await answer(organisation.stranger, grantId)).toMatchObject(no('notFound'))
    expect(await asks(organisation.stranger, organisation.casey)).toMatchObject(no('notFound'))
    expect(await answer(organisation.ada, grantId, 'refused')).toMatchObject({ ok: true })
    expect(await answer(lea, grantId)).toMatchObject(no('alreadyAnswered'))
    const again = await given(organisation.casey)
    expect(await act(organisation.stranger.token, takeCapabilityBack, { grantId: again })).toMatchObject(
      no('notFound'),
    )
    expect(await organisation.stranger.work((work) => listCapabilities(work))).toEqual([])
    await organisation.ask(`UPDATE staff SET role = 'coordinator' WHERE id = $1`, [organisation.stranger.id])
  })

  it('opens no file and no admin page of figures without it', async () => {
    await organisation.ada.work(async ({ actor, tx }) => {
      expect(can(actor, 'report:sealed')).toBe(false)
      expect(await tx.caseFile.count()).toBe(0)
    })
    expect(await countedFiles(abe)).toBe(0)
    await given(abe)
    expect(await countedFiles(abe)).toBeGreaterThan(0)
    await abe.work(async ({ actor, tx }) => {
      expect([can(actor, 'report:read'), can(actor, 'report:sealed')]).toEqual([true, false])
      expect([can(actor, 'case:read'), can(actor, 'visit:read')]).toEqual([false, false])
      expect([await tx.caseFile.count(), await tx.person.count(), await tx.note.count()]).toEqual([0, 0, 0])
    })
    const before = await organisation.sol.work(({ tx }) => tx.caseFile.findMany({ select: { id: true } }))
    await given(organisation.sol)
    expect(await organisation.sol.work(({ tx }) => tx.caseFile.findMany({ select: { id: true } }))).toEqual(
      before,
    )
  })

  it('is read by everyone who works here, until when, and by no guest', async () => {
    await given(organisation.casey, { until: addDays(today, 30) })
    await asked(organisation.ada, organisation.cory)
    for (const who of [organisation.sol, organisation.sola, organisation.casey]) {
      const shown = await openPage(who.token, readers)
      const words = shown.outcome === 'shown' ? await draw(shown.node) : shown.outcome
      expect(words).toContain('casey Invented')
      expect(words).not.toContain('cory Invented')
      expect(await who.work(({ tx }) => tx.capabilityGrant.count())).toBe(1)
    }
    const admin = await openPage(organisation.ada.token, readers)
    expect(admin.outcome === 'shown' ? await draw(admin.node) : '').toContain('cory Invented')
    expect((await openPage(organisation.gus.token, readers)).outcome).toBe('notFound')
    expect(await organisation.gus.work(({ tx }) => tx.capabilityGrant.count())).toBe(0)
  })

  it('cannot be written past the functions, nor by one of two in any way', async () => {
    const grantId = await asked(organisation.ada, organisation.casey)
    for (const write of [
      `UPDATE capability_grant SET state = 'given', answered_by = '${lea.id}', answered_at = now() WHERE id = '${grantId}'`,
      `UPDATE capability_grant SET ends_on = ends_on + 900 WHERE id = '${grantId}'`,
      `DELETE FROM capability_grant`,
    ])
      await expect(organisation.ada.work(({ tx }) => tx.$executeRawUnsafe(write))).rejects.toThrow(
        /permission denied/,
      )
    for (const by of [organisation.ada, organisation.casey])
      await expect(
        organisation.ask(
          `UPDATE capability_grant SET state = 'given', answered_by = $2, answered_at = now() WHERE id = $1`,
          [grantId, by.id],
        ),
      ).rejects.toThrow(/capability_grant_two/)
  })
})

describe('two admins are two humans', () => {
  it('so that an account without a voucher, or a new one, neither asks nor gives', async () => {
    const puppet = await givenStaffOf(organisation, 'admin', null)
    const set = (column: string, value: unknown) =>
      organisation.ask(`UPDATE staff SET ${column} = $2 WHERE id = $1`, [puppet.id, value])
    await set('invited_by', organisation.ada.id)
    await set('vouched_by', null)
    const first = await asked(puppet, organisation.casey)
    expect(await answer(organisation.ada, first)).toMatchObject(no('secondAsker'))
    expect(await answer(lea, first)).toMatchObject(no('secondAsker'))
    const second = await asked(organisation.ada, organisation.cory)
    expect(await answer(puppet, second)).toMatchObject(no('secondNotVouched'))
    await set('vouched_by', organisation.coral.id)
    await set('created_at', new Date())
    expect(await answer(puppet, second)).toMatchObject(no('secondTooNew'))
    expect(await answer(lea, first)).toMatchObject(no('secondAsker'))
    await set('created_at', new Date(Date.now() - 15 * 24 * 60 * 60 * 1000))
    expect(await answer(puppet, second)).toMatchObject({ ok: true })
    // Of restricted and sealed files not even then: one of them invited the other.
    await set('leads_data_protection', true)
    const sealed = await asked(organisation.ada, organisation.sol, { kind: 'reads_sealed_figures' })
    expect(await answer(puppet, sealed)).toMatchObject(no('secondSameLine'))
    expect(await holds(organisation.sol, 'reads_sealed_figures')).toBe(false)
    // The one who asked is no admin any more.
    await set('active', false)
    expect(await answer(lea, first)).toMatchObject(no('secondAsker'))
  })

  it('and one of them leads data protection where restricted and sealed files are counted', async () => {
    const kind = 'reads_sealed_figures'
    const grantId = await asked(organisation.ada, organisation.casey, { kind })
    expect(await answer(abe, grantId)).toMatchObject(no('capabilityNoLead'))
    expect(await answer(lea, grantId)).toMatchObject({ ok: true })
    const other = await asked(lea, organisation.cory, { kind })
    expect(await answer(abe, other)).toMatchObject({ ok: true })
    // Neither capability is the other one.
    expect([await holds(organisation.cory, kind), await holds(organisation.cory)]).toEqual([true, false])
  })
})

describe('it ends', () => {
  it('by itself, to the second, after 13 months at most', async () => {
    expect(
      await asks(organisation.ada, organisation.casey, { until: addDays(lastDayOf(today), 1) }),
    ).toMatchObject({
      code: 'invalid',
      fields: { until: 'capabilityTooFar' },
    })
    expect(await asks(organisation.ada, organisation.casey, { until: addDays(today, -1) })).toMatchObject({
      fields: { until: 'untilPassed' },
    })
    const grantId = await given(organisation.casey, { until: lastDayOf(today) })
    const waits = await asked(organisation.ada, organisation.cory, { until: addDays(today, 3) })
    const [end] = await organisation.ask(
      `SELECT app.end_of_day(ends_on) - interval '1 second' AS before, app.end_of_day(ends_on) AS at
         FROM capability_grant WHERE id = $1`,
      [grantId],
    )
    const setClock = (moment: unknown) =>
      organisation.ask(
        `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = ''
         RETURN ${moment instanceof Date ? `'${moment.toISOString()}'::timestamptz` : 'pg_catalog.statement_timestamp()'}`,
      )
    try {
      for (const [moment, isHolder] of [
        [end?.before, true],
        [end?.at, false],
      ] as const) {
        await setClock(moment)
        await organisation.ask(
          `UPDATE session SET last_seen_at = app.now(), expires_at = app.now() + interval '1 hour'`,
        )
        expect(await holds(organisation.casey)).toBe(isHolder)
        expect(await organisation.sol.work(({ tx }) => tx.capabilityGrant.count())).toBe(isHolder ? 1 : 0)
      }
      expect(await answer(lea, waits)).toMatchObject(no('capabilityOver'))
      expect(await act(abe.token, takeCapabilityBack, { grantId })).toMatchObject(no('notFound'))
    } finally {
      await setClock(null)
      await organisation.ask(
        `UPDATE session SET last_seen_at = app.now(), expires_at = app.now() + interval '9 hours'`,
      )
    }
  })

  it('at once by the word of one admin, also for a page that is being read', async () => {
    const grantId = await given(organisation.casey)
    await organisation.casey.work(async (work) => {
      expect(await isHeld(work, 'reads_figures')).toBe(true)
      expect(await act(abe.token, takeCapabilityBack, { grantId })).toMatchObject({ ok: true })
      expect(await isHeld(work, 'reads_figures')).toBe(false)
    })
    expect(await act(abe.token, takeCapabilityBack, { grantId })).toMatchObject(no('notFound'))
    expect(
      await organisation.ask(
        `SELECT actor_id FROM audit_event WHERE event = 'report.capabilityEnded' AND detail->>'grantId' = $1`,
        [grantId],
      ),
    ).toEqual([{ actor_id: abe.id }])
    await given(organisation.casey)
  })

  it('with the account, and does not come back with it', async () => {
    const holder = await givenStaffOf(organisation, 'caseworker', organisation.north)
    await given(holder)
    const version = async () =>
      Number((await organisation.ask('SELECT version FROM staff WHERE id = $1', [holder.id]))[0]?.version)
    // No one has vouched for the admin that it became: it holds nothing meanwhile, although its session is live.
    const [{ vouched_at: vouched } = {}] = await organisation.ask(
      'SELECT vouched_at FROM staff WHERE id = $1',
      [holder.id],
    )
    await organisation.ask(`UPDATE staff SET role = 'admin', vouched_by = NULL WHERE id = $1`, [holder.id])
    expect(await holds(holder)).toBe(false)
    await organisation.ask(`UPDATE staff SET role = 'caseworker', vouched_at = $2 WHERE id = $1`, [
      holder.id,
      vouched,
    ])
    expect(await holds(holder)).toBe(true)
    expect(
      await act(organisation.ada.token, deactivate, { staffId: holder.id, version: await version() }),
    ).toMatchObject({ ok: true })
    expect(
      await act(organisation.ada.token, reactivate, { staffId: holder.id, version: await version() }),
    ).toMatchObject({ ok: true })
    await organisation.ask('UPDATE session SET revoked_at = NULL WHERE staff_id = $1', [holder.id])
    expect(await holds(holder)).toBe(false)
    const guest = await givenStaffOf(organisation, 'caseworker', null)
    await given(guest)
    await organisation.ask(`UPDATE staff SET role = 'guest' WHERE id = $1`, [guest.id])
    expect(await holds(guest)).toBe(false)
  })
})

describe('at one time', () => {
  it('three accounts read figures of restricted and sealed files, however many are given at once', async () => {
    const kind = 'reads_sealed_figures'
    const { casey, cory, sol, coral, sola } = organisation
    const holders = [casey, cory, sol, coral]
    const asksFor = await Promise.all(holders.map((whom) => asked(organisation.ada, whom, { kind })))
    const answers = await Promise.all(asksFor.map((grantId) => answer(lea, grantId)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([no('capabilityThree')])
    expect(await asks(organisation.ada, sola, { kind })).toMatchObject(no('capabilityThree'))
    // Taken back from one, another one may have it.
    const [first] = await organisation.ask(`SELECT id FROM capability_grant WHERE state = 'given' LIMIT 1`)
    expect(await act(abe.token, takeCapabilityBack, { grantId: first?.id })).toMatchObject({ ok: true })
    await given(sola, { kind })
  })

  it('the same request sent again is one request, and the same answer one answer', async () => {
    const input = { staffId: organisation.casey.id, kind: 'reads_figures', until: addDays(today, 30) }
    const askId = crypto.randomUUID()
    const [one, two] = [
      made.parse(await act(organisation.ada.token, askCapability, input, askId)),
      made.parse(await act(organisation.ada.token, askCapability, input, askId)),
    ]
    expect(two).toEqual(one)
    const { grantId } = one.value
    const giveId = crypto.randomUUID()
    const give = () => act(lea.token, answerCapability, { grantId, said: 'given' }, giveId)
    expect([await give(), await give()]).toMatchObject([{ ok: true }, { ok: true }])
    expect(
      await organisation.ask(
        `SELECT event, count(*)::int AS n FROM audit_event WHERE detail->>'grantId' = $1 GROUP BY event ORDER BY event`,
        [grantId],
      ),
    ).toEqual([
      { event: 'report.capabilityAnswered', n: 1 },
      { event: 'report.capabilityAsked', n: 1 },
    ])
    // Taken back, the first answer sent once more gives nothing back.
    await act(abe.token, takeCapabilityBack, { grantId })
    await give()
    expect(await holds(organisation.casey)).toBe(false)
  })
})
