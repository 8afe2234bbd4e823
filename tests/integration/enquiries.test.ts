import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFile } from '@/lib/cases/intake.actions'
import { recordEnquiry, takeEnquiryBack } from '@/lib/enquiries/enquiry.actions'
import { readEnquiries } from '@/lib/enquiries/enquiry.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sola' | 'ada'
const record = (change: Record<string, unknown> = {}, who: Who = 'casey') =>
  act(organisation[who].token, recordEnquiry, {
    teamId: organisation.north,
    way: 'counter',
    on: '2026-03-01',
    topic: 'legal_aid',
    people: '2',
    nationality: 'ER',
    language: 'ti',
    ...change,
  })
const givenEnquiry = async (who: Who = 'casey'): Promise<string> => {
  const answer = await record({}, who)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.enquiryId
}
const listed = (enquiryId: string, who: Who) =>
  organisation[who].work(async (work) =>
    (await readEnquiries(work)).enquiries.find(({ id }) => id === enquiryId),
  )
const open = (enquiryId: string, who: Who = 'casey') =>
  act(organisation[who].token, openFile, {
    ...emptyPerson,
    name: 'Selamo Fictar',
    notSame: [],
    kind: 'general',
    teamId: organisation.north,
    placeId: '',
    since: '',
    nextStep: '',
    nextStepOn: '',
    enquiryId,
  })

it('is read by who recorded it and by who leads the office, and taken back it is gone', async () => {
  const enquiryId = await givenEnquiry()
  for (const who of ['casey', 'coral'] as const)
    expect(await listed(enquiryId, who)).toMatchObject({ people: 2, nationality: 'ER', files: [] })
  for (const who of ['cory', 'sola'] as const) {
    expect(await listed(enquiryId, who)).toBeUndefined()
    expect(await act(organisation[who].token, takeEnquiryBack, { enquiryId })).toMatchObject({
      code: 'notFound',
    })
  }
  expect(await record({}, 'ada')).toMatchObject({ code: 'forbidden' })
  expect(await act(organisation.coral.token, takeEnquiryBack, { enquiryId })).toMatchObject({ ok: true })
  expect(await listed(enquiryId, 'casey')).toBeUndefined()
  expect(await open(enquiryId)).toMatchObject({ code: 'notFound' })
})

it.each([
  ['still to come', { on: addDays(today, 1) }, { on: 'inTheFuture' }],
  ['of an office that is not one’s own', { teamId: newId() }, { teamId: 'unknownChoice' }],
  ['about nothing on the list', { topic: 'no_such_topic' }, { topic: 'unknownChoice' }],
  ['of no one', { people: '0' }, { people: 'notANumber' }],
])('%s is refused beside its field', async (_what, change, fields) => {
  expect(await record(change)).toMatchObject({ ok: false, fields })
})

it('becomes a file, which names it; where the file is restricted, the enquiry says nothing of it', async () => {
  const enquiryId = await givenEnquiry()
  expect(await open(enquiryId, 'cory')).toMatchObject({ code: 'notFound' })
  const opened = await open(enquiryId)
  if (!opened.ok) throw new Error(opened.code)
  const { caseId, code } = opened.value
  expect(await listed(enquiryId, 'coral')).toMatchObject({ files: [{ id: caseId, code }] })
  await organisation.ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [caseId])
  const seen = await listed(enquiryId, 'coral')
  expect(seen).toMatchObject({ people: 2, files: [] })
  expect(JSON.stringify(seen)).not.toContain(caseId)
  // Nor can a file be tied to an enquiry that its writer does not reach, whatever is written.
  const forge = organisation.cory.work((work) =>
    work.tx.$executeRawUnsafe(
      `INSERT INTO case_file (id, code, kind, team_id, worker_id, opened_on, created_by, enquiry_id)
       VALUES ('${newId()}', 'AA-BB-CC', 'general', '${organisation.north}', '${organisation.cory.id}', '2026-03-01', '${organisation.cory.id}', '${enquiryId}')`,
    ),
  )
  await expect(forge).rejects.toThrow(/row-level security/)
})
