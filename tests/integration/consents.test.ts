import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { listConsents } from '@/lib/consents/consent.data'
import { consentGap } from '@/lib/consents/cover.rules'
import { type Purpose, SCOPES, type Scope } from '@/lib/consents/vocabulary.rules'
import type { Work } from '@/lib/db/work'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { readConsentsPage } from '@/lib/summaries/consents-page.data'
import { listTasks } from '@/lib/tasks/task.data'
import { givenConsentFile } from '../support/given/consent-file'
import { aConsent } from '../support/given/consents'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { drawn } from '../support/sweep'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenFile = (secrecy: 'open' | 'restricted' = 'open', age = '') =>
  givenConsentFile(organisation, { secrecy, age })
type File = Awaited<ReturnType<typeof givenFile>>
type Who = 'casey' | 'coral' | 'sol'

const record = ({ caseId, personId }: File, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, recordConsent, aConsent(caseId, personId, change))
const idOf = (answer: Awaited<ReturnType<typeof record>>): string => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.consentId
}
const end = ({ caseId }: File, consentId: string, change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, endConsent, {
    caseId,
    consentId,
    kind: 'withdrawn',
    endedOn: today,
    saidBy: 'self',
    words: '',
    task: '',
    ...change,
  })

const gaps = z.array(z.object({ gap: z.string().nullable(), covers: z.boolean() })).length(1)
/** What the database says, asked by casey themselves. */
const askIn = async (
  work: Work,
  { caseId, personId }: File,
  recipient = 'kind:organisation',
  scopes: readonly string[] = ['identity'],
  purpose = 'referral',
) => {
  const [said] = gaps.parse(
    await work.tx.$queryRaw`
      SELECT app.consent_gap(${caseId}::uuid, ${personId}::uuid, ${purpose}, ${recipient}, ${scopes}::text[]) AS gap,
             app.consent_covers(${caseId}::uuid, ${personId}::uuid, ${purpose}, ${recipient}, ${scopes}::text[]) AS covers`,
  )
  expect(said?.covers).toBe(said?.gap === null)
  return said?.gap
}
const gap = (
  file: File,
  {
    recipient,
    scopes,
    purpose,
    who = 'casey',
  }: { recipient?: string; scopes?: string[]; purpose?: string; who?: Who } = {},
) => organisation[who].work((work) => askIn(work, file, recipient, scopes, purpose))

describe('what someone agreed to', () => {
  it('covers that purpose, that recipient and those data, and nothing else', async () => {
    const file = await givenFile()
    expect(await gap(file)).toBe('not_asked')
    idOf(await record(file))
    expect(await gap(file)).toBeNull()
    expect(await gap(file, { scopes: ['identity', 'contact'] })).toBeNull()
    expect(await gap(file, { scopes: ['identity', 'health'] })).toBe('scope')
    expect(await gap(file, { recipient: 'kind:authority' })).toBe('not_asked')
    expect(await gap(file, { recipient: 'actor:child-focus' })).toBe('not_asked')
    expect(await gap(file, { purpose: 'summary' })).toBe('not_asked')
    const other = await givenFile()
    expect(await gap({ ...file, personId: other.personId })).toBe('not_asked')
  })

  it('is refused, not asked, withdrawn and expired, each told apart', async () => {
    const [refused, unasked, withdrawn, expired] = [
      await givenFile(),
      await givenFile(),
      await givenFile(),
      await givenFile(),
    ]
    await record(refused, { answer: 'refused' })
    await record(unasked, { answer: 'not_asked', words: 'Verzonnen: geen tolk' })
    await end(withdrawn, idOf(await record(withdrawn)))
    await record(expired, { askedOn: ago(9), lastDay: ago(1) })
    expect(await gap(refused)).toBe('refused')
    expect(await gap(unasked)).toBe('not_asked')
    expect(await gap(withdrawn)).toBe('withdrawn')
    expect(await gap(expired)).toBe('expired')
    const states = []
    for (const { code } of [refused, unasked, withdrawn, expired]) {
      const page = await organisation.casey.work((work) =>
        readConsentsPage(work, { params: { code }, search: {} }),
      )
      if (page.type === 'file') states.push(page.part.people[0]?.consents[0]?.state)
    }
    expect(states).toEqual(['refused', 'not_asked', 'withdrawn', 'expired'])
  })

  it('keeps how it was given: heard, signed on screen or stated before a witness, encrypted, and only what belongs to it', async () => {
    const file = await givenFile()
    const cross = '10,10 250,90;20,80 240,15'
    const how = {
      heardBy: 'Zzheard',
      interpreterName: 'Zzinterpreter',
      statement: 'Zzstated',
      drawing: cross,
    }
    const kept = async (change: Record<string, unknown>) => {
      const id = idOf(await record(file, { ...how, ...change }))
      const rows = await organisation.casey.work((work) => listConsents(work, file.caseId))
      return rows.find((row) => row.id === id)?.proof
    }
    const none = { heardBy: '', interpreterName: '', statement: '', drawing: '' }
    expect(await kept({ form: 'drawn' })).toEqual({ ...none, drawing: cross })
    expect(await kept({ form: 'spoken', interpreter: 'remote' })).toEqual({
      ...none,
      heardBy: 'Zzheard',
      interpreterName: 'Zzinterpreter',
    })
    expect(await kept({ form: 'stated' })).toEqual({ ...none, heardBy: 'Zzheard', statement: 'Zzstated' })
    expect(await kept({ form: 'signed' })).toEqual(none)
    expect(await kept({ answer: 'not_asked', form: 'drawn' })).toEqual(none)
    // Nothing of it lies in the clear.
    const stored = await organisation.ask(
      `SELECT count(*) FROM consent WHERE position('Zzheard'::bytea IN proof_cipher) > 0 OR position('10,10'::bytea IN proof_cipher) > 0`,
    )
    expect(stored).toEqual([{ count: '0' }])
    for (const [field, change] of [
      ['drawing', { form: 'drawn', drawing: '' }],
      ['drawing', { form: 'drawn', drawing: '10,10' }],
      ['drawing', { form: 'drawn', drawing: '10,10 700,90' }],
      ['drawing', { form: 'drawn', drawing: 'data:image/png;base64,AAAA' }],
      ['statement', { form: 'stated', statement: '' }],
      ['heardBy', { form: 'stated', heardBy: ' ' }],
    ] as const)
      expect(await record(file, { ...how, ...change })).toMatchObject({
        code: 'invalid',
        fields: { [field]: expect.any(String) },
      })
    // The database refuses a signature on screen that holds nothing, whatever wrote it.
    await expect(
      organisation.ask(`UPDATE consent SET proof_cipher = NULL WHERE case_id = $1 AND form = 'drawn'`, [
        file.caseId,
      ]),
    ).rejects.toThrow(/consent_proof/)
  })

  it('ends at its moment, with no job', async () => {
    const file = await givenFile()
    const consentId = idOf(await record(file, { lastDay: addDays(today, 3) }))
    expect(await gap(file)).toBeNull()
    const endAt = (moment: string) =>
      organisation.ask(`UPDATE consent SET expires_at = ${moment} WHERE id = $1`, [consentId])
    await endAt("now() + interval '1 hour'")
    expect(await gap(file)).toBeNull()
    await endAt('now()')
    expect(await gap(file)).toBe('expired')
  })

  it('holds to the end of its last day in Brussels', async () => {
    const file = await givenFile()
    await record(file, { askedOn: '2026-01-05', lastDay: '2027-01-31' })
    await record(file, { askedOn: '2026-01-05', lastDay: '2027-06-30', recipient: 'kind:lawyer' })
    const rows = await organisation.ask(
      'SELECT expires_at FROM consent WHERE case_id = $1 ORDER BY expires_at',
      [file.caseId],
    )
    expect(rows.map(({ expires_at }) => z.date().parse(expires_at).toISOString())).toEqual([
      '2027-01-31T23:00:00.000Z',
      '2027-06-30T22:00:00.000Z',
    ])
  })

  it('is not outlived by an earlier yes, when a later no speaks of the same', async () => {
    const file = await givenFile()
    await record(file, { askedOn: ago(30), scopes: ['identity', 'health'] })
    await record(file, { askedOn: ago(5), answer: 'refused', scopes: ['health'] })
    expect(await gap(file, { scopes: ['health'] })).toBe('refused')
    expect(await gap(file, { scopes: ['identity'] })).toBeNull()
    // Asked again, and it is yes again.
    const again = idOf(await record(file, { askedOn: ago(1), scopes: ['health'] }))
    expect(await gap(file, { scopes: ['health'] })).toBeNull()
    await end(file, again)
    expect(await gap(file, { scopes: ['health'] })).toBe('withdrawn')
    // A no without a word of what is a no to everything.
    await record(file, { askedOn: today, answer: 'refused', scopes: [] })
    expect(await gap(file, { scopes: ['identity'] })).toBe('refused')
  })

  it('that was a mistake never stood, neither a yes nor a no', async () => {
    const file = await givenFile()
    const yes = idOf(await record(file, { askedOn: ago(3) }))
    const no = idOf(await record(file, { askedOn: ago(1), answer: 'refused' }))
    expect(await gap(file)).toBe('refused')
    expect(await end(file, no, { kind: 'mistake', saidBy: '' })).toMatchObject({ ok: true })
    expect(await gap(file)).toBeNull()
    await end(file, yes, { kind: 'mistake', saidBy: '' })
    expect(await gap(file)).toBe('not_asked')
    expect(await end(file, yes)).toMatchObject({ code: 'correctedMeanwhile' })
  })

  it('to someone by name is asked for by the consent that names them, and the name is encrypted', async () => {
    const file = await givenFile()
    const consentId = idOf(await record(file, { recipient: 'named', named: 'Huis Verzonnen' }))
    expect(await gap(file, { recipient: `named:${consentId}` })).toBeNull()
    expect(await gap(file, { recipient: 'named' })).toBe('not_asked')
    expect(await gap(file, { recipient: `named:${newId()}` })).toBe('not_asked')
    const rows = await organisation.ask('SELECT to_jsonb(c)::text AS row FROM consent c WHERE id = $1', [
      consentId,
    ])
    expect(JSON.stringify(rows)).not.toContain('Verzonnen')
    const [row] = await organisation.casey.work((work) => listConsents(work, file.caseId))
    expect(row?.named).toBe('Huis Verzonnen')
  })
})

describe('of a child', () => {
  it('the consent of a guardian and the view of the child are both kept, and the child can stop it', async () => {
    const file = await givenFile('open', '15')
    expect(await record(file, { givenBy: 'guardian' })).toMatchObject({ fields: { childView: 'required' } })
    await record(file, { childView: 'agrees' })
    expect(await gap(file)).toBe('guardian')
    for (const [childView, answer] of [
      ['disagrees', 'child'],
      ['not_asked', 'child'],
      ['too_young', null],
      ['agrees', null],
    ] as const) {
      const one = await givenFile('open', '15')
      await record(one, { givenBy: 'guardian', childView })
      expect([childView, await gap(one)]).toEqual([childView, answer])
    }
  })

  it('holds to the eighteenth birthday at the latest', async () => {
    const file = await givenFile('open', '17')
    await record(file, { givenBy: 'guardian', childView: 'agrees', askedOn: today })
    await record(file, {
      givenBy: 'guardian',
      childView: 'agrees',
      askedOn: today,
      lastDay: addDays(today, 7),
    })
    const rows = (await organisation.casey.work((work) => listConsents(work, file.caseId))).map(
      ({ expiresAt }) => expiresAt,
    )
    expect(rows.every((at) => at !== null && dayOf(at) <= addDays(today, 366))).toBe(true)
  })
})

describe('withdrawing', () => {
  it('leaves a task for the one who has to tell, and stays readable with day and by whom', async () => {
    const file = await givenFile()
    const consentId = idOf(await record(file, { words: 'Verzonnen voorwaarde' }))
    expect(
      await end(file, consentId, {
        endedOn: ago(2),
        words: 'Verzonnen reden',
        task: 'Verwittig Huis Verzonnen',
      }),
    ).toMatchObject({ ok: true })
    const [row] = await organisation.casey.work((work) => listConsents(work, file.caseId))
    expect(row).toMatchObject({
      words: 'Verzonnen voorwaarde',
      withdrawn: { on: ago(2), saidBy: 'self', words: 'Verzonnen reden', by: 'casey Invented' },
    })
    const tasks = await organisation.casey.work((work) => listTasks(work, file.caseId))
    expect(tasks).toMatchObject([
      { text: 'Verwittig Huis Verzonnen', dueOn: today, assignedTo: organisation.casey.id },
    ])
    expect(await end(file, consentId)).toMatchObject({ code: 'correctedMeanwhile' })
  })

  it('by two colleagues at once is one withdrawal', async () => {
    const file = await givenFile()
    const consentId = idOf(await record(file))
    const both = await Promise.all([end(file, consentId), end(file, consentId, {}, 'coral')])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'correctedMeanwhile' })
  })

  it('and what needs the consent wait for each other: nothing leaves between the check and the no', async () => {
    const file = await givenFile()
    const consentId = idOf(await record(file))
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let begun = (): void => undefined
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const order: string[] = []
    const leaving = organisation.casey.work(async (work) => {
      await work.tx
        .$executeRaw`SELECT app.require_consent(${file.caseId}::uuid, ${file.personId}::uuid, 'referral', 'kind:organisation', ARRAY['identity'])`
      begun()
      await held
      order.push('left')
    })
    await started
    const no = end(file, consentId, {}, 'coral').then((answer) => {
      order.push('withdrawn')
      return answer
    })
    await expect
      .poll(() => organisation.ask(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`))
      .toHaveLength(1)
    release()
    await leaving
    expect(await no).toMatchObject({ ok: true })
    expect(order).toEqual(['left', 'withdrawn'])
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx
            .$executeRaw`SELECT app.require_consent(${file.caseId}::uuid, ${file.personId}::uuid, 'referral', 'kind:organisation', ARRAY['identity'])`,
      ),
    ).rejects.toThrow(/no consent: withdrawn/)
  })
})

it.each([
  ['asked in the future', { askedOn: addDays(today, 2), lastDay: '' }, { askedOn: 'inTheFuture' }],
  ['without a recipient', { recipient: '' }, { recipient: 'required' }],
  ['to somebody without a name', { recipient: 'named' }, { named: 'required' }],
  ['to an actor nobody knows', { recipient: 'actor:invented-house' }, { recipient: 'unknownChoice' }],
  ['of nothing', { scopes: [] }, { scopes: 'required' }],
  ['without a language', { language: '' }, { language: 'required' }],
  ['over before it began', { lastDay: '2026-02-01' }, { lastDay: 'endBeforeStart' }],
  ['without an answer', { answer: '' }, { answer: 'required' }],
])('an answer %s is refused beside the field', async (_words, change, fields) => {
  const file = await givenFile()
  expect(await record(file, change)).toMatchObject({ ok: false, fields })
  expect(await organisation.casey.work((work) => listConsents(work, file.caseId))).toEqual([])
})

it('the database and the rules of the page say the same of every history', async () => {
  const file = await givenFile()
  const day = fc.integer({ min: 0, max: 4 }).map((n) => ago(n))
  const scopes = fc.subarray(SCOPES.codes.slice(0, 3))
  const row = fc.record({
    answer: fc.constantFrom('given', 'given', 'given', 'refused', 'not_asked'),
    scopes,
    askedOn: day,
    isExpired: fc.boolean(),
    isMinor: fc.boolean(),
    givenBy: fc.constantFrom('self', 'guardian'),
    childView: fc.constantFrom('agrees', 'disagrees', 'too_young', 'not_asked'),
    end: fc.constantFrom('none', 'none', 'withdrawn', 'mistake'),
    endedOn: day,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), scopes, async (rows, wanted) => {
      await organisation.ask('DELETE FROM consent_end WHERE case_id = $1', [file.caseId])
      await organisation.ask('DELETE FROM consent WHERE case_id = $1', [file.caseId])
      for (const one of rows) {
        const id = newId()
        const asked = one.answer !== 'not_asked'
        await organisation.ask(
          `INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, expires_at, language, interpreter,
             form, given_by, is_minor, child_view, created_by)
           VALUES ($1, $2, $3, 'referral', 'kind:lawyer', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [
            id,
            file.caseId,
            file.personId,
            one.answer === 'given' && one.scopes.length === 0 ? ['identity'] : one.scopes,
            one.answer,
            one.askedOn,
            one.answer === 'given' ? (one.isExpired ? '2026-01-01' : '2199-01-01') : null,
            asked ? 'ti' : null,
            asked ? 'none' : null,
            asked ? 'spoken' : null,
            asked ? one.givenBy : null,
            one.isMinor,
            asked && one.isMinor ? one.childView : null,
            organisation.casey.id,
          ],
        )
        if (one.end !== 'none')
          await organisation.ask(
            `INSERT INTO consent_end (id, case_id, consent_id, kind, ended_on, said_by, created_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            [
              newId(),
              file.caseId,
              id,
              one.end,
              one.endedOn,
              one.end === 'withdrawn' ? 'self' : null,
              organisation.casey.id,
            ],
          )
      }
      const purpose: Purpose = 'referral'
      const list: Scope[] = wanted
      await organisation.casey.work(async (work) => {
        const said = await askIn(work, file, 'kind:lawyer', list)
        const rule = consentGap(
          await listConsents(work, file.caseId),
          { personId: file.personId, purpose, recipient: 'kind:lawyer', scopes: list },
          work.now,
        )
        expect(said).toBe(rule?.gap ?? null)
      })
    }),
    { numRuns: drawn(50, 150) },
  )
})

it('out of reach is not there, a circle keeps it, and no one signs, changes, deletes or ties across files', async () => {
  const file = await givenFile()
  const consentId = idOf(await record(file))
  expect(await record(file, {}, 'sol')).toMatchObject({ code: 'notFound' })
  expect(await end(file, consentId, {}, 'sol')).toMatchObject({ code: 'notFound' })
  expect(await gap(file, { who: 'sol' })).toBe('not_asked')
  const other = await givenFile()
  expect(await end(other, consentId)).toMatchObject({ code: 'notFound' })
  expect(await record({ ...file, personId: other.personId })).toMatchObject({ code: 'notFound' })

  const forge = (sql: string) => organisation.casey.work((work) => work.tx.$executeRawUnsafe(sql))
  const insert = (of: { caseId?: string; personId?: string; by?: string }) =>
    forge(`INSERT INTO consent (id, case_id, person_id, purpose, recipient, scopes, answer, asked_on, is_minor, created_by)
           VALUES (gen_random_uuid(), '${of.caseId ?? file.caseId}', '${of.personId ?? file.personId}', 'photo', 'kind:lawyer', '{}',
                   'not_asked', '2026-01-01', false, '${of.by ?? organisation.casey.id}')`)
  expect(await insert({})).toBe(1)
  await expect(insert({ by: organisation.coral.id })).rejects.toThrow(/row-level security/)
  await expect(insert({ personId: other.personId })).rejects.toThrow(/row-level security/)
  await expect(
    forge(`INSERT INTO consent_end (id, case_id, consent_id, kind, ended_on, said_by, created_by)
           VALUES (gen_random_uuid(), '${other.caseId}', '${consentId}', 'withdrawn', '2026-01-01', 'self', '${organisation.casey.id}')`),
  ).rejects.toThrow(/foreign key/i)
  for (const sql of [
    `UPDATE consent SET answer = 'given' WHERE case_id = '${file.caseId}'`,
    `DELETE FROM consent WHERE case_id = '${file.caseId}'`,
    `DELETE FROM consent_end WHERE case_id = '${file.caseId}'`,
  ])
    await expect(forge(sql)).rejects.toThrow(/permission denied/)

  const closed = await givenFile('restricted')
  idOf(await record(closed))
  expect(await gap(closed, { who: 'coral' })).toBe('not_asked')
  expect(
    await organisation.coral.work((work) => work.tx.consent.count({ where: { caseId: closed.caseId } })),
  ).toBe(0)
})
