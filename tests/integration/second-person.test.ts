import { createHash } from 'node:crypto'
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
import { answerErasure, askErasure } from '@/lib/rights/erasure.actions'
import { newId } from '@/lib/shared/ids'
import { signRelease } from '@/lib/statistics/statistic.actions'
import { draw } from '../support/draw'
import { givenAdmin } from '../support/given/admin'
import { givenBareFile } from '../support/given/bare-file'
import { givenStaffOf } from '../support/given/colleague'
import { givenFullFile } from '../support/given/full-file'
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
  await organisation.ask(
    'UPDATE session SET second_step_at = now(), stepped_up_at = now() WHERE staff_id = $1',
    [id],
  )
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
    const ben = await givenStaffOf(organisation, 'admin', null)
    expect(await faults(ben, abe)).toEqual(all(null))
    // Beside an account that counts itself: who asks is judged too.
    expect(await faults(own, abe)).toEqual(all('asker'))
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

describe('an own second account that asks', () => {
  const sha = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
  const files = { zip: 'packed', csv: 'a;b', json: '{}' }
  const fileHashes = { zip: sha(files.zip), csv: sha(files.csv), json: sha(files.json) }
  const home = async () => {
    const rows = await organisation.ask('SELECT organisation_id AS id FROM staff WHERE id = $1', [
      organisation.ada.id,
    ])
    return String(rows[0]?.id)
  }
  let frozen = 2000
  /** A frozen year of its own for each request: what overlaps one that was approved is not given twice. */
  const givenSnapshot = async () => {
    const id = newId()
    frozen += 1
    await organisation.ask(
      `INSERT INTO snapshot (id, organisation_id, period_kind, period_start, period_end, version, built_at, engine_version, wrapped_key)
       VALUES ($1, $2, 'year', make_date($3, 1, 1), make_date($3, 12, 31), 1, now(), '1', '\\x00')`,
      [id, await home(), frozen],
    )
    return id
  }
  const releaseOf = async (who: GivenStaff) => {
    const snapshotId = await givenSnapshot()
    const id = `${frozen}`.replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)).repeat(5))
    await organisation.ask(
      `INSERT INTO sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden, cells_new,
                                meter_after, csv, json, file_hashes, requested_by)
       VALUES ($1, $2, $3, 'm', '{}', '1', 1, 0, 1, 1, '', '{}', '{}', $4)`,
      [id, await home(), snapshotId, who.id],
    )
    return id
  }
  const requestOf = async (who: GivenStaff, kind: 'rows' | 'exact') => {
    const id = newId()
    await organisation.ask(
      `INSERT INTO sdc_request (id, organisation_id, snapshot_id, kind, release_id, spec, facts, file_hashes, recipient, purpose, requested_by)
       VALUES ($1, $2, $3, $4, $7, '{"measure":"m"}', '{}', $5, 'University', 'A study', $6)`,
      [
        id,
        await home(),
        await givenSnapshot(),
        kind,
        JSON.stringify(fileHashes),
        who.id,
        `release ${frozen}`,
      ],
    )
    return id
  }
  const approve = (who: GivenStaff, request: string) =>
    who.work(async ({ tx }) => {
      const made = { ...files, zip: Buffer.from(files.zip).toString('base64') }
      const facts = { measure: 'm', engineVersion: '1', cellsShown: 1, cellsHidden: 0, certificate: '{}' }
      const [row] = z.array(z.object({ said: z.string() })).parse(
        await tx.$queryRaw`SELECT app.answer_request(${request}::uuid, 'approved', NULL, ${JSON.stringify({ ...made, ...facts })}::jsonb,
                                                       ${newId()}::uuid) AS said`,
      )
      return row?.said
    })
  const sign = (who: GivenStaff, releaseId: string) => act(who.token, signRelease, { releaseId })
  const leads = (who: GivenStaff) =>
    organisation.ask('UPDATE staff SET leads_data_protection = true WHERE id = $1', [who.id])
  const asker = { ok: false, code: 'secondAsker' }

  it('has nothing approved, signed or named by the account that invited it, before others have vouched', async () => {
    await givenBareFile(organisation)
    const { ada, coral } = organisation
    const own = await givenOwnSecondAccount(ada)
    await age(own, 400)
    await leads(ada)
    const figure = await enter(own)
    const table = await releaseOf(own)
    const exact = await requestOf(own, 'exact')
    const rows = await requestOf(own, 'rows')
    const all = async () => ({
      figure: await agree(ada, figure),
      table: await sign(ada, table),
      exact: await approve(ada, exact),
      rows: await approve(ada, rows),
      lead: await act(own.token, setDataLead, { staffId: ada.id, leads: true }),
    })
    const refused = { figure: asker, table: asker, exact: 'asker', rows: 'asker', lead: asker }
    expect(await all()).toMatchObject(refused)
    // Not by a word of the one who answers either, nor while it is new.
    await organisation.ask('UPDATE staff SET vouched_at = now(), vouched_by = $2 WHERE id = $1', [
      own.id,
      ada.id,
    ])
    expect(await all()).toMatchObject(refused)
    await organisation.ask('UPDATE staff SET vouched_by = $2 WHERE id = $1', [own.id, coral.id])
    await age(own, 13.99)
    expect(await all()).toMatchObject(refused)
    const seen = await own.work((work) => findSecondPerson(work, ada.id))
    expect(seen?.fault).toBe('asker')
    await age(own, 14.01)
    const done = { ok: true }
    expect(await all()).toMatchObject({
      figure: done,
      table: done,
      exact: 'ok',
      rows: 'sameLine',
      lead: done,
    })
  })

  it('has no file erased by the coordinator who invited it', async () => {
    const { coral, north, casey } = organisation
    const own = await givenStaffOf(organisation, 'caseworker', north)
    const { caseId } = await givenFullFile(organisation)
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES (gen_random_uuid(), $1, $2, 'support', $3)`,
      [caseId, own.id, casey.id],
    )
    await organisation.ask(`UPDATE case_file SET status = 'closed', closed_on = '2020-01-02' WHERE id = $1`, [
      caseId,
    ])
    // Invited while they were an admin, confirmed now that they are a coordinator.
    await organisation.ask('UPDATE staff SET invited_by = $2 WHERE id = $1', [own.id, coral.id])
    const erasure = { caseIds: [caseId], ground: 'no_longer_needed', words: 'Zzlong ago' }
    const asked = z.object({ value: z.object({ erasureIds: z.tuple([z.string()]) }) })
    const { erasureIds } = asked.parse(await act(own.token, askErasure, erasure)).value
    const answer = () => act(coral.token, answerErasure, { erasureIds, agrees: true })
    expect(await answer()).toMatchObject(asker)
    await organisation.ask('UPDATE staff SET vouched_by = $2 WHERE id = $1', [own.id, organisation.sola.id])
    await age(own, 13.99)
    expect(await answer()).toMatchObject(asker)
    await age(own, 14.01)
    expect(await answer()).toMatchObject({ ok: true })
  })

  it('is not who set the organisation up: invited by no one, they ask without a voucher, but do not approve', async () => {
    await givenBareFile(organisation)
    const founder = await givenStaffOf(organisation, 'admin', null)
    await organisation.ask('UPDATE staff SET vouched_by = NULL WHERE id = $1', [founder.id])
    const abe = await givenStaffOf(organisation, 'admin', null)
    await organisation.ask('UPDATE staff SET invited_by = $2 WHERE id = $1', [abe.id, founder.id])
    expect(await agree(abe, await enter(founder))).toMatchObject({ ok: true })
    expect(await approve(abe, await requestOf(founder, 'exact'))).toBe('ok')
    expect(await agree(founder, await enter(abe))).toMatchObject({ ok: false, code: 'secondNotVouched' })
    // Someone else may have come into the account by a new password.
    await organisation.ask('UPDATE staff SET vouched_at = NULL WHERE id = $1', [founder.id])
    expect(await agree(abe, await enter(founder))).toMatchObject(asker)
  })

  it('is judged within one organisation alone', async () => {
    const { ada, stranger } = organisation
    for (const [one, other] of [
      [ada, stranger],
      [stranger, ada],
    ] as const)
      await expect(faults(one, other)).rejects.toThrow('no such account or question')
  })
})

it('every place that asks for two asks the one function', async () => {
  const rows = await organisation.ask(
    `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'app' AND p.prosrc LIKE '%second_person(%' ORDER BY 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'answer_capability',
    'answer_config',
    'answer_erasure',
    'answer_figure',
    'answer_request',
    'apply_edition',
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
