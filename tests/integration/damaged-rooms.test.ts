import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import importPage from '@/app/(signed-in)/imports/[importId]/page'
import { GET as draftKey } from '@/app/api/draft-key/route'
import { proveSecondStep } from '@/lib/accounts/second-step.actions'
import { checkSecondStep, replaceRecoveryCodes } from '@/lib/accounts/second-step.data'
import { editNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { writeNote } from '@/lib/cases/note.actions'
import { listUsable } from '@/lib/contacts/contact.data'
import { wrap } from '@/lib/crypto/keyring'
import { disconnect } from '@/lib/db/client'
import { withAuthWork } from '@/lib/db/work'
import { listEvents } from '@/lib/guardianship/event.data'
import { startHandover } from '@/lib/handovers/handover.actions'
import { findHandoverNote } from '@/lib/handovers/note.data'
import { goOn, planImport, throwAway } from '@/lib/imports/import.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { initialsOf, isSameName } from '@/lib/people/name.rules'
import { toNewPerson } from '@/lib/people/person.schema'
import { decideFile, undoDecision } from '@/lib/reviews/decision.actions'
import { startReview } from '@/lib/reviews/review.actions'
import { dayOf } from '@/lib/shared/dates'
import { addExploiter, askConflict } from '@/lib/trafficking/exploiter.actions'
import { openTraffickingFile } from '@/lib/trafficking/open.actions'
import { bringTable } from '../support/bring-table'
import { flip } from '../support/damage'
import { draw } from '../support/draw'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'
import { say } from '../support/say'
import { belgianCsv } from '../support/tables'

// Where something is decided by a stored text: it is refused or said, never guessed, and nothing is lost.

const SENTENCE = `⚠ ${say('common.damaged.text')}`
const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const did = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })
const idOf = (answer: unknown, name: string): string => String(did.parse(answer).value[name])
const told = (row: string) =>
  organisation.ask("SELECT 1 FROM notice WHERE kind = 'content_damaged' AND damaged_place LIKE '%' || $1", [
    row,
  ])
const givenFile = (text = 'Call the lawyer') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: { text, on: today },
        stay: null,
      },
    }),
  )
const stepOf = (caseId: string) =>
  organisation.coral.work(async (work) => (await getCaseHeader(work, caseId)).nextStep)

describe('a review', () => {
  const decide = async (caseId: string) => {
    await organisation.ask('UPDATE review SET finished_at = now() WHERE finished_at IS NULL')
    const reviewId = idOf(await act(organisation.coral.token, startReview, { query: '' }), 'reviewId')
    const said = {
      reviewId,
      caseId,
      decision: 'step',
      text: 'Mine',
      dueIn: '7',
      reviewAfter: 30,
      seconds: 1,
      shownId: null,
    }
    expect(await act(organisation.coral.token, decideFile, said)).toMatchObject({ ok: true })
    return reviewId
  }

  it('is not undone into a damaged step, and says so', async () => {
    const { caseId } = await givenFile()
    const reviewId = await decide(caseId)
    await flip(organisation.ask, 'review_item', 'step_before', 'WHERE case_id = $1', [caseId])
    expect(await act(organisation.coral.token, undoDecision, { reviewId, caseId })).toEqual({
      ok: false,
      code: 'stepDamaged',
    })
    expect(await stepOf(caseId)).toMatchObject({ text: 'Mine' })
  })

  it('may set a step in the place of a damaged one', async () => {
    const { caseId } = await givenFile()
    await flip(organisation.ask, 'case_file', 'next_step_cipher', 'WHERE id = $1', [caseId])
    const reviewId = await decide(caseId)
    expect(await stepOf(caseId)).toMatchObject({ text: 'Mine' })
    expect(await act(organisation.coral.token, undoDecision, { reviewId, caseId })).toMatchObject({
      ok: true,
    })
    expect(await stepOf(caseId)).toMatchObject({ text: '[damaged text]' })
  })
})

describe('a next step', () => {
  it('that is damaged is not dated anew under the sentence', async () => {
    const { caseId } = await givenFile()
    await flip(organisation.ask, 'case_file', 'next_step_cipher', 'WHERE id = $1', [caseId])
    const read = () =>
      organisation.ask('SELECT next_step_cipher, next_step_on, version FROM case_file WHERE id = $1', [
        caseId,
      ])
    const [before] = await read()
    const input = { caseId, version: before?.version, text: SENTENCE, on: '2027-01-05' }
    expect(await act(organisation.casey.token, editNextStep, input)).toEqual({
      ok: false,
      code: 'contentDamaged',
    })
    expect(await read()).toEqual([before])
  })
})

describe('a hand-over', () => {
  it('begins its note with a few words where the last note is damaged', async () => {
    const { caseId } = await givenFile()
    const note = { caseId, kind: 'call', happenedOn: today, text: 'Zzlast note' }
    const id = idOf(await act(organisation.casey.token, writeNote, note), 'noteId')
    await flip(organisation.ask, 'note', 'body_cipher', 'WHERE id = $1', [id])
    const whose = {
      colleague: `${organisation.casey.id}:${organisation.north}`,
      kind: 'permanent',
      until: '',
    }
    const handoverId = idOf(await act(organisation.coral.token, startHandover, whose), 'handoverId')
    const found = await organisation.coral.work((work) => findHandoverNote(work, { handoverId, caseId }))
    expect(found?.text).toContain('[damaged text]')
    expect(found?.text).not.toContain('⚠')
  })
})

describe('ways to reach someone, and who guards them', () => {
  it('stay in the list and give nothing that could be taken for true', async () => {
    const { caseId } = await givenFullFile(organisation)
    await flip(organisation.ask, 'safe_contact', 'details_cipher', 'WHERE case_id = $1', [caseId])
    await flip(organisation.ask, 'guardianship_event', 'details_cipher', 'WHERE case_id = $1', [caseId])
    const contacts = await organisation.casey.work((work) => listUsable(work, [caseId]))
    expect(contacts).toMatchObject([
      { value: SENTENCE, mayKnow: SENTENCE, sayWeAre: SENTENCE, codeWord: SENTENCE },
    ])
    const events = await organisation.casey.work((work) => listEvents(work, caseId))
    expect(events.length).toBe(2)
    for (const { details } of events)
      expect(details).toMatchObject({
        who: SENTENCE,
        words: SENTENCE,
        worrying: null,
        consent: null,
        ageTested: '',
      })
  })

  it('a damaged name has no initials, and is no one else’s name', () => {
    expect(initialsOf(SENTENCE)).toBe('⚠')
    expect(isSameName(SENTENCE, SENTENCE)).toBe(false)
  })
})

describe('a suspect of a trafficking file', () => {
  it('that is damaged could be any: its members are named', async () => {
    const { caseId, personId } = await givenFile()
    const opened = await act(organisation.casey.token, openTraffickingFile, {
      caseId,
      personId,
      secondMemberId: organisation.cory.id,
      secondTask: 'Invented task',
    })
    const apart = idOf(opened, 'caseId')
    await act(organisation.casey.token, addExploiter, { caseId: apart, name: 'Invented Boss', words: '' })
    const ask = () => act(organisation.casey.token, askConflict, { name: 'Quite Another' })
    expect(await ask()).toMatchObject({ ok: true, value: { talkTo: [] } })
    await flip(organisation.ask, 'exploiter', 'name_cipher', 'WHERE case_id = $1', [apart])
    expect(await ask()).toMatchObject({ ok: true, value: { talkTo: ['cory Invented'] } })
  })
})

describe('an import', () => {
  it('that is damaged says so on its page and at each step, and can be thrown away', async () => {
    const file = belgianCsv([['Nom'], ['Kalimo Zzfictar']])
    const importId = idOf(await bringTable(organisation.coral.token, organisation.north, file), 'importId')
    await flip(organisation.ask, 'import', 'head_cipher', 'WHERE id = $1', [importId])
    const shown = await openPage(organisation.coral.token, importPage, { params: { importId } })
    expect('node' in shown && (await draw(shown.node))).toContain(say('common.damaged.title'))
    expect(await told(importId)).toHaveLength(1)
    const plan = {
      importId,
      columns: ['name'],
      dateOrder: '',
      kind: 'general',
      workerId: organisation.casey.id,
      said: [],
    }
    expect(await act(organisation.coral.token, planImport, plan)).toEqual({
      ok: false,
      code: 'contentDamaged',
    })
    await flip(organisation.ask, 'import', 'head_cipher', 'WHERE id = $1', [importId])
    expect(await act(organisation.coral.token, planImport, plan)).toMatchObject({ ok: true })
    await flip(organisation.ask, 'import_piece', 'cipher', 'WHERE import_id = $1', [importId])
    expect(await act(organisation.coral.token, goOn, { importId })).toEqual({
      ok: false,
      code: 'contentDamaged',
    })
    expect(await act(organisation.coral.token, throwAway, { importId })).toMatchObject({ ok: true })
  })
})

describe('an account', () => {
  it('whose second step is damaged is told what to do; a recovery code opens', async () => {
    const { id: staffId, token } = organisation.sola
    const at = `totp:${staffId}`
    await organisation.ask(
      `INSERT INTO credential (staff_id, email, password_hash, password_set_at, totp_secret, totp_enrolled_at)
       VALUES ($1, 'sola@havenlicht.example', 'x', now(), $2, now())`,
      [staffId, Buffer.from(wrap(Buffer.alloc(20, 7), at))],
    )
    await flip(organisation.ask, 'credential', 'totp_secret', 'WHERE staff_id = $1', [staffId])
    for (let tries = 0; tries < 2; tries += 1)
      expect(await act(token, proveSecondStep, { code: '123456' })).toEqual({
        ok: false,
        code: 'secondStepDamaged',
        fields: { code: 'secondStepDamaged' },
      })
    expect(await told(staffId)).toHaveLength(1)
    expect(
      await organisation.ask(
        "SELECT detail FROM audit_event WHERE event = 'content.damaged' AND detail ->> 'row' = $1",
        [staffId],
      ),
    ).toEqual([{ detail: { table: 'credential', column: 'totp_secret', row: staffId } }])
    const used = await withAuthWork(async (work) => {
      const [code = ''] = await replaceRecoveryCodes(work, staffId)
      return checkSecondStep(work, { staffId, code })
    })
    expect(used).toBe('recoveryCode')
  })

  it('whose draft key is damaged keeps it, and hears so', async () => {
    const { id, token } = organisation.cory
    const take = () => fetchFile(token, draftKey, '/api/draft-key')
    const first = await (await take()).text()
    const wrapped = () => organisation.ask('SELECT wrapped FROM draft_key WHERE staff_id = $1', [id])
    await flip(organisation.ask, 'draft_key', 'wrapped', 'WHERE staff_id = $1', [id])
    const before = await wrapped()
    expect((await take()).status).toBe(422)
    expect(await wrapped()).toEqual(before)
    expect(await told(id)).toHaveLength(1)
    await flip(organisation.ask, 'draft_key', 'wrapped', 'WHERE staff_id = $1', [id])
    expect(await (await take()).text()).toBe(first)
  })
})
