import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { recordConsent } from '@/lib/consents/consent.actions'
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import { answerErasure, askErasure } from '@/lib/rights/erasure.actions'
import { getCertificate, listAsked, listErased } from '@/lib/rights/erasure.data'
import { liftHold, placeHold } from '@/lib/rights/hold.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { flip } from '../support/damage'
import { givenCircle } from '../support/given/circle'
import { aConsent } from '../support/given/consents'
import { givenDraft } from '../support/given/draft'
import { givenFullFile } from '../support/given/full-file'
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

const close = (caseId: string) =>
  organisation.ask(`UPDATE case_file SET status = 'closed', closed_on = '2020-01-02' WHERE id = $1`, [caseId])
const asking = (caseId: string, over: Record<string, unknown> = {}) => ({
  caseIds: [caseId],
  ground: 'no_longer_needed',
  words: 'Zzasked because Qqlong ago',
  ...over,
})
const asked = z.object({ ok: z.literal(true), value: z.object({ erasureIds: z.tuple([z.string()]) }) })
const ask = async (who: GivenStaff, caseId: string): Promise<string> =>
  asked.parse(await act(who.token, askErasure, asking(caseId))).value.erasureIds[0]
const answer = (who: GivenStaff, erasureId: string, agrees = true) =>
  act(who.token, answerErasure, { erasureIds: [erasureId], agrees })

describe('erasing a file', () => {
  it('takes two, leaves a certificate, and nothing else that tells of them', async () => {
    const { caseId, personId, relativeId } = await givenFullFile(organisation)
    await close(caseId)
    const erasureId = await ask(organisation.casey, caseId)
    expect(await organisation.coral.work((work) => listAsked(work, caseId))).toMatchObject([
      { words: 'Zzasked because Qqlong ago', by: 'casey Invented' },
    ])
    expect(await answer(organisation.casey, erasureId)).toMatchObject({ code: 'secondHand' })
    for (const who of [organisation.sola, organisation.stranger, organisation.cory])
      expect(await answer(who, erasureId)).toMatchObject({ code: 'notFound' })
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ ok: true })

    const keys = await organisation.ask(
      'SELECT count(*)::int AS n FROM wrapped_key WHERE holder_id = ANY ($1)',
      [[caseId, personId, relativeId]],
    )
    expect(keys).toEqual([{ n: 0 }])
    const certificate = await organisation.coral.work((work) => getCertificate(work, erasureId))
    expect(certificate).toMatchObject({
      proposedBy: 'casey Invented',
      confirmedBy: 'coral Invented',
      ground: 'no_longer_needed',
      people: 2,
      elsewhere: 0,
      kept: 1,
      gone: { note: 1, task: 1, goal: 1, special_need: 1 },
    })
    expect(JSON.stringify(certificate)).not.toMatch(/Kalimo|Zz|Qq/)
    // What is counted stays to be counted, of no one.
    const [met] = await organisation.ask(
      `SELECT count(*)::int AS n, count(s.id)::int AS signals, min(f.secrecy) AS secrecy, count(e.note_cipher)::int AS words
         FROM file_erasure x JOIN case_file f ON f.id = x.case_id JOIN encounter e ON e.case_id = f.id
              LEFT JOIN signal s ON s.encounter_id = e.id
        WHERE x.id = $1 AND NOT EXISTS (SELECT 1 FROM case_person p WHERE p.case_id = f.id)`,
      [erasureId],
    )
    expect(met).toEqual({ n: 1, signals: 1, secrecy: 'sealed', words: 0 })
    for (const who of [organisation.casey, organisation.coral, organisation.ada])
      expect((await who.work(listErased)).map(({ id }) => id)).toContain(erasureId)
    for (const who of [organisation.sola, organisation.cory, organisation.gus, organisation.stranger])
      expect((await who.work(listErased)).map(({ id }) => id)).not.toContain(erasureId)
    const auditLog = await organisation.ask(
      `SELECT actor_id, detail->>'ground' AS ground, detail->>'proposedBy' AS proposer FROM audit_event WHERE event = 'file.erased' AND case_id = $1`,
      [caseId],
    )
    expect(auditLog).toEqual([
      { actor_id: organisation.coral.id, ground: 'no_longer_needed', proposer: organisation.casey.id },
    ])
  })

  it('leaves anyone who stands in another file, and takes them out of this one', async () => {
    const { caseId, personId } = await givenFullFile(organisation)
    const other = await givenFullFile(organisation)
    await organisation.ask(`INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'sibling')`, [
      other.caseId,
      personId,
    ])
    await close(caseId)
    const erasureId = await ask(organisation.coral, caseId)
    expect(await answer(organisation.casey, erasureId)).toMatchObject({ ok: true })
    expect(await organisation.casey.work((work) => getCertificate(work, erasureId))).toMatchObject({
      people: 1,
      elsewhere: 1,
    })
    const [left] = await organisation.ask(
      `SELECT (SELECT count(*)::int FROM person_name WHERE person_id = $1) AS names, (SELECT count(*)::int FROM encounter WHERE person_id = $1) AS met,
              (SELECT count(*)::int FROM wrapped_key WHERE holder_id = $1) AS keys`,
      [personId],
    )
    expect(left).toEqual({ names: 2, met: 0, keys: 1 })
    expect(await organisation.casey.work((work) => work.tx.casePerson.count({ where: { personId } }))).toBe(1)
  })

  it('of an open file needs the coordinator of its office; a file at work is erased by no one', async () => {
    const { caseId } = await givenFullFile(organisation)
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES (gen_random_uuid(), $1, $2, 'support', $3)`,
      [caseId, organisation.cory.id, organisation.casey.id],
    )
    expect(await act(organisation.casey.token, askErasure, asking(caseId))).toMatchObject({
      code: 'onlyClosed',
    })
    await close(caseId)
    const erasureId = await ask(organisation.casey, caseId)
    expect(await act(organisation.cory.token, askErasure, asking(caseId))).toMatchObject({
      code: 'erasureAsked',
    })
    expect(await answer(organisation.cory, erasureId)).toMatchObject({ code: 'needsLeader' })
    expect(await answer(organisation.coral, erasureId, false)).toMatchObject({ ok: true })
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ code: 'notFound' })
    const again = await ask(organisation.casey, caseId)
    await organisation.ask(`UPDATE case_file SET status = 'active' WHERE id = $1`, [caseId])
    expect(await answer(organisation.coral, again)).toMatchObject({ code: 'erasureOver' })
    await close(caseId)
    await organisation.ask(`UPDATE file_erasure SET proposed_at = now() - interval '15 days' WHERE id = $1`, [
      again,
    ])
    expect(await answer(organisation.coral, again)).toMatchObject({ code: 'erasureOver' })
    expect(await organisation.casey.work((work) => work.tx.note.count({ where: { caseId } }))).toBe(1)
  })

  it.each(['restricted', 'sealed'] as const)('of a %s file is its members’ alone', async (secrecy) => {
    const { id } = await givenCircle(organisation, secrecy)
    await close(id)
    for (const who of [organisation.coral, organisation.sola, organisation.ada, organisation.gus])
      expect(await act(who.token, askErasure, asking(id))).toMatchObject({
        code: expect.stringMatching(/^(notFound|forbidden)$/),
      })
    const erasureId = await ask(organisation.casey, id)
    expect(await organisation.coral.work((work) => listAsked(work, id))).toEqual([])
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ code: 'notFound' })
    expect(await answer(organisation.cory, erasureId)).toMatchObject({ ok: true })
    const reads = async (who: GivenStaff) =>
      (await who.work((work) => getCertificate(work, erasureId))) !== null
    expect(await Promise.all([organisation.casey, organisation.cory].map(reads))).toEqual([true, true])
    expect(
      await Promise.all(
        [organisation.coral, organisation.sola, organisation.ada, organisation.stranger].map(reads),
      ),
    ).toEqual([false, false, false, false])
  })

  it('takes the drafts about it, no matter who typed them, and no other', async () => {
    const { caseId } = await givenFullFile(organisation)
    const [noteRow] = await organisation.ask('SELECT id FROM note WHERE case_id = $1', [caseId])
    await givenDraft(
      organisation,
      organisation.casey,
      'a'.repeat(64),
      JSON.stringify({ values: { caseId, text: 'Zzdraft' } }),
    )
    await givenDraft(
      organisation,
      organisation.coral,
      'b'.repeat(64),
      JSON.stringify({ values: { noteId: noteRow?.id, text: 'Zzdraft' } }),
    )
    await givenDraft(
      organisation,
      organisation.casey,
      'c'.repeat(64),
      JSON.stringify({ values: { text: 'about something else' } }),
    )
    await close(caseId)
    const erasureId = await ask(organisation.casey, caseId)
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT left(slot, 1) AS slot FROM draft')).toEqual([{ slot: 'c' }])
    // Later, and to anyone else, the database hands out none.
    const handed = await organisation.coral.work(
      (work) => work.tx.$queryRaw`SELECT * FROM app.drafts_for_erasure(${erasureId}::uuid)`,
    )
    expect(handed).toEqual([])
  })

  it('is refused while the draft key of a colleague is damaged, and the admins are told; not any more when it is back', async () => {
    const { caseId } = await givenFullFile(organisation)
    await givenDraft(
      organisation,
      organisation.cory,
      'd'.repeat(64),
      JSON.stringify({ values: { caseId, text: 'Zzdraft' } }),
    )
    await close(caseId)
    const erasureId = await ask(organisation.casey, caseId)
    const key = ['draft_key', 'wrapped', 'WHERE staff_id = $1', [organisation.cory.id]] as const
    const left = () =>
      organisation.ask(
        `SELECT (SELECT count(*)::int FROM wrapped_key WHERE holder_id = $1) AS keys,
                (SELECT count(*)::int FROM draft WHERE left(slot, 1) = 'd') AS drafts`,
        [caseId],
      )
    await flip(organisation.ask, ...key)
    expect(await answer(organisation.coral, erasureId)).toEqual({ ok: false, code: 'contentDamaged' })
    expect(await left()).toEqual([{ keys: 1, drafts: 1 }])
    expect(
      await organisation.ask("SELECT damaged_place, staff_id FROM notice WHERE kind = 'content_damaged'"),
    ).toEqual([{ damaged_place: `draft_key.wrapped ${organisation.cory.id}`, staff_id: organisation.ada.id }])
    await flip(organisation.ask, ...key)
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ ok: true })
    expect(await left()).toEqual([{ keys: 0, drafts: 0 }])
  })

  it('takes the yes to being counted along, without a word that says of whom: figures of the period stay', async () => {
    const { caseId, personId } = await givenFullFile(organisation)
    const yes = { purpose: 'statistics', recipient: '', scopes: [], lastDay: '2031-01-01', words: 'Zzyes' }
    expect(await act(organisation.casey.token, recordConsent, aConsent(caseId, personId, yes))).toMatchObject(
      {
        ok: true,
      },
    )
    const agreed = async () =>
      z
        .array(z.object({ id: z.string() }))
        .parse(
          await withJobWork(
            'statistics',
            (work) => work.tx.$queryRaw`SELECT app.people_to_count('2026-10-01', '2026-12-31')::text AS id`,
          ),
        )
    expect(await agreed()).toContainEqual({ id: personId })
    await close(caseId)
    const erasureId = await ask(organisation.casey, caseId)
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ ok: true })
    const [moved] = await organisation.ask(
      `SELECT e.person_id AS id, c.language, c.interpreter, c.expires_at, c.words_cipher
         FROM file_erasure x JOIN encounter e ON e.case_id = x.case_id JOIN consent c ON c.person_id = e.person_id
        WHERE x.id = $1`,
      [erasureId],
    )
    expect(moved).toMatchObject({
      language: 'und',
      interpreter: 'not_noted',
      expires_at: null,
      words_cipher: null,
    })
    const after = await agreed()
    expect(after).toContainEqual({ id: moved?.id })
    expect(after).not.toContainEqual({ id: personId })
  })

  it('does not count anyone who said no to being counted', async () => {
    const { caseId, personId } = await givenFullFile(organisation)
    const no = { purpose: 'statistics', recipient: '', scopes: [], answer: 'refused' }
    expect(await act(organisation.casey.token, recordConsent, aConsent(caseId, personId, no))).toMatchObject({
      ok: true,
    })
    await close(caseId)
    const erasureId = await ask(organisation.casey, caseId)
    expect(await answer(organisation.coral, erasureId)).toMatchObject({ ok: true })
    expect(await organisation.coral.work((work) => getCertificate(work, erasureId))).toMatchObject({
      kept: 0,
    })
  })
})

describe('a hold', () => {
  it('keeps a file whole, against the application and against the guard itself, until it is lifted', async () => {
    const { caseId } = await givenFullFile(organisation)
    await close(caseId)
    const waiting = await ask(organisation.casey, caseId)
    const hold = { caseId, ground: 'proceedings', words: 'Zzcourt', reviewOn: addDays(dayOf(new Date()), 90) }
    expect(
      await act(organisation.casey.token, placeHold, { ...hold, reviewOn: dayOf(new Date()) }),
    ).toMatchObject({
      code: 'reviewPassed',
    })
    const placed = z
      .object({ ok: z.literal(true), value: z.object({ holdId: z.string() }) })
      .parse(await act(organisation.casey.token, placeHold, hold))
    expect(await answer(organisation.coral, waiting)).toMatchObject({ code: 'fileHeld' })
    for (const sql of [
      "SELECT app.erase_content($1, 'X')",
      'DELETE FROM case_file WHERE id = $1',
      `DELETE FROM wrapped_key WHERE holder_kind = 'file' AND holder_id = $1`,
    ])
      await expect(organisation.ask(sql, [caseId])).rejects.toThrow('this file is held')
    const lift = { caseId, holdId: placed.value.holdId, words: 'Zzover' }
    expect(await act(organisation.sola.token, liftHold, lift)).toMatchObject({ code: 'notFound' })
    expect(await act(organisation.coral.token, liftHold, lift)).toMatchObject({ ok: true })
    expect(await act(organisation.coral.token, liftHold, lift)).toMatchObject({ code: 'notStanding' })
    expect(await answer(organisation.coral, waiting)).toMatchObject({ ok: true })
  })
})
