import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDocuments } from '@/lib/asylum/document.data'
import { listReceptions } from '@/lib/asylum/reception.data'
import { saveDocument, saveReception } from '@/lib/asylum/stay.actions'
import { closeDeadline } from '@/lib/deadlines/deadline.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { newId } from '@/lib/shared/ids'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const file = async () => (await givenBareFile(organisation)).id
const save = (
  caseId: string,
  change: Record<string, unknown> = {},
  who: 'casey' | 'coral' | 'sol' = 'casey',
) =>
  act(organisation[who].token, saveDocument, {
    caseId,
    documentId: '',
    version: 0,
    kind: 'orange_card',
    issuedOn: '',
    expiresOn: '',
    isRenewal: 'no',
    requestedOn: '',
    ...change,
  })
const reception = (caseId: string, change: Record<string, unknown> = {}, who: 'casey' | 'sol' = 'casey') =>
  act(organisation[who].token, saveReception, {
    caseId,
    stayId: '',
    version: 0,
    placeType: 'lri',
    phase: '',
    code207: '',
    fromOn: '',
    untilOn: '',
    endReason: '',
    ...change,
  })
const clocks = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .map(({ rule, status, kept, explanation }) => ({
      code: rule.code,
      status,
      kept,
      // The period of an orange card is to confirm: the earliest day reminds.
      on:
        explanation.computation.kind === 'date'
          ? explanation.computation.on
          : (explanation.computation.window?.earliest ?? null),
    }))
    .sort((a, b) => `${a.status}${a.on}`.localeCompare(`${b.status}${b.on}`))
const documents = (caseId: string) => organisation.casey.work((work) => listDocuments(work, caseId))
const saved = async (caseId: string, change: Record<string, unknown>) => {
  const answer = await save(caseId, change)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.documentId
}

describe('an orange card', () => {
  it('starts its renewal, and the next one stops it and runs longer', async () => {
    const caseId = await file()
    await saved(caseId, { issuedOn: '2026-03-03' })
    const [first] = await clocks(caseId)
    expect(first).toMatchObject({ code: 'AI_RENEW', status: 'open' })
    await saved(caseId, { issuedOn: '2026-06-30', isRenewal: 'yes' })
    const [closed, open] = await clocks(caseId)
    expect(closed).toMatchObject({ status: 'closed', on: first?.on, kept: 'notKnown' })
    expect(open).toMatchObject({ code: 'AI_RENEW', status: 'open' })
    expect((open?.on ?? '') > '2027-01-31').toBe(true)
  })

  it('written down after the one that followed it is stopped by that one', async () => {
    const caseId = await file()
    await saved(caseId, { issuedOn: '2026-06-30', isRenewal: 'yes' })
    const [renewed] = await clocks(caseId)
    await saved(caseId, { issuedOn: '2026-03-03' })
    expect(await clocks(caseId)).toMatchObject([
      { status: 'closed', kept: 'notKnown' },
      { status: 'open', on: renewed?.on },
    ])
  })

  it('whose day is put right is counted again, and without a day counts nothing', async () => {
    const caseId = await file()
    const documentId = await saved(caseId, { issuedOn: '2026-03-03' })
    await saved(caseId, { documentId, version: 1, issuedOn: '2026-03-10' })
    expect((await clocks(caseId)).map(({ status }) => status)).toEqual(['open', 'superseded'])
    await saved(caseId, { documentId, version: 2, issuedOn: '2026-03-10' })
    expect(await clocks(caseId)).toHaveLength(2)
    await saved(caseId, { documentId, version: 3, issuedOn: '' })
    expect((await clocks(caseId)).map(({ status }) => status)).toEqual(['superseded', 'superseded'])
  })
})

describe('a card A', () => {
  it('counts back from its last day, and asking for the renewal before it stops the clock', async () => {
    const caseId = await file()
    const card = { kind: 'card_a_adult', issuedOn: '2026-01-05', expiresOn: '2027-01-04' }
    const documentId = await saved(caseId, card)
    expect(await clocks(caseId)).toMatchObject([{ code: 'DS_A_RENEW_18', status: 'open' }])
    await saved(caseId, { ...card, documentId, version: 1, requestedOn: '2026-11-20' })
    expect(await clocks(caseId)).toMatchObject([{ status: 'closed', kept: 'inTime' }])
  })

  it('is closed by hand too by a request that comes before its last day', async () => {
    const caseId = await file()
    await saved(caseId, { kind: 'card_a_minor', expiresOn: '2027-03-31' })
    const [deadline] = await organisation.casey.work((work) => listDeadlines(work, caseId))
    expect(
      await act(organisation.casey.token, closeDeadline, {
        caseId,
        deadlineId: deadline?.id,
        version: 1,
        act: 'renewal_requested',
        on: '2026-11-20',
        linked: '',
        text: 'Verzonnen.',
      }),
    ).toMatchObject({ ok: true })
  })
})

describe('a document or a stay', () => {
  it('that two colleagues change at once keeps the first and shows it to the second', async () => {
    const caseId = await file()
    const documentId = await saved(caseId, { issuedOn: '2026-03-03' })
    const both = await Promise.all([
      save(caseId, { documentId, version: 1, issuedOn: '2026-03-04' }),
      save(caseId, { documentId, version: 1, issuedOn: '2026-03-05' }, 'coral'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changedMeanwhile', theirs: { version: 2 } })
    expect((await clocks(caseId)).filter(({ status }) => status === 'open')).toHaveLength(1)
  })

  it.each([
    {
      intention: 'issued in the future',
      change: { issuedOn: '2099-01-01' },
      fields: { issuedOn: 'inTheFuture' },
    },
    {
      intention: 'that ends before it begins',
      change: { issuedOn: '2026-03-03', expiresOn: '2026-03-02' },
      fields: { expiresOn: 'endBeforeStart' },
    },
    { intention: 'of no kind', change: { kind: 'passport_of_mars' }, fields: { kind: 'required' } },
    { intention: 'on no day', change: { issuedOn: '2026-02-30' }, fields: { issuedOn: 'notADay' } },
  ])('$intention is refused beside the field', async ({ change, fields }) => {
    const caseId = await file()
    expect(await save(caseId, change)).toMatchObject({ ok: false, fields })
    expect(await documents(caseId)).toEqual([])
  })

  it('in reception keeps place, phase and code 207, and takes no code that stands on no list', async () => {
    const caseId = await file()
    expect(
      await reception(caseId, {
        phase: 'first',
        code207: 'no_show',
        fromOn: '2026-03-03',
        untilOn: '2026-04-01',
        endReason: 'crisis_measure',
      }),
    ).toMatchObject({ ok: true })
    expect(await organisation.casey.work((work) => listReceptions(work, caseId))).toMatchObject([
      { placeType: 'lri', phase: 'first', code207: 'no_show', endReason: 'crisis_measure', version: 1 },
    ])
    expect(await reception(caseId, { placeType: 'castle' })).toMatchObject({
      fields: { placeType: 'unknownChoice' },
    })
    expect(await reception(caseId, { code207: 'x' })).toMatchObject({ ok: false })
    expect(await reception(caseId, { fromOn: '2026-03-03', untilOn: '2026-03-01' })).toMatchObject({
      fields: { untilOn: 'endBeforeStart' },
    })
  })

  it('out of reach is not there, and no one signs for another', async () => {
    const caseId = await file()
    const documentId = await saved(caseId, { issuedOn: '2026-03-03' })
    expect(await save(caseId, { documentId, version: 1 }, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await reception(caseId, {}, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await save(await file(), { documentId, version: 1 })).toMatchObject({ code: 'notFound' })
    expect(await organisation.sol.work((work) => listDocuments(work, caseId))).toEqual([])
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx.$executeRaw`INSERT INTO stay_document (id, case_id, kind, is_renewal, created_by)
                              VALUES (${newId()}::uuid, ${caseId}::uuid, 'card_b', false, ${organisation.coral.id}::uuid)`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx.$executeRaw`UPDATE reception_stay SET case_id = case_id WHERE case_id = ${caseId}::uuid`,
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
