import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import PartnerPage from '@/app/(signed-in)/partners/[partnerId]/page'
import PartnersPage from '@/app/(signed-in)/partners/page'
import {
  checkPartner,
  joinPartner,
  removePartnerPerson,
  retirePartner,
  savePartner,
  savePartnerPerson,
  warnOfPartner,
  withdrawPartnerWarning,
} from '@/lib/partners/partner.actions'
import { listPartners } from '@/lib/partners/partner.data'
import { readPartnerPage } from '@/lib/partners/partner-page.data'
import { readPartnerFigures } from '@/lib/referrals/partner-figures.data'
import { recordReferralStep, saveReferral, takeReferralBack } from '@/lib/referrals/referral.actions'
import { listReferrals } from '@/lib/referrals/referral.data'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { givenNamedFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aPartner, aPartnerPerson } from '../support/given/partners'
import { aReferral, aStep } from '../support/given/referrals'
import { act, openPage } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'ada' | 'gus' | 'stranger'
const idOf = (answer: unknown): string =>
  z.object({ ok: z.literal(true), value: z.looseObject({ partnerId: z.string() }) }).parse(answer).value
    .partnerId
const subjectOf = (answer: unknown): string =>
  z.object({ ok: z.literal(true), value: z.looseObject({ subjectId: z.string() }) }).parse(answer).value
    .subjectId
const save = (change: Record<string, unknown> = {}, who: Who = 'coral') =>
  act(organisation[who].token, savePartner, aPartner(change))
const given = async (change: Record<string, unknown> = {}) => idOf(await save(change))
const pageOf = (partnerId: string, who: Who = 'casey') =>
  organisation[who].work((work) => readPartnerPage(work, partnerId))
const warn = (partnerId: string, who: Who = 'coral') =>
  act(organisation[who].token, warnOfPartner, { partnerId, reason: 'Antwoordt nooit' })
const refer = (
  { caseId, personId }: { caseId: string; personId: string },
  partnerId: string,
  change: Record<string, unknown> = {},
) =>
  act(
    organisation.casey.token,
    saveReferral,
    aReferral(caseId, personId, { partnerId, to: '', kind: '', ...change }),
  )
const step = (caseId: string, subjectId: string, kind: string, on = today) =>
  act(organisation.casey.token, recordReferralStep, aStep(caseId, subjectId, { kind, on }))
const figures = (ids: readonly string[], who: Who = 'casey') =>
  organisation[who].work((work) => readPartnerFigures(work, ids))

describe('a partner', () => {
  it('is kept by coordinators and admins, read by every colleague, and is not there for anyone else', async () => {
    const partnerId = await given()
    expect(await save({ partnerId, version: 1, freePlaces: '3', freeOn: today }, 'ada')).toMatchObject({
      ok: true,
    })
    expect(await save({ partnerId, version: 1 })).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { version: 2, freePlaces: '3' },
    })
    expect(await save({}, 'casey')).toMatchObject({ ok: false, code: 'forbidden' })
    expect((await pageOf(partnerId)).partner).toMatchObject({
      name: 'Verzonnen Opvang',
      freePlaces: 3,
      version: 2,
    })
    for (const who of ['stranger', 'gus'] as const) {
      const { outcome } = await openPage(organisation[who].token, PartnerPage, { params: { partnerId } })
      expect(`${who} ${outcome}`).toBe(`${who} notFound`)
    }
    expect(await save({ partnerId, version: 2 }, 'stranger')).toMatchObject({ ok: false, code: 'notFound' })
    expect((await openPage(organisation.gus.token, PartnersPage)).outcome).toBe('notFound')
    expect((await organisation.stranger.work(listPartners)).map(({ id }) => id)).not.toContain(partnerId)
  })

  it('says what is wrong in its form', async () => {
    const wrong = (change: Record<string, unknown>) => save(change)
    expect(await wrong({ name: ' ' })).toMatchObject({ fields: { name: 'required' } })
    expect(await wrong({ email: 'nobody' })).toMatchObject({ fields: { email: 'emailInvalid' } })
    expect(await wrong({ freePlaces: '2', freeOn: '' })).toMatchObject({ fields: { freeOn: 'required' } })
    expect(await wrong({ checkedOn: '2099-01-01' })).toMatchObject({ fields: { checkedOn: 'inTheFuture' } })
    expect(await wrong({ actorSlug: 'nobody-knows' })).toMatchObject({
      fields: { actorSlug: 'unknownChoice' },
    })
    expect(await wrong({ languages: ['xx'] })).toMatchObject({ ok: false, code: 'invalid' })
  })

  it('is confirmed, retired and offered again', async () => {
    const partnerId = await given({ checkedOn: '' })
    const { token } = organisation.coral
    expect(await act(token, checkPartner, { partnerId, version: 1 })).toMatchObject({ ok: true })
    expect((await pageOf(partnerId)).partner.checkedOn).toBe(today)
    expect(await act(token, retirePartner, { partnerId, version: 1, isRetired: true })).toMatchObject({
      code: 'correctedMeanwhile',
    })
    await act(token, retirePartner, { partnerId, version: 2, isRetired: true })
    const file = await givenNamedFile(organisation)
    expect(await refer(file, partnerId)).toMatchObject({ ok: false, fields: { partnerId: 'unknownChoice' } })
    await act(token, retirePartner, { partnerId, version: 3, isRetired: false })
    expect(await refer(file, partnerId)).toMatchObject({ ok: true })
  })

  it('has people whose names are nowhere in the database, who are found by their languages and removed for good', async () => {
    const partnerId = await given({ kind: 'interpreter', languages: ['fr'] })
    const { token } = organisation.coral
    await act(token, savePartnerPerson, aPartnerPerson(partnerId))
    const [person] = (await pageOf(partnerId)).people
    expect(person).toMatchObject({ name: 'Zztolk Qqverzonnen', phone: '+32 470 00 00 00', ways: ['phone'] })
    const change = { ...aPartnerPerson(partnerId), ...person, version: 1, role: 'Beëdigd tolk' }
    expect(await act(organisation.casey.token, savePartnerPerson, change)).toMatchObject({
      code: 'forbidden',
    })
    expect(await act(token, savePartnerPerson, change)).toMatchObject({ ok: true, value: { version: 2 } })
    expect((await pageOf(partnerId)).people).toMatchObject([{ role: 'Beëdigd tolk' }])
    expect((await pageOf(partnerId)).partner.spoken).toEqual(['fr', 'am'])
    const [row] = await organisation.ask(
      'SELECT p::text AS text FROM partner_person p WHERE partner_id = $1',
      [partnerId],
    )
    expect(row?.text).not.toContain('Zztolk')
    const gone = { partnerId, partnerPersonId: person?.partnerPersonId, version: 2 }
    expect(await act(token, removePartnerPerson, gone)).toMatchObject({ ok: true })
    expect(
      await organisation.ask('SELECT id FROM partner_person WHERE partner_id = $1', [partnerId]),
    ).toEqual([])
  })

  it('that was written down twice leads to the one that is used, in one step, and that is taken back', async () => {
    const [one, two, three] = [
      await given({ name: 'Een' }),
      await given({ name: 'Twee' }),
      await given({ name: 'Drie' }),
    ]
    const { token } = organisation.coral
    const join = (partnerId: string, version: number, into: string) =>
      act(token, joinPartner, { partnerId, version, into })
    expect(await join(one, 1, one)).toMatchObject({ fields: { into: 'unknownChoice' } })
    expect(await join(two, 1, one)).toMatchObject({ ok: true })
    expect(await join(three, 1, two)).toMatchObject({ fields: { into: 'unknownChoice' } })
    expect(await join(one, 1, three)).toMatchObject({ code: 'othersJoined' })
    await expect(
      organisation.ask('UPDATE partner SET same_as = $1 WHERE id = $2', [three, one]),
    ).rejects.toThrow(/joined/)
    await expect(
      organisation.ask('UPDATE partner SET same_as = $1 WHERE id = $2', [two, three]),
    ).rejects.toThrow(/joined/)
    expect((await pageOf(two)).kept?.id).toBe(one)
    const page = await pageOf(one)
    expect(page.duplicates.map(({ id }) => id)).toEqual([two])
    await warn(two)
    expect((await pageOf(one)).partner.warnedOn).toBe(today)
    expect(await join(two, 2, '')).toMatchObject({ ok: true })
    expect((await pageOf(one)).partner.warnedOn).toBeNull()
  })
})

describe('a warning', () => {
  it('is given and withdrawn by coordinators, and stops the next referral and what has not been sent', async () => {
    const partnerId = await given()
    const file = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(file, partnerId))
    for (const who of ['casey', 'ada'] as const)
      expect(await warn(partnerId, who)).toMatchObject({ code: 'forbidden' })
    expect(await warn(partnerId)).toMatchObject({ ok: true })
    const [warning] = (await pageOf(partnerId)).warnings
    expect(warning).toMatchObject({ reason: 'Antwoordt nooit', by: 'coral Invented', withdrawnOn: null })
    expect(await refer(file, partnerId)).toMatchObject({
      code: 'doNotRefer',
      fields: { partnerId: 'doNotRefer' },
    })
    expect(await step(file.caseId, subjectId, 'told')).toMatchObject({ ok: true })
    expect(await step(file.caseId, subjectId, 'sent')).toMatchObject({ ok: false, code: 'doNotRefer' })
    // What is being written is corrected on, to the same partner.
    expect(await refer(file, partnerId, { subjectId, version: 1, asked: 'Anders' })).toMatchObject({
      ok: true,
    })
    const back = { partnerId, warningId: warning?.id }
    expect(await act(organisation.coral.token, withdrawPartnerWarning, back)).toMatchObject({ ok: true })
    expect(await act(organisation.coral.token, withdrawPartnerWarning, back)).toMatchObject({
      code: 'notFound',
    })
    expect((await pageOf(partnerId)).warnings).toMatchObject([
      { withdrawnBy: 'coral Invented', withdrawnOn: today },
    ])
    expect(await step(file.caseId, subjectId, 'sent')).toMatchObject({ ok: true })
  })
})

describe('a referral to a partner', () => {
  it('keeps its name of that day, and what came of it is counted for those who open the file', async () => {
    const partnerId = await given({ name: 'Oude naam' })
    const file = await givenNamedFile(organisation)
    const subjectId = subjectOf(await refer(file, partnerId))
    await save({ partnerId, version: 1, name: 'Nieuwe naam' })
    const [one] = (await organisation.casey.work((work) => listReferrals(work, file.caseId))).current
    expect(one?.row).toMatchObject({ to: 'Oude naam', kind: 'shelter', partnerId, bodySlug: null })
    const nothing = {
      asked: 0,
      accepted: 0,
      refused: 0,
      waiting: 0,
      ended: 0,
      medianDays: null,
      lastAnswer: null,
    }
    expect(await figures([partnerId])).toEqual(nothing)
    await step(file.caseId, subjectId, 'told', '2026-11-02')
    expect(await figures([partnerId])).toEqual({ ...nothing, asked: 1, waiting: 1 })
    await step(file.caseId, subjectId, 'accepted', '2026-11-05')
    const answered = {
      ...nothing,
      asked: 1,
      accepted: 1,
      medianDays: 3,
      lastAnswer: { on: '2026-11-05', kind: 'accepted' },
    }
    expect(await figures([partnerId])).toEqual(answered)
    expect(await figures([partnerId], 'coral')).toEqual(answered)
    expect(await figures([partnerId], 'sol')).toEqual(nothing)
    expect(await figures([partnerId], 'stranger')).toEqual(nothing)
    expect(await figures([partnerId], 'ada')).toBeNull()
    await act(organisation.casey.token, takeReferralBack, {
      caseId: file.caseId,
      subjectId,
      version: 1,
      mistake: 'recorded_twice',
    })
    expect(await figures([partnerId])).toEqual(nothing)
  })

  it('names no partner of another organisation, whatever is sent to the database', async () => {
    const theirs = idOf(await save({}, 'stranger'))
    const file = await givenNamedFile(organisation)
    expect(await refer(file, theirs)).toMatchObject({ ok: false, fields: { partnerId: 'unknownChoice' } })
    const id = newId()
    const data = {
      ...{ id, caseId: file.caseId, subjectId: id, revision: 1, personId: file.personId, kind: 'shelter' },
      ...{
        urgency: 'now',
        fields: [],
        language: 'en',
        toCipher: new Uint8Array(8),
        askedCipher: new Uint8Array(8),
      },
      createdBy: organisation.casey.id,
    }
    const insert = (partnerId: string | null) =>
      organisation.casey.work((work) => work.tx.referral.createMany({ data: { ...data, partnerId } }))
    await expect(insert(theirs)).rejects.toThrow(/row-level security/)
    await expect(insert(await given())).resolves.toEqual({ count: 1 })
  })
})
