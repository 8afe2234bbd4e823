import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET } from '@/app/api/extracts/route'
import { editNote } from '@/lib/cases/note.actions'
import { writeComment } from '@/lib/comments/comment.actions'
import { recordConsent } from '@/lib/consents/consent.actions'
import { disconnect } from '@/lib/db/client'
import { saveReferral } from '@/lib/referrals/referral.actions'
import { askErasure } from '@/lib/rights/erasure.actions'
import { placeHold } from '@/lib/rights/hold.actions'
import { answerCorrection, askCorrection, askExtract } from '@/lib/rights/request.actions'
import { listCorrections } from '@/lib/rights/request.data'
import { setRetention } from '@/lib/rights/retention.actions'
import { readRightsPage } from '@/lib/rights/rights-page.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { givenCircle } from '../support/given/circle'
import { aConsent } from '../support/given/consents'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral } from '../support/given/referrals'
import { act, fetchFile } from '../support/handlers'
import { bring, text } from '../support/papers'
import { sayingsIn } from '../support/say'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})
const today = dayOf(new Date())
const close = (caseId: string, on: string) =>
  organisation.ask(`UPDATE case_file SET status = 'closed', closed_on = $2 WHERE id = $1`, [caseId, on])
const dueOf = async (who: GivenStaff) => (await who.work((work) => readRightsPage(work, false))).due.files

describe('what falls due', () => {
  it('is shown to anyone who reaches the file, with its rule and what stands in the way', async () => {
    const { caseId } = await givenFullFile(organisation)
    const young = await givenFullFile(organisation)
    const circle = await givenCircle(organisation, 'restricted')
    await close(caseId, '2010-02-01')
    await close(young.caseId, addDays(today, -400))
    await close(circle.id, '2010-02-01')
    const idsOf = async (who: GivenStaff) => (await dueOf(who)).map(({ id }) => id)
    expect(await dueOf(organisation.coral)).toContainEqual(
      expect.objectContaining({
        id: caseId,
        closedOn: '2010-02-01',
        dueOn: '2015-02-01',
        years: 5,
        state: 'due',
      }),
    )
    expect(await idsOf(organisation.coral)).not.toContain(young.caseId)
    // A circle is its members' alone, and in no number of an admin.
    expect(await idsOf(organisation.coral)).not.toContain(circle.id)
    expect(await idsOf(organisation.cory)).toEqual([circle.id])
    for (const who of [organisation.sola, organisation.stranger, organisation.ada])
      expect(await dueOf(who)).toEqual([])
    const offices = (await organisation.ada.work((work) => readRightsPage(work, false))).offices
    expect(offices).toEqual([{ office: 'north', due: 1, held: 0 }])
    expect((await organisation.coral.work((work) => readRightsPage(work, false))).offices).toEqual([])

    // A year is the rule of the organisation: then the younger one falls due too.
    const rule = { kind: 'general', years: '1', source: 'Invented decision of 2026' }
    expect(await act(organisation.coral.token, setRetention, rule)).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.ada.token, setRetention, { ...rule, years: '0' })).toMatchObject({
      code: 'invalid',
    })
    expect(await act(organisation.ada.token, setRetention, { ...rule, kind: 'no_such' })).toMatchObject({
      fields: { kind: 'unknownChoice' },
    })
    for (const kind of ['general', 'detention'])
      expect(await act(organisation.ada.token, setRetention, { ...rule, kind })).toMatchObject({ ok: true })
    expect(await idsOf(organisation.coral)).toEqual(expect.arrayContaining([caseId, young.caseId]))
    expect((await organisation.stranger.work((work) => readRightsPage(work, false))).rules).toEqual([])

    const hold = { caseId, ground: 'inquiry', words: 'Zzinquiry', reviewOn: addDays(today, 9) }
    expect(await act(organisation.casey.token, placeHold, hold)).toMatchObject({ ok: true })
    const states = async () => new Map((await dueOf(organisation.coral)).map(({ id, state }) => [id, state]))
    expect((await states()).get(caseId)).toBe('held')
    const both = { caseIds: [young.caseId, caseId], ground: 'no_longer_needed', words: 'Zzold' }
    // All or none: one of them is held.
    expect(await act(organisation.coral.token, askErasure, both)).toMatchObject({ code: 'fileHeld' })
    expect((await states()).get(young.caseId)).toBe('due')
    expect(
      await act(organisation.coral.token, askErasure, { ...both, caseIds: [young.caseId] }),
    ).toMatchObject({
      ok: true,
    })
    expect((await states()).get(young.caseId)).toBe('asked')
    expect((await organisation.ada.work((work) => readRightsPage(work, false))).offices).toEqual([
      { office: 'north', due: 2, held: 1 },
    ])
  })
})

const given = z.object({ ok: z.literal(true), value: z.object({ extractId: z.string() }) })

describe('what is kept of someone', () => {
  it('is given to them whole, in their language, without anyone else, and leaves its trace', async () => {
    const { caseId, personId, relativeId } = await givenFullFile(organisation)
    await organisation.ask('UPDATE note SET privileged = false WHERE case_id = $1', [caseId])
    const [note] = await organisation.ask('SELECT id FROM note WHERE case_id = $1 LIMIT 1', [caseId])
    const wording = { kind: 'call', happenedOn: '2026-08-07', text: 'Zzcorrected' }
    await act(organisation.casey.token, editNote, { caseId, noteId: note?.id, version: 1, ...wording })
    const said = { kind: 'thanks', text: 'Zzamong colleagues', toStaffId: '', answersId: '' }
    await act(organisation.casey.token, writeComment, { caseId, ...said })
    await act(organisation.casey.token, writeComment, { caseId, ...said, text: 'Zzof her brother' })
    await act(
      organisation.casey.token,
      recordConsent,
      aConsent(caseId, personId, {
        words: 'Zzbeside a consent',
        form: 'drawn',
        drawing: '10,10 250,90;20,80 240,15',
        interpreter: 'present',
        interpreterName: 'Zzinterpreter',
      }),
    )
    await act(organisation.casey.token, saveReferral, aReferral(caseId, personId, { to: 'Zzrecipient' }))
    await bring(organisation.casey.token, caseId, [text('Zzpaper')])
    const asking = { caseId, personId, askedOn: today, language: 'fr', words: 'Zzby letter' }
    for (const who of [organisation.cory, organisation.sola, organisation.stranger])
      expect(await act(who.token, askExtract, asking)).toMatchObject({ code: 'notFound' })
    for (const who of [organisation.ada, organisation.gus])
      expect(await act(who.token, askExtract, asking)).toMatchObject({ code: 'forbidden' })
    expect(
      await act(organisation.casey.token, askExtract, { ...asking, askedOn: addDays(today, 1) }),
    ).toMatchObject({ code: 'inTheFuture' })
    const { extractId } = given.parse(await act(organisation.casey.token, askExtract, asking)).value
    const take = (who: GivenStaff, give = '') =>
      fetchFile(who.token, GET, `/api/extracts?id=${extractId}${give}`)
    for (const who of [organisation.cory, organisation.sola, organisation.ada])
      expect((await take(who)).status).toBe(404)
    const answer = await take(organisation.coral)
    expect(answer.headers.get('content-disposition')).toContain('extract.json')
    const body = await answer.text()
    for (const own of [
      'Kalimo Zzfictar',
      'Zzalias',
      'Zznote on',
      'Zztask',
      'Zzgoal',
      'Zzrecipient',
      'Zzname of a paper',
      'Zzcorrected',
      'Zzbeside a consent',
      'Zzinterpreter',
      '"drawing": "10,10 250,90;20,80 240,15"',
      // How they are reached, with what is safe beside the number.
      '0470 65 43 21 · Téléphone · partagé avec d’autres · Ne jamais laisser de message',
      'Zzguardianship of',
      'Zzwords beside',
      'Zzquiet room',
      'Zzdesk at',
      'Zzfear of',
      'Zzorder by',
      'Zzsaid Qqvisit',
      sayingsIn('fr')('rights.extract.more.guardianship'),
      sayingsIn('fr')('rights.extract.more.earlier'),
      'Zzearlier step',
    ])
      expect(body).toContain(own)
    expect(body).toContain(sayingsIn('fr')('rights.extract.title'))
    expect(body).toContain(sayingsIn('fr')('rights.extract.others'))
    for (const other of ['Zzsister', 'ZZR-QQ77', 'casey Invented', 'coral Invented', relativeId])
      expect(body).not.toContain(other)
    // A message between colleagues is given when someone has read it and says so, and counted when not (docs/adr/0071).
    expect(body).not.toContain('Zzamong colleagues')
    expect(body).toContain('Il y a 2 messages. Vous n’en recevez aucun')
    const ids = await organisation.ask('SELECT id FROM comment WHERE case_id = $1 ORDER BY id', [caseId])
    const [first, second] = ids.map(({ id }) => String(id))
    const chosen = await (await take(organisation.coral, `&give=${first}.${crypto.randomUUID()}`)).text()
    expect(chosen).toContain('Zzamong colleagues')
    expect(chosen).not.toContain('Zzof her brother')
    expect(chosen).toContain('Il y a 2 messages. Vous en recevez un')
    const elsewhere = await givenFullFile(organisation)
    await act(organisation.casey.token, writeComment, {
      caseId: elsewhere.caseId,
      ...said,
      text: 'Zzelsewhere',
    })
    const [other] = await organisation.ask('SELECT id FROM comment WHERE case_id = $1', [elsewhere.caseId])
    const both = await (await take(organisation.coral, `&give=${first}.${second}.${other?.id}`)).text()
    expect(both).toContain('Zzof her brother')
    expect(both).toContain('Il y a 2 messages. Vous les recevez tous.')
    expect(both).not.toContain('Zzelsewhere')
    const auditLog = await organisation.ask(
      `SELECT event FROM audit_event WHERE case_id = $1 AND event LIKE 'extract.%' ORDER BY at`,
      [caseId],
    )
    expect(auditLog).toEqual(
      ['asked', 'saved', 'saved', 'saved'].map((what) => ({ event: `extract.${what}` })),
    )

    // The sister is given what is kept of that person, and nothing of the other.
    const own = given.parse(
      await act(organisation.casey.token, askExtract, { ...asking, personId: relativeId, language: 'nl' }),
    ).value.extractId
    const theirs = await (await fetchFile(organisation.casey.token, GET, `/api/extracts?id=${own}`)).text()
    expect(theirs).toContain('Zzsister')
    expect(theirs).not.toContain('Kalimo')
    expect(theirs).not.toContain('Zzalias')
  })

  it('is put right or not, with a reason, once', async () => {
    const { caseId, personId } = await givenFullFile(organisation)
    const asking = { caseId, personId, askedOn: '2026-10-31', words: 'Zzmy name is spelled otherwise' }
    expect(await act(organisation.sola.token, askCorrection, asking)).toMatchObject({ code: 'notFound' })
    const kept = z
      .object({ ok: z.literal(true), value: z.object({ correctionId: z.string() }) })
      .parse(await act(organisation.casey.token, askCorrection, asking)).value
    const answering = { caseId, ...kept, state: 'refused', words: 'Zzthe passport says so' }
    expect(await act(organisation.coral.token, answerCorrection, { ...answering, words: '' })).toMatchObject({
      fields: { words: 'required' },
    })
    expect(await act(organisation.coral.token, answerCorrection, answering)).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, answerCorrection, answering)).toMatchObject({
      code: 'notStanding',
    })
    expect(await organisation.casey.work((work) => listCorrections(work, caseId))).toMatchObject([
      {
        state: 'refused',
        answerBy: '2026-11-30',
        words: 'Zzmy name is spelled otherwise',
        answer: { words: 'Zzthe passport says so', by: 'coral Invented' },
      },
    ])
  })
})
