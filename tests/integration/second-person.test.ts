import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import colleaguePage from '@/app/(signed-in)/accounts/[staffId]/page'
import { setDataLead } from '@/lib/accounts/administration.actions'
import { findSecondPerson } from '@/lib/accounts/administration.data'
import { findForSignIn } from '@/lib/accounts/credential.data'
import { accept, invite } from '@/lib/accounts/invitation.actions'
import { startSession } from '@/lib/accounts/sign-in.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { vouch } from '@/lib/accounts/voucher.actions'
import { answerFigure, enterNewer } from '@/lib/countries/newer.actions'
import { listEnteredFigures } from '@/lib/countries/newer.data'
import { disconnect } from '@/lib/db/client'
import { withAuthWork, withWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { draw } from '../support/draw'
import { givenAdmin } from '../support/given/admin'
import { givenBareFile } from '../support/given/bare-file'
import { givenStaffOf } from '../support/given/colleague'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { asking } from '../support/next/asked'
import { say } from '../support/say'

const PASSWORD = 'lantern gravel piano otter'
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
beforeEach(() => organisation.ask('DELETE FROM throttle'))
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

/** What one admin can do alone: invite an address of one's own, open the link, sign in with a second step. */
const givenOwnSecondAccount = async (by: GivenStaff): Promise<GivenStaff> => {
  const token = newToken()
  const email = `${newId()}@havenlicht.example`
  const invited = await act(by.token, invite, {
    email,
    role: 'admin',
    teamId: '',
    tokenHash: hashToken(token),
  })
  expect(invited).toMatchObject({ ok: true })
  const input = { token, name: 'Otto Invented', locale: 'en', password: PASSWORD, again: PASSWORD }
  const headers = new Headers({ 'x-forwarded-for': '192.0.2.91' })
  const made = await asking({ cookies: new Map(), headers }, () =>
    accept({ requestId: crypto.randomUUID(), input }),
  )
  expect(made).toMatchObject({ ok: true })
  const [found] = await withAuthWork((work) => findForSignIn(work, email, { hash: null, since: work.now }))
  const id = found?.staffId ?? ''
  const session = await startSession({ staffId: id, device: 'firefox-linux' })
  await organisation.ask('UPDATE session SET second_step_at = now() WHERE staff_id = $1', [id])
  return { id, token: session, work: (run) => withWork(session, run) }
}
const age = (who: GivenStaff, days: number) =>
  organisation.ask(`UPDATE staff SET created_at = now() - $2 * interval '1 day' WHERE id = $1`, [
    who.id,
    days,
  ])

const made = z.object({ ok: z.literal(true), value: z.object({ figureId: z.uuid() }) })
let year = 1990
const enter = async (who: GivenStaff): Promise<string> => {
  year += 1
  const entry = {
    country: 'BE',
    fact: 'asylum-applications-2025',
    figure: '41234',
    upTo: '',
    qualifier: 'exact',
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    source: 'Verzonnen bureau',
    address: 'https://example.org/cijfers',
    sourceOn: '2025-02-03',
    note: '',
  }
  const [fact] = await organisation.ask(
    'SELECT slug FROM country_fact WHERE country = $1 ORDER BY slug LIMIT 1',
    ['BE'],
  )
  return made.parse(await act(who.token, enterNewer, { ...entry, fact: fact?.slug })).value.figureId
}
const agree = (who: GivenStaff, figureId: string) =>
  act(who.token, answerFigure, { figureId, said: 'agreed', reason: '' })
/** What the one function says of every kind of question, as the guard asks it. */
const faults = async (asker: GivenStaff, other: GivenStaff) => {
  const [row] = await organisation.ask(
    `SELECT app.second_person($1, $2, 'setup') AS setup, app.second_person($1, $2, 'release') AS release,
            app.second_person($1, $2, 'rows') AS rows, app.second_person($1, $2, 'erasure') AS erasure`,
    [asker.id, other.id],
  )
  return row
}
const all = (fault: string | null) => ({ setup: fault, release: fault, rows: fault, erasure: fault })

describe('before the first file of an organisation', () => {
  it('one admin sets up alone and it says so, but no release leaves by one', async () => {
    const token = await givenAdmin(organisation, 'elsewhere')
    const alone: GivenStaff = {
      id: await withWork(token, async ({ actor }) => actor.id),
      token,
      work: (run) => withWork(token, run),
    }
    const figureId = await enter(alone)
    expect(await agree(alone, figureId)).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT state, alone FROM newer_figure WHERE id = $1', [figureId])).toEqual(
      [{ state: 'agreed', alone: true }],
    )
    const entered = await alone.work((work) => listEnteredFigures(work, 'BE'))
    expect(entered.find(({ id }) => id === figureId)).toMatchObject({ isAlone: true })
    expect(await faults(alone, alone)).toEqual({ ...all('notOneself'), setup: null })
    const own = await givenOwnSecondAccount(alone)
    expect(await faults(alone, own)).toMatchObject({ setup: null, rows: 'notVouched', release: 'notVouched' })
    expect(await act(alone.token, setDataLead, { staffId: own.id, leads: true })).toMatchObject({ ok: true })
    const colleague = async () => {
      const shown = await openPage(alone.token, colleaguePage, { params: { staffId: own.id } })
      return shown.outcome === 'shown' ? draw(shown.node) : shown.outcome
    }
    expect(await colleague()).toContain(say('accounts.colleague.dataLead.alone'))
    expect(await act(alone.token, setDataLead, { staffId: own.id, leads: false })).toMatchObject({ ok: true })
    expect(await colleague()).not.toContain(say('accounts.colleague.dataLead.alone'))
    // With the first file it is over.
    await givenBareFile(organisation)
    expect(await agree(organisation.ada, await enter(organisation.ada))).toMatchObject({
      ok: false,
      code: 'secondAdmin',
    })
  })
})

describe('one human with two admin accounts', () => {
  it('is one person: the second account counts when someone else has vouched and it is 14 days old, for rows never', async () => {
    await givenBareFile(organisation)
    const own = await givenOwnSecondAccount(organisation.ada)
    const figureId = await enter(organisation.ada)
    expect(await agree(own, figureId)).toMatchObject({ ok: false, code: 'secondNotVouched' })
    const lead = { staffId: own.id, leads: true }
    expect(await act(organisation.ada.token, setDataLead, lead)).toMatchObject({
      ok: false,
      code: 'secondNotVouched',
    })
    expect(await faults(organisation.ada, own)).toEqual(all('notVouched'))
    await age(own, 400)
    expect(await faults(organisation.ada, own)).toEqual(all('notVouched'))
    await age(own, 0)
    // Neither the inviter nor the account itself, nor a caseworker or guest, can say whose it is.
    for (const who of [organisation.ada, own])
      expect(await act(who.token, vouch, { staffId: own.id })).toMatchObject({ ok: false, code: 'notFound' })
    for (const who of [organisation.casey, organisation.gus])
      expect(await act(who.token, vouch, { staffId: own.id })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await act(organisation.stranger.token, vouch, { staffId: own.id })).toMatchObject({ ok: false })
    expect(await act(organisation.coral.token, vouch, { staffId: own.id })).toMatchObject({ ok: true })
    expect(await faults(organisation.ada, own)).toEqual(all('tooNew'))
    expect(await agree(own, figureId)).toMatchObject({ ok: false, code: 'secondTooNew' })
    const seen = await organisation.ada.work((work) => findSecondPerson(work, own.id))
    expect(seen?.fault).toBe('tooNew')
    expect((seen?.from.getTime() ?? 0) - Date.now()).toBeGreaterThan(13.9 * 24 * 60 * 60 * 1000)
    await age(own, 13.99)
    expect(await faults(organisation.ada, own)).toEqual(all('tooNew'))
    await age(own, 14.01)
    expect(await faults(organisation.ada, own)).toEqual({ ...all(null), rows: 'sameLine' })
    expect(await faults(own, organisation.ada)).toEqual({ ...all(null), rows: 'sameLine' })
    expect(await agree(own, figureId)).toMatchObject({ ok: true })
  })

  it('does not help by a third account, an old office or a promoted colleague', async () => {
    await givenBareFile(organisation)
    const own = await givenOwnSecondAccount(organisation.ada)
    const third = await givenOwnSecondAccount(own)
    await age(own, 30)
    await age(third, 30)
    // The two vouch for each other in every direction: all of one line.
    for (const [who, whom] of [
      [organisation.ada, own],
      [organisation.ada, third],
      [own, third],
      [third, own],
      [third, organisation.ada],
    ] as const)
      expect(await act(who.token, vouch, { staffId: whom.id })).toMatchObject({ ok: false })
    expect(await faults(organisation.ada, third)).toEqual(all('notVouched'))
    // A row written past the function changes nothing about the line.
    await organisation.ask('UPDATE staff SET vouched_at = now(), vouched_by = $2 WHERE id = $1', [
      third.id,
      own.id,
    ])
    expect(await faults(organisation.ada, third)).toEqual(all('notVouched'))
    await organisation.ask('UPDATE staff SET vouched_at = now(), vouched_by = $2 WHERE id = $1', [
      own.id,
      third.id,
    ])
    expect(await faults(organisation.ada, own)).toEqual(all('notVouched'))
    await organisation.ask('UPDATE staff SET vouched_by = $2 WHERE id = $1', [
      third.id,
      organisation.coral.id,
    ])
    expect(await faults(organisation.ada, third)).toEqual({ ...all(null), rows: 'sameLine' })
    // The word of the one who asks does not vouch; beside someone else it counts.
    const abe = await givenStaffOf(organisation, 'admin', null)
    await organisation.ask('UPDATE staff SET vouched_by = $2 WHERE id = $1', [abe.id, organisation.ada.id])
    expect(await faults(organisation.ada, abe)).toEqual(all('notVouched'))
    expect(await faults(own, abe)).toEqual(all(null))
  })

  it('is not vouched for by becoming an admin: a caseworker’s voucher said nothing of that', async () => {
    await givenBareFile(organisation)
    const worker = await givenStaffOf(organisation, 'caseworker', null)
    expect(await faults(organisation.casey, worker)).toEqual(all(null))
    await organisation.ada.work(
      (work) =>
        work.tx
          .$executeRaw`UPDATE staff SET role = 'admin', version = version + 1 WHERE id = ${worker.id}::uuid`,
    )
    expect(await faults(organisation.ada, worker)).toEqual(all('notVouched'))
  })
})

it('every place that asks for two asks the one function', async () => {
  const rows = await organisation.ask(
    `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'app' AND p.prosrc LIKE '%second_person(%' ORDER BY 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'answer_capability',
    'answer_erasure',
    'answer_figure',
    'answer_request',
    'counts_beside_me',
    'name_data_lead',
    'sign_release',
    'who_may_agree',
  ])
  // And no one decides it on one's own: the words of the older checks stand nowhere else.
  const alone = await organisation.ask(
    `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'app' AND p.prosrc LIKE '%''notOneself''%' ORDER BY 1`,
  )
  expect(alone.map(({ name }) => name)).toEqual(['answer_circle_word', 'second_person'])
})

it('the inviter of an account is who invited it, whatever the sign-in role writes', async () => {
  const [home] = await organisation.ask('SELECT organisation_id AS id FROM staff WHERE id = $1', [
    organisation.ada.id,
  ])
  const forged = {
    id: newId(),
    organisationId: String(home?.id),
    role: 'admin',
    name: 'Otto Invented',
  } as const
  await expect(withAuthWork((work) => work.tx.staff.createMany({ data: [forged] }))).rejects.toThrow()
  const own = await givenOwnSecondAccount(organisation.ada)
  expect(
    await organisation.ask(
      `SELECT invited_by, created_at > now() - interval '5 minutes' AS new FROM staff WHERE id = $1`,
      [own.id],
    ),
  ).toEqual([{ invited_by: organisation.ada.id, new: true }])
})
