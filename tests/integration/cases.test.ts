import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseload } from '@/lib/caseload/caseload.data'
import { readQuery, readSearch } from '@/lib/caseload/caseload.schema'
import { assignFile, editDetails, editNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { findByAddress, getCaseHeader } from '@/lib/cases/case-header.data'
import { addClaim, editPerson } from '@/lib/cases/claim.actions'
import { openFile } from '@/lib/cases/intake.actions'
import { answerSignal, writeNote } from '@/lib/cases/note.actions'
import { getSharing } from '@/lib/cases/sharing.data'
import { listConsents } from '@/lib/consents/consent.data'
import { emptyAge, emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { getToday, toShownIds } from '@/lib/today/today.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Given = { caseId: string; personId: string; code: string }
const givenFile = (
  change: { team?: string; nextStepOn?: string | null; sealed?: boolean } = {},
): Promise<Given> =>
  organisation[change.team === organisation.south ? 'sol' : 'casey'].work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson(
        { ...emptyPerson, name: 'Kalimo Fictar', ageAnswer: 'years', ageYears: '17', nationality: 'GN' },
        today,
      ),
      file: {
        kind: 'detention',
        teamId: change.team ?? organisation.north,
        workerId: change.team === organisation.south ? organisation.sol.id : organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: change.sealed ? 'sealed' : 'open',
        secondMemberId: change.sealed ? organisation.cory.id : null,
        nextStep:
          change.nextStepOn === null ? null : { text: 'Call the lawyer', on: change.nextStepOn ?? today },
        stay: { placeId: organisation.placeId, since: addDays(today, -24) },
      },
    }),
  )

/** A conversation with a signal, as a visit writes it. */
const givenSignal = async ({ caseId, personId }: Given, severity = 'critical'): Promise<string> => {
  const [visitId, encounterId, signalId] = [newId(), newId(), newId()]
  await organisation.ask(
    'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
    [visitId, organisation.north, organisation.placeId, today, organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
     VALUES ($1, $2, $3, $4, $5, $6, 1, 'seen', $7)`,
    [encounterId, visitId, caseId, personId, organisation.placeId, today, organisation.casey.id],
  )
  await organisation.ask(
    `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by) VALUES ($1, $2, $3, 'self_harm', $4, $5)`,
    [signalId, encounterId, caseId, severity, organisation.casey.id],
  )
  return signalId
}
const auditLog = async (event: string, caseId: string) =>
  (
    await organisation.ask('SELECT actor_id FROM audit_event WHERE event = $1 AND case_id = $2', [
      event,
      caseId,
    ])
  ).map((row) => row.actor_id)

describe('writing a note', () => {
  const note = (caseId: string, change: Record<string, unknown> = {}) => ({
    caseId,
    kind: 'note',
    happenedOn: today,
    text: 'Has not slept.',
    ...change,
  })

  it('keeps it, encrypted, with its trace, and once however often it is sent', async () => {
    const file = await givenFile()
    const requestId = randomUUID()
    const first = await act(organisation.casey.token, writeNote, note(file.caseId), requestId)
    expect(first).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, writeNote, note(file.caseId), requestId)).toEqual(first)
    const rows = await organisation.ask(
      `SELECT encode(body_cipher, 'escape') AS body FROM note WHERE case_id = $1`,
      [file.caseId],
    )
    expect(rows).toHaveLength(1)
    expect(String(rows[0]?.body)).not.toContain('slept')
    expect(await auditLog('note.written', file.caseId)).toEqual([organisation.casey.id])
    const { items } = await organisation.coral.work((work) => listTimeline(work, file.caseId))
    expect(items).toMatchObject([{ type: 'note', text: 'Has not slept.', author: 'casey Invented' }])
  })

  it('is refused to an admin and a guest', async () => {
    const file = await givenFile()
    for (const name of ['ada', 'gus'] as const)
      expect(await act(organisation[name].token, writeNote, note(file.caseId))).toEqual({
        ok: false,
        code: 'forbidden',
      })
  })

  it('finds nothing for a colleague of another team, of another organisation, or with an invented id', async () => {
    const file = await givenFile()
    for (const name of ['cory', 'sol', 'sola', 'stranger'] as const)
      expect(await act(organisation[name].token, writeNote, note(file.caseId))).toEqual({
        ok: false,
        code: 'notFound',
      })
    expect(await act(organisation.casey.token, writeNote, note(newId()))).toEqual({
      ok: false,
      code: 'notFound',
    })
  })

  it('asks for what is missing', async () => {
    const file = await givenFile()
    const answer = await act(
      organisation.casey.token,
      writeNote,
      note(file.caseId, { text: '  ', happenedOn: '24/11' }),
    )
    expect(answer).toEqual({
      ok: false,
      code: 'invalid',
      fields: { text: 'required', happenedOn: 'notADay' },
    })
  })

  it('speaks of no day to come', async () => {
    const file = await givenFile()
    const answer = await act(
      organisation.casey.token,
      writeNote,
      note(file.caseId, { happenedOn: addDays(today, 1) }),
    )
    expect(answer).toMatchObject({ ok: false, fields: { happenedOn: 'inTheFuture' } })
    expect(await organisation.ask('SELECT id FROM note WHERE case_id = $1', [file.caseId])).toEqual([])
  })
})

describe('the next step', () => {
  it('is replaced, and who saved second sees both texts', async () => {
    const file = await givenFile()
    const step = { caseId: file.caseId, version: 1, on: addDays(today, 3) }
    expect(
      await act(organisation.casey.token, editNextStep, { ...step, text: 'Phone the brother on Thursday' }),
    ).toEqual({ ok: true, value: { version: 2 } })
    expect(
      await act(organisation.coral.token, editNextStep, { ...step, text: 'Write to the centre' }),
    ).toEqual({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { version: 2, text: 'Phone the brother on Thursday', on: addDays(today, 3) },
    })
    const caseHeader = await organisation.casey.work((work) => getCaseHeader(work, file.caseId))
    expect(caseHeader.nextStep).toEqual({ text: 'Phone the brother on Thursday', on: addDays(today, 3) })
    expect(await auditLog('case.edited', file.caseId)).toEqual([organisation.casey.id])
  })

  it('can be taken away, but a date alone is no step', async () => {
    const file = await givenFile()
    const step = { caseId: file.caseId, version: 1 }
    expect(await act(organisation.casey.token, editNextStep, { ...step, text: '', on: today })).toMatchObject(
      {
        fields: { text: 'required' },
      },
    )
    expect(await act(organisation.casey.token, editNextStep, { ...step, text: '', on: '' })).toMatchObject({
      ok: true,
    })
    expect((await organisation.casey.work((work) => getCaseHeader(work, file.caseId))).nextStep).toBeNull()
  })

  it('is not for an admin, a guest or another team', async () => {
    const file = await givenFile()
    const step = { caseId: file.caseId, version: 1, text: 'x', on: '' }
    expect(await act(organisation.ada.token, editNextStep, step)).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.gus.token, editNextStep, step)).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.sol.token, editNextStep, step)).toMatchObject({ code: 'notFound' })
  })
})

describe('the details of a file', () => {
  const details = (caseId: string, change: Record<string, unknown> = {}) => ({
    caseId,
    version: 1,
    status: 'follow_up',
    risk: 'high',
    ...change,
  })

  it('change the file, with their trace', async () => {
    const file = await givenFile()
    expect(await act(organisation.casey.token, editDetails, details(file.caseId))).toEqual({
      ok: true,
      value: { version: 2 },
    })
    const caseHeader = await organisation.coral.work((work) => getCaseHeader(work, file.caseId))
    expect(caseHeader).toMatchObject({ status: 'follow_up', risk: 'high' })
    expect(await auditLog('case.edited', file.caseId)).toEqual([organisation.casey.id])
    expect(
      await act(organisation.casey.token, editDetails, details(file.caseId, { risk: 'low' })),
    ).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { risk: 'high', version: 2 },
    })
  })

  it('know only words of the lists, and close nothing', async () => {
    const file = await givenFile()
    const send = (change: Record<string, unknown>) =>
      act(organisation.casey.token, editDetails, details(file.caseId, change))
    expect(await send({ status: 'finished' })).toMatchObject({ fields: { status: 'unknownChoice' } })
    expect(await send({ status: 'Closed!' })).toMatchObject({ code: 'invalid' })
    expect(await send({ status: 'closed' })).toMatchObject({ fields: { status: 'closedApart' } })
    expect(
      await organisation.ask('SELECT status, closed_on FROM case_file WHERE id = $1', [file.caseId]),
    ).toEqual([{ status: 'active', closed_on: null }])
  })

  it('are out of the reach of others', async () => {
    const file = await givenFile()
    expect(await act(organisation.ada.token, editDetails, details(file.caseId))).toMatchObject({
      code: 'forbidden',
    })
    expect(await act(organisation.sola.token, editDetails, details(file.caseId))).toMatchObject({
      code: 'notFound',
    })
  })
})

describe('handing a file over', () => {
  const over = (caseId: string, toStaffId: string, change: Record<string, unknown> = {}) => ({
    caseId,
    version: 1,
    toStaffId,
    reason: 'Casey leaves the office.',
    ...change,
  })

  it('is done by the coordinator, with an encrypted reason, and moves the reach', async () => {
    const file = await givenFile()
    expect(await act(organisation.coral.token, assignFile, over(file.caseId, organisation.cory.id))).toEqual({
      ok: true,
      value: { version: 2, fromStaffId: organisation.casey.id },
    })
    expect(await auditLog('case.assigned', file.caseId)).toEqual([organisation.coral.id])
    const [row] = await organisation.ask(
      `SELECT from_staff_id, to_staff_id, encode(reason_cipher, 'escape') AS reason FROM case_assignment WHERE case_id = $1`,
      [file.caseId],
    )
    expect(row).toMatchObject({ from_staff_id: organisation.casey.id, to_staff_id: organisation.cory.id })
    expect(String(row?.reason)).not.toContain('office')
    await expect(organisation.casey.work((work) => getCaseHeader(work, file.caseId))).rejects.toThrow()
    expect((await organisation.cory.work((work) => getCaseHeader(work, file.caseId))).worker.name).toBe(
      'cory Invented',
    )
  })

  it('keeps a restricted file among its members, also by hand: another worker could not open it', async () => {
    const file = await givenFile()
    for (const staffId of [organisation.casey.id, organisation.coral.id])
      await organisation.ask(
        `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES (gen_random_uuid(), $1, $2, 'circle', $3)`,
        [file.caseId, staffId, organisation.casey.id],
      )
    await organisation.ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [file.caseId])
    expect(
      await act(organisation.coral.token, assignFile, over(file.caseId, organisation.cory.id)),
    ).toMatchObject({
      code: 'notInCircle',
      fields: { toStaffId: 'notInCircle' },
    })
    await expect(
      organisation.coral.work((work) =>
        work.tx.caseFile.updateMany({ where: { id: file.caseId }, data: { workerId: organisation.cory.id } }),
      ),
    ).rejects.toThrow('is a member of it')
    expect(
      await act(organisation.coral.token, assignFile, over(file.caseId, organisation.coral.id)),
    ).toMatchObject({
      ok: true,
    })
  })

  it('is not the worker’s own to do, nor a stranger’s', async () => {
    const file = await givenFile()
    expect(
      await act(organisation.casey.token, assignFile, over(file.caseId, organisation.cory.id)),
    ).toMatchObject({
      code: 'forbidden',
    })
    for (const name of ['sola', 'stranger'] as const)
      expect(
        await act(organisation[name].token, assignFile, over(file.caseId, organisation.cory.id)),
      ).toMatchObject({
        code: 'notFound',
      })
  })

  it('goes to a colleague of the team, to another one than now, and says why', async () => {
    const file = await givenFile()
    const send = (to: string, change: Record<string, unknown> = {}) =>
      act(organisation.coral.token, assignFile, over(file.caseId, to, change))
    expect(await send(organisation.sol.id)).toMatchObject({ fields: { toStaffId: 'unknownChoice' } })
    expect(await send(organisation.gus.id)).toMatchObject({ fields: { toStaffId: 'unknownChoice' } })
    expect(await send(organisation.casey.id)).toMatchObject({ fields: { toStaffId: 'sameWorker' } })
    expect(await send(organisation.cory.id, { reason: '' })).toMatchObject({ fields: { reason: 'required' } })
    expect(await send(organisation.cory.id, { version: 7 })).toMatchObject({ code: 'changedMeanwhile' })
    expect(
      await organisation.ask('SELECT id FROM case_assignment WHERE case_id = $1', [file.caseId]),
    ).toEqual([])
  })
})

describe('a critical signal', () => {
  it('is on the coordinator’s first screen until someone answers, once', async () => {
    const file = await givenFile()
    const signalId = await givenSignal(file)
    const first = () => organisation.coral.work((work) => getToday(work))
    const shown = await first()
    expect(shown.role === 'coordinator' && shown.firsts.map(({ key }) => key)).toContain(signalId)
    expect(toShownIds(shown)).toContain(file.caseId)

    const answer = { signalId, caseId: file.caseId, version: 1, text: 'Phoned the centre’s nurse.' }
    expect(await act(organisation.coral.token, answerSignal, answer)).toMatchObject({ ok: true })
    expect(await act(organisation.casey.token, answerSignal, answer)).toMatchObject({
      code: 'alreadyAnswered',
    })
    expect(await auditLog('signal.answered', file.caseId)).toEqual([organisation.coral.id])
    const after = await first()
    expect(after.role === 'coordinator' && after.firsts.map(({ key }) => key)).not.toContain(signalId)
    const { items } = await organisation.casey.work((work) => listTimeline(work, file.caseId))
    expect(items).toMatchObject([
      { signals: [{ answer: { by: 'coral Invented', text: 'Phoned the centre’s nurse.' } }] },
    ])
  })

  it('is answered by no one who does not reach it, and not through another file', async () => {
    const file = await givenFile()
    const other = await givenFile()
    const signalId = await givenSignal(file)
    const answer = { signalId, caseId: file.caseId, version: 1, text: 'Seen.' }
    expect(await act(organisation.ada.token, answerSignal, answer)).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.gus.token, answerSignal, answer)).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.sola.token, answerSignal, answer)).toMatchObject({ code: 'notFound' })
    expect(
      await act(organisation.casey.token, answerSignal, { ...answer, caseId: other.caseId }),
    ).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.casey.token, answerSignal, { ...answer, text: '' })).toMatchObject({
      fields: { text: 'required' },
    })
  })
})

describe('a new person', () => {
  const intake = (change: Record<string, unknown> = {}) => ({
    ...emptyPerson,
    name: 'Amaru Testaro',
    kind: 'detention',
    teamId: organisation.north,
    placeId: organisation.placeId,
    since: '',
    nextStep: 'See again',
    nextStepOn: addDays(today, 7),
    ...change,
  })

  it('gets a file whose worker is the one who wrote it down', async () => {
    const answer = await act(organisation.casey.token, openFile, intake())
    if (!answer.ok) throw new Error(answer.code)
    const { caseId, code } = answer.value
    expect(await auditLog('case.created', caseId)).toEqual([organisation.casey.id])
    const caseHeader = await organisation.coral.work((work) => getCaseHeader(work, caseId))
    expect(caseHeader).toMatchObject({
      code,
      worker: { id: organisation.casey.id },
      nextStep: { text: 'See again' },
    })
    expect(caseHeader.people[0]?.names).toMatchObject([{ text: 'Amaru Testaro', kind: 'as_said' }])
  })

  it('is not written down by an admin or a guest, nor in another team', async () => {
    expect(await act(organisation.ada.token, openFile, intake())).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.gus.token, openFile, intake())).toMatchObject({ code: 'forbidden' })
    expect(
      await act(organisation.casey.token, openFile, intake({ teamId: organisation.south })),
    ).toMatchObject({
      fields: { teamId: 'unknownChoice' },
    })
  })

  it('has a name, an age that can be, and no trafficking file that the whole team could see', async () => {
    const send = (change: Record<string, unknown>) => act(organisation.casey.token, openFile, intake(change))
    expect(await send({ name: ' ' })).toMatchObject({ fields: { name: 'required' } })
    expect(await send({ ageAnswer: 'years', ageYears: 'old' })).toMatchObject({
      fields: { ageYears: 'notANumber' },
    })
    expect(await send({ nextStep: '' })).toMatchObject({ fields: { nextStep: 'required' } })
    expect(await send({ kind: 'thb' })).toMatchObject({ fields: { kind: 'needsSecrecy' } })
    expect(await send({ placeId: newId() })).toMatchObject({ fields: { placeId: 'unknownChoice' } })
  })

  it('may be asked at once whether to be counted: an ordinary consent, unless no one asked, and of a child in its file', async () => {
    const send = (change: Record<string, unknown>) => act(organisation.casey.token, openFile, intake(change))
    const opened = async (change: Record<string, unknown>) => {
      const answer = await send(change)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      const { caseId } = answer.value
      return { caseId, rows: await organisation.coral.work((work) => listConsents(work, caseId)) }
    }
    expect((await opened({})).rows).toEqual([])
    expect((await opened({ counted: 'not_asked' })).rows).toEqual([])
    const asked = { purpose: 'statistics', recipient: 'house', askedOn: today, isMinor: false }
    const yes = await opened({ counted: 'given', language: 'ti' })
    expect(yes.rows).toMatchObject([{ ...asked, answer: 'given', language: 'ti', interpreter: 'not_noted' }])
    expect(await auditLog('consent.recorded', yes.caseId)).toEqual([organisation.casey.id])
    const no = await opened({ counted: 'refused' })
    expect(no.rows).toMatchObject([{ ...asked, answer: 'refused', language: 'und', expiresAt: null }])
    const child = { ageAnswer: 'years', ageYears: '16', ageBasis: 'said' }
    expect(await send({ ...child, counted: 'given' })).toMatchObject({
      fields: { counted: 'countedOfChild' },
    })
    expect((await opened({ ...child, counted: 'not_asked' })).rows).toEqual([])
  })

  it('is told later by more claims, and none replaces another', async () => {
    const file = await givenFile()
    const claim = {
      caseId: file.caseId,
      personId: file.personId,
      name: 'Kalimu Fictaar',
      nameKind: 'authority_spelling',
      ...emptyAge,
      ageAnswer: 'years',
      ageYears: '21',
      ageBasis: 'authority',
      ageSource: 'immigration_office',
      ...emptyMore,
      birthCountry: 'SUHH',
      residenceCountry: 'declined',
      nationality: 'statelessSaid',
      certainty: 'said',
    }
    expect(await act(organisation.casey.token, addClaim, claim)).toMatchObject({
      ok: true,
      value: { version: 1 },
    })
    const caseHeader = await organisation.casey.work((work) => getCaseHeader(work, file.caseId))
    expect(caseHeader.people).toMatchObject([
      {
        names: [{ text: 'Kalimo Fictar' }, { text: 'Kalimu Fictaar' }],
        ageClaims: [
          { basis: 'said', what: { form: 'age', from: 17, to: 17 }, source: null },
          { basis: 'authority', what: { form: 'age', from: 21, to: 21 }, source: 'immigration_office' },
        ],
        nationalities: [{ country: 'GN' }, { country: 'XXA', certainty: 'said' }],
        origins: [
          { kind: 'birth', country: 'SUHH', certainty: 'said' },
          { kind: 'residence', country: 'XXX', certainty: 'declined' },
        ],
      },
    ])
    const stranger = await givenFile()
    expect(
      await act(organisation.casey.token, addClaim, { ...claim, personId: stranger.personId }),
    ).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.sol.token, addClaim, claim)).toMatchObject({ code: 'notFound' })
    expect(await act(organisation.ada.token, addClaim, claim)).toMatchObject({ code: 'forbidden' })
    expect(
      await act(organisation.casey.token, addClaim, {
        ...claim,
        name: '',
        ageAnswer: 'notAsked',
        nationality: 'notAsked',
        birthCountry: 'notAsked',
        residenceCountry: 'notAsked',
      }),
    ).toMatchObject({ fields: { name: 'sayOneThing' } })
  })

  it('keeps a date of birth and a nationality as closely as they are known', async () => {
    const file = await givenFile()
    const claim = {
      caseId: file.caseId,
      personId: file.personId,
      name: '',
      nameKind: 'alias',
      ...emptyAge,
      ageAnswer: 'born',
      born: 'ca. 2009',
      ageBasis: 'document',
      ageSource: 'school_paper',
      ageSeen: 'copy',
      nationality: 'PS',
      certainty: 'document',
      ...emptyMore,
      heldSince: '2015',
      heldUntil: 'declined',
    }
    expect(await act(organisation.casey.token, addClaim, claim)).toMatchObject({ ok: true })
    const [person] = (await organisation.casey.work((work) => getCaseHeader(work, file.caseId))).people
    expect(person?.ageClaims.at(-1)).toMatchObject({
      what: { form: 'born', when: '2009~', text: 'ca. 2009' },
      source: 'school_paper',
      seen: 'copy',
      bornEarliest: '2008-01-01',
      bornLatest: '2010-12-31',
    })
    expect(person?.nationalities.at(-1)).toMatchObject({ country: 'PS', since: '2015', until: 'declined' })
    const send = (change: Record<string, unknown>) =>
      act(organisation.casey.token, addClaim, { ...claim, ...change })
    expect(await send({ born: '15/3/09' })).toMatchObject({ fields: { born: 'whenWholeYear' } })
    expect(await send({ born: '2099' })).toMatchObject({ fields: { born: 'inTheFuture' } })
    expect(await send({ heldUntil: '2014' })).toMatchObject({ fields: { heldUntil: 'endBeforeStart' } })
    expect(await send({ birthCountry: 'Guinea' })).toMatchObject({
      fields: { birthCountry: 'unknownChoice' },
    })
    // The form has no way to say it, and the handler refuses it all the same: an estimate from looks, a year as a day.
    expect(await send({ ageBasis: 'estimate', ageSource: 'looks' })).toMatchObject({
      fields: { ageSource: 'required' },
    })
    await expect(
      organisation.ask(
        `UPDATE age_claim SET born_latest = '2008-01-01' WHERE person_id = $1 AND born_when = '2009~'`,
        [file.personId],
      ),
    ).rejects.toThrow('age_claim_born')
  })
})

describe('what is one value of a person', () => {
  const person = ({ caseId, personId }: Given, change: Record<string, unknown> = {}) => ({
    caseId,
    personId,
    version: 1,
    ...NOTHING_ASKED,
    sex: 'm',
    interpreterNeed: 'yes',
    ...change,
  })

  it('is changed with its trace, and a second editor sees what stands there', async () => {
    const file = await givenFile()
    expect(await act(organisation.casey.token, editPerson, person(file))).toMatchObject({ ok: true })
    expect(await auditLog('case.edited', file.caseId)).toEqual([organisation.casey.id])
    expect(await act(organisation.coral.token, editPerson, person(file, { sex: 'f' }))).toEqual({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { ...NOTHING_ASKED, sex: 'm', interpreterNeed: 'yes', version: 2 },
    })
  })

  it('is refused to other roles and teams, for a person of another file, and for words no one knows', async () => {
    const file = await givenFile()
    const other = await givenFile()
    expect(await act(organisation.ada.token, editPerson, person(file))).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.gus.token, editPerson, person(file))).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.sol.token, editPerson, person(file))).toMatchObject({ code: 'notFound' })
    expect(
      await act(organisation.casey.token, editPerson, person(file, { personId: other.personId })),
    ).toMatchObject({ code: 'notFound' })
    expect(await act(organisation.casey.token, editPerson, person(file, { sex: 'other' }))).toMatchObject({
      code: 'invalid',
    })
  })
})

describe('lists and addresses', () => {
  it('the caseload is read page by page: nothing twice, nothing missing, late ones first', async () => {
    for (let n = 0; n < 56; n++)
      await givenFile({
        team: organisation.south,
        nextStepOn: n % 3 === 0 ? null : addDays(today, (n % 9) - 4),
      })
    const seen: string[] = []
    const days: (Date | null)[] = []
    let after: ReturnType<typeof readSearch>['after'] = null
    let pages = 0
    do {
      const page = await organisation.sola.work((work) => listCaseload(work, readQuery('sort=step'), after))
      expect(page.total).toBe(56)
      expect(page.passed).toBe(seen.length)
      seen.push(...page.lines.map(({ id }) => id))
      days.push(...page.lines.map(({ nextStepOn }) => nextStepOn))
      after = page.next === null ? null : readSearch({ after: page.next }).after
      pages += 1
    } while (after !== null)
    expect(pages).toBe(2)
    expect(new Set(seen).size).toBe(56)
    const order = days.map((day) => day?.getTime() ?? Number.POSITIVE_INFINITY)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(
      JSON.stringify(await organisation.sola.work((work) => listCaseload(work, readQuery(''), null))),
    ).not.toContain('Fictar')
  })

  it('filters narrow, and never widen the reach', async () => {
    const file = await givenFile({ nextStepOn: addDays(today, -3) })
    await givenSignal(file, 'serious')
    const ids = async (name: 'coral' | 'sola' | 'ada', query: string) =>
      (await organisation[name].work((work) => listCaseload(work, readQuery(query), null))).lines.map(
        ({ id }) => id,
      )
    expect(await ids('coral', `missing=late&signal=serious&worker=${organisation.casey.id}`)).toEqual([
      file.caseId,
    ])
    expect(await ids('coral', 'signal=watch')).toEqual([])
    expect(await ids('sola', `worker=${organisation.casey.id}`)).toEqual([])
    expect(await ids('ada', '')).toEqual([])
  })

  it('a code out of reach and a code no one has are the same: not found', async () => {
    const file = await givenFile()
    const look = (name: 'sola' | 'coral', code: string) =>
      organisation[name]
        .work((work) => findByAddress(work, code, undefined))
        .catch((error: Error) => error.name)
    expect(await look('coral', file.code)).toEqual({ caseId: file.caseId })
    expect(await look('coral', file.code.toLowerCase())).toEqual({ caseId: file.caseId })
    expect(await look('sola', file.code)).toBe('NotFound')
    expect(await look('sola', 'ZZZ-ZZZZ')).toBe('NotFound')
  })

  it('two files with one code are a choice', async () => {
    const [one, two] = [await givenFile(), await givenFile()]
    await organisation.ask('UPDATE case_file SET code = $1 WHERE id = $2', [one.code, two.caseId])
    const found = await organisation.coral.work((work) => findByAddress(work, one.code, undefined))
    expect('choices' in found && found.choices.map(({ id }) => id).sort()).toEqual(
      [one.caseId, two.caseId].sort(),
    )
    expect(await organisation.coral.work((work) => findByAddress(work, one.code, two.caseId))).toEqual({
      caseId: two.caseId,
    })
  })

  it('who can see an open file is its worker and the coordinator of the team; a sealed one its members', async () => {
    const open = await givenFile()
    const sealed = await givenFile({ sealed: true })
    const sharing = (caseId: string) =>
      organisation.casey.work(async (work) => (await getSharing(work, caseId)).readers)
    expect(await sharing(open.caseId)).toMatchObject([
      { name: 'casey Invented', reason: 'worker' },
      { name: 'coral Invented', reason: 'coordinator' },
    ])
    expect(await sharing(sealed.caseId)).toMatchObject([
      { name: 'casey Invented', reason: 'worker' },
      { name: 'casey Invented', reason: 'circle' },
      { name: 'cory Invented', reason: 'circle' },
    ])
  })

  it('the first screen of an admin holds no file, a guest’s only what is shared with them', async () => {
    const file = await givenFile()
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_from, valid_until, added_by)
       VALUES ($1, $2, $3, 'guest', 'volunteer', now() - interval '1 hour', now() + interval '1 hour', $4)`,
      [newId(), file.caseId, organisation.gus.id, organisation.casey.id],
    )
    expect(toShownIds(await organisation.ada.work((work) => getToday(work)))).toEqual([])
    expect(toShownIds(await organisation.gus.work((work) => getToday(work)))).toEqual([file.caseId])
  })
})
