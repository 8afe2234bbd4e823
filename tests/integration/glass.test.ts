import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { answerOpening, openInEmergency } from '@/lib/circles/glass.actions'
import { listShown, listUnanswered } from '@/lib/circles/glass.data'
import { reviewDueOn } from '@/lib/circles/glass.rules'
import { disconnect } from '@/lib/db/client'
import { newCode, newId } from '@/lib/shared/ids'
import { givenStaffOf } from '../support/given/colleague'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const REASON = 'Verzonnen: somebody waits at the door tonight.'

/** A file of casey with cory in its circle; sol of the south team and the coordinators are outside. */
const givenFile = async (secrecy: 'open' | 'restricted' | 'sealed' = 'restricted') => {
  const [id, code, personId] = [newId(), newCode(), newId()]
  await organisation.ask('BEGIN')
  await organisation.ask(
    `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
     VALUES ($1, $2, 'detention', $3, $4, $5, '2026-07-01', $5)`,
    [id, code, secrecy, organisation.north, organisation.casey.id],
  )
  for (const { id: staffId } of [organisation.casey, organisation.cory])
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $4)`,
      [newId(), id, staffId, organisation.casey.id],
    )
  await organisation.ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
    personId,
    newCode(),
    organisation.casey.id,
  ])
  await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [id, personId])
  await organisation.ask('COMMIT')
  return { id, code, personId }
}

/** A fresh colleague of the south team, who has tried nothing yet. */
const givenColleague = async (role: 'caseworker' | 'coordinator' | 'admin' | 'guest' = 'caseworker') => {
  return givenStaffOf(
    organisation,
    role,
    role === 'caseworker' || role === 'coordinator' ? organisation.south : null,
  )
}

const answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), caseId: z.string(), glassId: z.string(), code: z.string() }),
  z.object({ type: z.literal('missed') }),
  z.object({ type: z.literal('blocked') }),
])
const tryCode = async (who: GivenStaff, code: string) => {
  const heard = await act(who.token, openInEmergency, { code, kind: 'danger', reason: REASON })
  if (!heard.ok) throw new Error(heard.code)
  return answer.parse(heard.value)
}
const seen = (who: GivenStaff, caseId: string) =>
  who.work((work) => work.tx.caseFile.count({ where: { id: caseId } }))

describe('a restricted file opened in an emergency', () => {
  it('is read by the one who typed its code, and by no one else', async () => {
    const { id, code, personId } = await givenFile()
    const [breaker, other] = [await givenColleague(), await givenColleague()]
    expect(await seen(breaker, id)).toBe(0)
    expect(await tryCode(breaker, ` ${code.toLowerCase()} `)).toMatchObject({
      type: 'opened',
      caseId: id,
      code,
    })
    expect(await seen(breaker, id)).toBe(1)
    expect(await breaker.work((work) => work.tx.person.count({ where: { id: personId } }))).toBe(1)
    expect(await seen(other, id)).toBe(0)
    expect(await seen(organisation.coral, id)).toBe(0)
  })

  it('lets nothing be written through it, table by table', async () => {
    const { id, code, personId } = await givenFile()
    const breaker = await givenColleague()
    await tryCode(breaker, code)
    const refused = async (sql: string) => {
      const done = await breaker
        .work((work) => work.tx.$executeRawUnsafe(sql))
        .catch((error: unknown) => (String(error).includes('42501') ? 0 : String(error)))
      expect(`${sql}: ${done}`).toBe(`${sql}: 0`)
    }
    const who = `'${breaker.id}'`
    await refused(`UPDATE case_file SET risk = 'high' WHERE id = '${id}'`)
    await refused(`UPDATE person SET sex = 'x' WHERE id = '${personId}'`)
    await refused(`UPDATE case_member SET valid_until = app.now() WHERE case_id = '${id}'`)
    await refused(`UPDATE glass SET reason_cipher = NULL WHERE case_id = '${id}'`)
    await refused(
      `INSERT INTO note (id, case_id, kind, happened_on, body_cipher, author_id) VALUES ('${newId()}', '${id}', 'call', '2026-07-02', '\\x00', ${who})`,
    )
    await refused(
      `INSERT INTO task (id, case_id, text_cipher, assigned_to, created_by) VALUES ('${newId()}', '${id}', '\\x00', ${who}, ${who})`,
    )
    await refused(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ('${newId()}', '${id}', ${who}, 'support', ${who})`,
    )
    for (const circle of ['NULL', `'${id}'`])
      await refused(
        `INSERT INTO person_name (id, person_id, kind, text, circle_case_id) VALUES ('${newId()}', '${personId}', 'alias', 'X', ${circle})`,
      )
    await refused(
      `INSERT INTO wrapped_key (id, holder_kind, holder_id, kid, wrapped) VALUES ('${newId()}', 'file', '${id}', 'x', '\\x00')`,
    )
    const own = await givenFile('open')
    await refused(
      `INSERT INTO related_file (id, case_id, other_case_id, kind, created_by) VALUES ('${newId()}', '${id}', '${own.id}', 'sibling', ${who})`,
    )
  })

  it('is over after four hours, to the minute, in a transaction under way too', async () => {
    const { id, code } = await givenFile()
    const breaker = await givenColleague()
    const opened = await tryCode(breaker, code)
    if (opened.type !== 'opened') throw new Error(opened.type)
    await breaker.work(async (work) => {
      expect(await work.tx.caseFile.count({ where: { id } })).toBe(1)
      await organisation.ask(`UPDATE glass SET expires_at = at + interval '1 millisecond' WHERE id = $1`, [
        opened.glassId,
      ])
      expect(await work.tx.caseFile.count({ where: { id } })).toBe(0)
    })
    await expect(
      organisation.ask(`UPDATE glass SET expires_at = at + interval '4 hours 1 second' WHERE id = $1`, [
        opened.glassId,
      ]),
    ).rejects.toThrow(/glass_hours/)
  })

  it('tells the circle with the file, and who leads its office that it happened', async () => {
    const { id, code } = await givenFile()
    const breaker = await givenColleague()
    await tryCode(breaker, code)
    const told = await organisation.ask(
      `SELECT staff_id, case_id FROM notice WHERE kind = 'glass_broken' AND created_at > now() - interval '1 minute'
        AND (case_id = $1 OR (case_id IS NULL AND staff_id = $2)) ORDER BY case_id NULLS LAST`,
      [id, organisation.coral.id],
    )
    expect(
      told
        .filter(({ case_id }) => case_id === id)
        .map(({ staff_id }) => staff_id)
        .sort(),
    ).toEqual([organisation.casey.id, organisation.cory.id].sort())
    expect(told.some(({ staff_id, case_id }) => staff_id === organisation.coral.id && case_id === null)).toBe(
      true,
    )
    const auditLog = await organisation.ask(
      `SELECT actor_id, detail->>'kind' AS kind FROM audit_event WHERE event = 'glass.broken' AND case_id = $1`,
      [id],
    )
    expect(auditLog).toEqual([{ actor_id: breaker.id, kind: 'danger' }])
  })

  it('says so on the file for a month, and waits for one answer of someone else', async () => {
    const { id, code } = await givenFile()
    const breaker = await givenColleague()
    const opened = await tryCode(breaker, code)
    if (opened.type !== 'opened') throw new Error(opened.type)
    const { glassId } = opened
    expect(await organisation.cory.work((work) => listShown(work, id))).toMatchObject([
      { id: glassId, isMine: false, verdict: null },
    ])
    const waiting = async (who: GivenStaff) =>
      (await who.work(listUnanswered)).find((one) => one.id === glassId) ?? null
    expect(await waiting(organisation.cory)).toMatchObject({ reason: REASON, file: { code } })
    // Who leads the office reads why, and not which file it is.
    expect(await waiting(organisation.coral)).toMatchObject({ reason: REASON, file: null })
    for (const who of [breaker, organisation.sol, organisation.sola]) expect(await waiting(who)).toBeNull()
    const say = (who: GivenStaff) => act(who.token, answerOpening, { glassId, verdict: 'ask_next_time' })
    for (const who of [breaker, organisation.sol, organisation.sola])
      expect(await say(who)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await say(organisation.coral)).toMatchObject({ ok: true })
    expect(await say(organisation.cory)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await waiting(organisation.cory)).toBeNull()
    await organisation.ask(
      `UPDATE glass SET at = at - interval '31 days', expires_at = expires_at - interval '31 days', review_due_on = review_due_on - 31 WHERE id = $1`,
      [glassId],
    )
    expect(await organisation.cory.work((work) => listShown(work, id))).toEqual([])
  })

  it('is due within five working days', async () => {
    expect(reviewDueOn('2026-11-25')).toBe('2026-12-02')
    expect(reviewDueOn('2026-12-21')).toBe('2026-12-29')
  })
})

describe('a miss', () => {
  it('is one answer for a code that no file has, a sealed file, an open one, one’s own and another organisation’s', async () => {
    const [sealed, open, own] = [await givenFile('sealed'), await givenFile('open'), await givenFile()]
    const breaker = await givenColleague()
    const said = [
      await tryCode(breaker, newCode()),
      await tryCode(breaker, sealed.code),
      await tryCode(breaker, open.code),
      await tryCode(organisation.casey, own.code),
      await tryCode(organisation.stranger, own.code),
    ]
    expect(said).toEqual(said.map(() => ({ type: 'missed' })))
    expect(
      await organisation.ask('SELECT 1 FROM glass WHERE case_id = ANY ($1)', [[sealed.id, open.id, own.id]]),
    ).toEqual([])
    const auditLog = await organisation.ask(
      `SELECT case_id, detail FROM audit_event WHERE event = 'glass.missed' AND actor_id = $1`,
      [breaker.id],
    )
    expect(auditLog).toEqual(auditLog.map(() => ({ case_id: null, detail: { isBlocked: false } })))
  })

  it('counts: the sixth try within an hour is blocked, for a right code too', async () => {
    const { code, id } = await givenFile()
    const breaker = await givenColleague()
    for (let n = 0; n < 5; n++) expect(await tryCode(breaker, newCode())).toEqual({ type: 'missed' })
    expect(await tryCode(breaker, code)).toEqual({ type: 'blocked' })
    expect(await seen(breaker, id)).toBe(0)
    await organisation.ask(`UPDATE glass_try SET at = at - interval '61 minutes' WHERE staff_id = $1`, [
      breaker.id,
    ])
    expect(await tryCode(breaker, code)).toMatchObject({ type: 'opened' })
  })

  it('five crossing tries and one more are counted one after the other', async () => {
    const breaker = await givenColleague()
    const said = await Promise.all(Array.from({ length: 8 }, () => tryCode(breaker, newCode())))
    expect(said.filter(({ type }) => type === 'missed')).toHaveLength(5)
  })

  it('three files within thirty days are the most', async () => {
    const breaker = await givenColleague()
    for (let n = 0; n < 3; n++)
      expect(await tryCode(breaker, (await givenFile()).code)).toMatchObject({ type: 'opened' })
    const { code } = await givenFile()
    expect(await tryCode(breaker, code)).toEqual({ type: 'blocked' })
    expect(await tryCode(breaker, newCode())).toEqual({ type: 'blocked' })
  })

  it.each(['admin', 'guest'] as const)('is not even an answer for an %s', async (role) => {
    const { code } = await givenFile()
    const who = await givenColleague(role)
    const heard = await act(who.token, openInEmergency, { code, kind: 'danger', reason: REASON })
    expect(heard).toMatchObject({ ok: false, code: 'forbidden' })
    await expect(
      who.work(
        (work) =>
          work.tx.$queryRaw`SELECT app.break_glass(${newId()}::uuid, ${code}, 'danger', app.now()::date)`,
      ),
    ).rejects.toThrow(/42501/)
  })

  it('needs a reason of twenty characters', async () => {
    const heard = await act(organisation.sol.token, openInEmergency, {
      code: 'K7-3QF',
      kind: 'danger',
      reason: 'Too short.',
    })
    expect(heard).toMatchObject({ ok: false, code: 'invalid', fields: { reason: 'tooShort' } })
  })
})

it('a row that says a sealed file was opened opens nothing', async () => {
  const { id } = await givenFile('sealed')
  const who = await givenColleague()
  await organisation.ask(
    `INSERT INTO glass (id, case_id, staff_id, kind, at, expires_at, review_due_on)
     VALUES ($1, $2, $3, 'danger', now(), now() + interval '3 hours', (now() + interval '7 days')::date)`,
    [newId(), id, who.id],
  )
  await who.work(async (work) => {
    expect(await work.tx.caseFile.count({ where: { id } })).toBe(0)
    expect(await work.tx.casePerson.count({ where: { caseId: id } })).toBe(0)
    expect(await work.tx.$queryRaw`SELECT app.glass_cases() AS ids`).toEqual([{ ids: [] }])
    expect(await work.tx.$queryRaw`SELECT * FROM app.readers_of(${id}::uuid)`).toEqual([])
  })
})
