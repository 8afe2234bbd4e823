import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET, POST } from '@/app/shared/[secret]/route'
import { newToken } from '@/lib/accounts/token'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import {
  chooseFields,
  recordReferralStep,
  saveReferral,
  takeReferralBack,
  takeReferralStepBack,
} from '@/lib/referrals/referral.actions'
import { closeShare, makeShare } from '@/lib/referrals/share.actions'
import { dayOf } from '@/lib/shared/dates'
import { readReferralsPage } from '@/lib/summaries/referral-page.data'
import { aConsent } from '../support/given/consents'
import { givenNamedFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral, aStep } from '../support/given/referrals'
import { aShare } from '../support/given/shares'
import { act, withToken } from '../support/handlers'
import { urls } from '../support/own-database'
import { say } from '../support/say'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
// Every try here comes from one network.
beforeEach(async () => {
  await organisation.ask('DELETE FROM throttle')
})
afterAll(() => organisation.close())

const subjectOf = (answer: unknown): string =>
  z.object({ value: z.looseObject({ subjectId: z.string() }) }).parse(answer).value.subjectId
const shareOf = (answer: unknown): string =>
  z.object({ value: z.looseObject({ shareId: z.string() }) }).parse(answer).value.shareId

const params = (secret: string) => ({ params: Promise.resolve({ secret }) })
type Heard = { readonly status: number; readonly body: string; readonly headers: string }
const heard = async (response: Response): Promise<Heard> => ({
  status: response.status,
  body: await response.text(),
  headers: JSON.stringify([...response.headers].sort()),
})
const look = (secret: string): Promise<Heard> =>
  withToken(null, async () => heard(await GET(new Request(`http://localhost:3000/shared/${secret}?l=en`))))
const enter = (secret: string, code: string, language = 'en'): Promise<Heard> =>
  withToken(null, async () =>
    heard(
      await POST(
        new Request(`http://localhost:3000/shared/${secret}?l=${language}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ code }).toString(),
        }),
        params(secret),
      ),
    ),
  )

/** A referral that was told by telephone, with all of its file's name on the sheet. */
const givenTold = async () => {
  const file = await givenNamedFile(organisation)
  const { caseId, personId } = file
  const subjectId = subjectOf(
    await act(
      organisation.casey.token,
      saveReferral,
      aReferral(caseId, personId, { reach: 'Zzreach via us' }),
    ),
  )
  await act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId))
  return { ...file, subjectId }
}
const share = (caseId: string, subjectId: string, change: Record<string, unknown> = {}) => {
  const input = aShare(caseId, subjectId, change)
  return act(organisation.casey.token, makeShare, input).then((answer) => ({ ...input, answer }))
}
const givenShared = async (change: Record<string, unknown> = {}) => {
  const { code: fileCode, ...told } = await givenTold()
  const { secret, code, answer } = await share(told.caseId, told.subjectId, change)
  return { ...told, fileCode, secret, code, shareId: shareOf(answer) }
}
const shownOf = async (code: string) => {
  const data = await organisation.casey.work((work) =>
    readReferralsPage(work, { params: { code }, search: {} }),
  )
  if (data.type !== 'file') throw new Error('two files bear this code')
  return data.part.current.flatMap(({ shares }) => shares)
}

/** What nothing is answered with: the same for a link that never was. */
const NOTHING = () => enter(newToken(), '00000000')

describe('a link', () => {
  it('opens with its code, in the language that was chosen, and shows the fields of the sheet and no others', async () => {
    const { secret, code } = await givenShared()
    const first = await look(secret)
    expect(first.status).toBe(200)
    expect(first.body).toContain(say('referrals.outside.title'))
    const opened = await enter(secret, `${code.slice(0, 4)} ${code.slice(4)}`, 'nl')
    expect(opened.status).toBe(200)
    expect(opened.body).toContain('<html lang="nl">')
    expect(opened.body).toContain('Een verzonnen vraag')
    expect(opened.body).toContain('Zzreach via us')
    expect(opened.body).toContain('K. Z.')
    // Neither a name nor anything that no one ticked, and nothing that runs or loads.
    expect(opened.body).not.toMatch(/Zzfictar|Zzscar|Qq|<script|src=|href="(?!\?l=)/)
    expect(opened.headers).toContain('no-store')
    expect(opened.headers).toContain('noindex')
    expect(opened.headers).toContain("default-src 'none'")
  })

  it('carries the style that its policy lets through, and no other', async () => {
    const { body, headers } = await look(newToken())
    const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? ''
    expect(headers).toContain(createHash('sha256').update(style).digest('base64'))
  })

  it('escapes what was typed', async () => {
    const file = await givenNamedFile(organisation)
    const asked = `<img src=x onerror="alert('Zz')"> & more`
    const subjectId = subjectOf(
      await act(organisation.casey.token, saveReferral, aReferral(file.caseId, file.personId, { asked })),
    )
    await act(organisation.casey.token, recordReferralStep, aStep(file.caseId, subjectId))
    const { secret, code } = await share(file.caseId, subjectId)
    const { body } = await enter(secret, code)
    expect(body).toContain('&lt;img src=x onerror=&quot;')
    expect(body).not.toContain('<img')
  })

  it('shows what left, whatever the file says since', async () => {
    const { secret, code, caseId, subjectId } = await givenShared()
    expect(
      await act(organisation.casey.token, chooseFields, {
        caseId,
        subjectId,
        version: 1,
        fields: ['name'],
        language: 'en',
      }),
    ).toMatchObject({ code: 'sentAlready' })
    expect((await enter(secret, code)).body).not.toContain('Zzfictar')
  })
})

describe('whatever does not open', () => {
  it('is answered with the same bytes: no such link, a wrong code, closed, over, opened as often as it may be', async () => {
    const nothing = await NOTHING()
    expect(nothing.status).toBe(404)
    const wrong = await givenShared()
    expect(await enter(wrong.secret, '11111111')).toEqual(nothing)
    expect(await enter(wrong.secret, 'no digits')).toEqual(nothing)
    expect(await enter('short', wrong.code)).toEqual(nothing)

    const closed = await givenShared()
    const which = { caseId: closed.caseId, shareId: closed.shareId }
    expect(await act(organisation.casey.token, closeShare, which)).toMatchObject({ ok: true })
    expect(await enter(closed.secret, closed.code)).toEqual(nothing)
    expect(await act(organisation.casey.token, closeShare, which)).toMatchObject({ code: 'notFound' })

    const over = await givenShared({ days: '1' })
    await organisation.ask(
      `UPDATE referral_share SET created_at = created_at - interval '1 day', expires_at = app.now() WHERE id = $1`,
      [over.shareId],
    )
    expect(await enter(over.secret, over.code)).toEqual(nothing)

    const often = await givenShared({ openings: '2' })
    expect((await enter(often.secret, often.code)).status).toBe(200)
    expect((await enter(often.secret, often.code)).body).toContain('Opening 2 of 2')
    expect(await enter(often.secret, often.code)).toEqual(nothing)
    expect((await shownOf(often.fileCode)).map(({ state }) => state)).toEqual(['used_up'])
  })

  it('looks the same before anything is typed, for every link', async () => {
    const { secret } = await givenShared()
    expect(await look(secret)).toEqual(await look(newToken()))
  })

  it('closes after five wrong codes, also when they come at once', async () => {
    const { secret, code } = await givenShared()
    await Promise.all(Array.from({ length: 8 }, (_none, index) => enter(secret, `0000000${index}`)))
    expect(await enter(secret, code)).toEqual(await NOTHING())
    const [row] = await organisation.ask(
      `SELECT tries FROM referral_share WHERE link_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
      [secret],
    )
    expect(row?.tries).toBe(5)
  })

  it('is not even tried after thirty tries of one network in a quarter of an hour', async () => {
    const { secret, code } = await givenShared()
    await NOTHING()
    await organisation.ask('UPDATE throttle SET points = 30')
    expect(await enter(secret, code)).toEqual(await NOTHING())
    await organisation.ask(`UPDATE throttle SET window_end = app.now()`)
    expect((await enter(secret, code)).status).toBe(200)
  })

  it('rests on a consent at the second at which it is opened', async () => {
    const { caseId, personId, subjectId, code: fileCode } = await givenTold()
    expect((await share(caseId, subjectId, { ground: 'consent', words: '' })).answer).toMatchObject({
      fields: { ground: 'noConsent' },
    })
    const consent = await act(organisation.casey.token, recordConsent, aConsent(caseId, personId))
    const { consentId } = z.object({ value: z.object({ consentId: z.string() }) }).parse(consent).value
    const { secret, code, answer } = await share(caseId, subjectId, { ground: 'consent', words: '' })
    expect(answer).toMatchObject({ ok: true })
    expect((await enter(secret, code)).status).toBe(200)
    await act(organisation.casey.token, endConsent, {
      caseId,
      consentId,
      kind: 'withdrawn',
      saidBy: 'self',
      endedOn: today,
      words: '',
      task: '',
    })
    expect(await enter(secret, code)).toEqual(await NOTHING())
    expect((await shownOf(fileCode)).map(({ state }) => state)).toEqual(['no_consent'])
    // Neither does a statement of the application's role make one.
    const [step] = await organisation.ask(
      `SELECT id FROM referral_step WHERE case_id = $1 AND kind = 'sent'`,
      [caseId],
    )
    await expect(
      organisation.casey.work(
        (work) => work.tx.$executeRaw`
          INSERT INTO referral_share (id, case_id, referral_id, step_id, link_hash, code_check, sheet_cipher, expires_at, max_openings, created_by)
          VALUES (gen_random_uuid(), ${caseId}::uuid, ${subjectId}::uuid, ${String(step?.id)}::uuid, ${'a'.repeat(64)},
                  decode(repeat('00', 32), 'hex'), '\\x00', app.now() + interval '1 day', 3, ${work.actor.id}::uuid)`,
      ),
    ).rejects.toThrow(/no consent: withdrawn/)
  })

  it('on another ground closes when they take back a consent after it was sent, and only then', async () => {
    const { caseId, personId, subjectId, code: fileCode } = await givenTold()
    const consent = async () =>
      z
        .object({ value: z.object({ consentId: z.string() }) })
        .parse(await act(organisation.casey.token, recordConsent, aConsent(caseId, personId))).value.consentId
    const end = { caseId, kind: 'withdrawn', saidBy: 'self', endedOn: today, words: '', task: '' }
    await act(organisation.casey.token, endConsent, { ...end, consentId: await consent() })
    // What was taken back before stops no one who is in danger from being referred.
    const { secret, code } = await share(caseId, subjectId)
    expect((await enter(secret, code)).status).toBe(200)
    await act(organisation.casey.token, endConsent, { ...end, consentId: await consent() })
    expect(await enter(secret, code)).toEqual(await NOTHING())
    expect((await shownOf(fileCode)).map(({ state }) => state)).toEqual(['no_consent'])
  })

  it('closes with the step that sent it, with the referral and with the file', async () => {
    const step = await givenShared()
    const [sent] = await organisation.ask(
      `SELECT id FROM referral_step WHERE case_id = $1 AND kind = 'sent'`,
      [step.caseId],
    )
    await act(organisation.casey.token, takeReferralStepBack, {
      caseId: step.caseId,
      subjectId: step.subjectId,
      stepId: String(sent?.id),
    })
    expect(await enter(step.secret, '48291537')).toEqual(await NOTHING())

    const mistake = await givenShared()
    await act(organisation.casey.token, takeReferralBack, {
      caseId: mistake.caseId,
      subjectId: mistake.subjectId,
      version: 1,
      mistake: 'wrong_file',
    })
    expect(await enter(mistake.secret, '48291537')).toEqual(await NOTHING())

    const over = await givenShared()
    await organisation.ask(`UPDATE case_file SET status = 'closed' WHERE id = $1`, [over.caseId])
    expect(await enter(over.secret, '48291537')).toEqual(await NOTHING())
    expect((await shownOf(over.fileCode)).map(({ state }) => state)).toEqual(['file_over'])

    const erased = await givenShared()
    expect((await enter(erased.secret, '48291537')).status).toBe(200)
    await organisation.ask('DELETE FROM case_file WHERE id = $1', [erased.caseId])
    expect(await enter(erased.secret, '48291537')).toEqual(await NOTHING())
  })

  it('opens exactly as often as it may when many come at once', async () => {
    const { secret, code } = await givenShared({ openings: '3' })
    const all = await Promise.all(Array.from({ length: 8 }, () => enter(secret, code)))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(3)
  })
})

describe('the organisation', () => {
  it('keeps neither the secret nor the code nor a readable word of the sheet', async () => {
    const { secret, code, shareId } = await givenShared({ code: '90817263' })
    const [row] = await organisation.ask(
      `SELECT to_jsonb(s)::text AS row, encode(s.sheet_cipher, 'escape') AS sheet FROM referral_share s WHERE id = $1`,
      [shareId],
    )
    const kept = `${String(row?.row)} ${String(row?.sheet)}`
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(code)
    expect(kept).not.toMatch(/verzonnen vraag|Zzreach/)
    const auditLog = await organisation.ask(
      `SELECT to_jsonb(a)::text AS row FROM audit_event a UNION ALL SELECT to_jsonb(r)::text FROM receipt r`,
    )
    for (const { row: line } of auditLog) {
      expect(String(line)).not.toContain(secret)
      expect(String(line)).not.toContain(code)
    }
  })

  it('writes each opening and each wrong code into the audit log, as no one of the organisation, and shows them on the referral', async () => {
    const { secret, code, caseId, shareId, fileCode } = await givenShared()
    await enter(secret, '11111111')
    await enter(secret, code)
    const lines = await organisation.ask(
      `SELECT event, actor_kind, actor_id, detail->>'shareId' AS share FROM audit_event
        WHERE case_id = $1 AND event LIKE 'share.%' ORDER BY at, event`,
      [caseId],
    )
    expect(lines).toMatchObject([
      { event: 'share.made', actor_kind: 'staff', share: shareId },
      { event: 'share.missed', actor_kind: 'outside', actor_id: null, share: shareId },
      { event: 'share.opened', actor_kind: 'outside', actor_id: null, share: shareId },
    ])
    const [shown] = await shownOf(fileCode)
    expect(shown).toMatchObject({ state: 'open', tries: 1, maxOpenings: 3 })
    expect(shown?.openings).toHaveLength(1)
    // The one who made it is told, once until they have read it, and no one else is.
    await enter(secret, code)
    expect(
      await organisation.ask(
        `SELECT staff_id, kind FROM notice WHERE case_id = $1 AND kind = 'share_opened'`,
        [caseId],
      ),
    ).toEqual([{ staff_id: organisation.casey.id, kind: 'share_opened' }])
  })

  it('hands nothing out whose opening cannot be written down', async () => {
    const { secret, code } = await givenShared()
    await organisation.ask('ALTER TABLE share_opening ADD CONSTRAINT broken CHECK (false) NOT VALID')
    try {
      expect(await enter(secret, code)).toEqual(await NOTHING())
    } finally {
      await organisation.ask('ALTER TABLE share_opening DROP CONSTRAINT broken')
    }
    expect((await enter(secret, code)).status).toBe(200)
  })

  it('asks that they are called first, and makes no link of a sheet that changed meanwhile', async () => {
    const { caseId, personId } = await givenNamedFile(organisation)
    const subjectId = subjectOf(
      await act(organisation.casey.token, saveReferral, aReferral(caseId, personId)),
    )
    expect((await share(caseId, subjectId)).answer).toMatchObject({ code: 'tellFirst' })
    await act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId))
    await act(organisation.casey.token, chooseFields, {
      caseId,
      subjectId,
      version: 1,
      fields: ['code'],
      language: 'en',
    })
    expect((await share(caseId, subjectId)).answer).toMatchObject({ code: 'changedMeanwhile' })
    expect((await share(caseId, subjectId, { version: 2 })).answer).toMatchObject({ ok: true })
  })

  it.each([
    ['thirty-one days', { days: '31' }, { days: 'required' }],
    ['twenty openings', { openings: '20' }, { openings: 'required' }],
    ['another ground without its reason', { words: '' }, { words: 'required' }],
  ])('makes none for %s', async (_words, change, fields) => {
    const { caseId, subjectId } = await givenTold()
    expect((await share(caseId, subjectId, change)).answer).toMatchObject({ code: 'invalid', fields })
  })

  it('makes one link of one request that is sent twice', async () => {
    const { caseId, subjectId } = await givenTold()
    const input = aShare(caseId, subjectId)
    const requestId = crypto.randomUUID()
    const twice = [
      await act(organisation.casey.token, makeShare, input, requestId),
      await act(organisation.casey.token, makeShare, input, requestId),
    ]
    expect(twice[0]).toEqual(twice[1])
    const [row] = await organisation.ask('SELECT count(*)::int AS n FROM referral_share WHERE case_id = $1', [
      caseId,
    ])
    expect(row?.n).toBe(1)
  })

  it('lets no one open it again, lengthen it or write an opening: neither page nor statement', async () => {
    const { caseId, shareId } = await givenShared()
    for (const statement of [
      'UPDATE referral_share SET expires_at = expires_at',
      'UPDATE referral_share SET tries = 0',
      'INSERT INTO share_opening (case_id, share_id) SELECT case_id, id FROM referral_share',
      'SELECT sheet_cipher FROM referral_share',
      'SELECT link_hash FROM referral_share',
    ]) {
      const app = new pg.Client({ connectionString: urls.app })
      await app.connect()
      try {
        await app.query('BEGIN')
        await app.query('SELECT * FROM app.enter($1)', [organisation.casey.token])
        await expect(app.query(statement), statement).rejects.toThrow(/permission denied/)
      } finally {
        await app.end()
      }
    }
    await act(organisation.casey.token, closeShare, { caseId, shareId })
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx
            .$executeRaw`UPDATE referral_share SET revoked_at = NULL, revoked_by = NULL WHERE id = ${shareId}::uuid`,
      ),
    ).rejects.toThrow(/once and for good/)
  })

  it('is not there for anyone who does not reach the file', async () => {
    const { caseId, subjectId, shareId } = await givenShared()
    for (const who of ['sol', 'stranger'] as const) {
      expect(await act(organisation[who].token, makeShare, aShare(caseId, subjectId))).toMatchObject({
        code: 'notFound',
      })
      expect(await act(organisation[who].token, closeShare, { caseId, shareId })).toMatchObject({
        code: 'notFound',
      })
      const seen = await organisation[who].work((work) => work.tx.referralShare.count({ where: { caseId } }))
      expect(seen).toBe(0)
    }
  })
})

describe('the role behind the pages for people outside', () => {
  it('reads and writes no table, and calls the functions of links and of what phones send', async () => {
    const client = new pg.Client({ connectionString: urls.share })
    await client.connect()
    try {
      const { rows } = await client.query(
        `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND (has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                 OR (c.relkind <> 'S' AND has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE')))`,
      )
      expect(rows).toEqual([])
      const called = await client.query(
        `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname IN ('app', 'public') AND has_function_privilege(p.oid, 'EXECUTE') ORDER BY 1`,
      )
      expect(called.rows.map(({ proname }) => proname)).toEqual([
        'add_sealing_key',
        'greet_device',
        'incoming_form',
        'may_submit',
        'may_try_share',
        'now',
        'open_share',
        'sealing_key',
        'take_incoming',
        'take_submission',
      ])
    } finally {
      await client.end()
    }
  })
})
