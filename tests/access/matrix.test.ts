import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { BY_CAPABILITY, GRANTS, PERMISSIONS } from '@/lib/access/grants'
import { disconnect } from '@/lib/db/client'
import { OUTBOX_ACTIONS } from '@/lib/drafts/outbox-action.rules'
import { emptyPerson } from '@/lib/people/empty-person'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { newId } from '@/lib/shared/ids'
import { ROLES, type Role } from '@/lib/shared/roles'
import { type Handler, listHandlers } from '../architecture/walk'
import { anActivity } from '../support/given/activities'
import { anAppointment } from '../support/given/appointments'
import { anEvent } from '../support/given/asylum'
import { aConsent } from '../support/given/consents'
import { aContact } from '../support/given/contacts'
import { typedAnswer } from '../support/given/fields'
import { openGiven } from '../support/given/given'
import { aGuardianshipEvent } from '../support/given/guardianship'
import { aQuote } from '../support/given/quotes'
import { aShare } from '../support/given/shares'
import { anAccount } from '../support/given/trafficking'
import { act, fetchFile, openPage, withToken } from '../support/handlers'
import { REGISTER_COMMANDS } from '../support/register-commands'
import { openSuperuser } from '../support/superuser'
import { isSweep } from '../support/sweep'
import { FILE_PAGES, HANDLERS, STEP_UP, TRUTH, TRUTH_OF_CAPABILITIES } from './truth'

let owner: pg.Client
let handlers: Handler[] = []
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const given = openGiven()
const home = given.organisation()
const away = given.organisation()
const north = given.team(home)
const south = given.team(home)
const abroad = given.team(away)
const placeId = given.place()
const people = {
  worker: given.staff(home, 'caseworker', { teams: [north] }),
  member: given.staff(home, 'caseworker', { teams: [south] }),
  expiredMember: given.staff(home, 'caseworker', { teams: [south] }),
  teamMate: given.staff(home, 'caseworker', { teams: [north] }),
  coordinator: given.staff(home, 'coordinator', { leads: [north] }),
  otherCoordinator: given.staff(home, 'coordinator', { leads: [south] }),
  admin: given.staff(home, 'admin'),
  guest: given.staff(home, 'guest'),
  expiredGuest: given.staff(home, 'guest'),
  stranger: given.staff(away, 'coordinator', { leads: [abroad] }),
  strangerAdmin: given.staff(away, 'admin'),
} as const
type Who = keyof typeof people
const everybody = Object.keys(people).filter((name): name is Who => name in people)
const tokens = new Map(everybody.map((who) => [who, given.tokenFor(people[who])]))

const minutes = (n: number) => new Date(Date.now() + n * 60_000)
const openFile = (secrecy: 'open' | 'restricted' | 'sealed') => {
  const file = given.file({
    teamId: north,
    workerId: people.worker,
    secrecy,
    kind: secrecy === 'sealed' ? 'thb' : 'det',
  })
  const by = { caseId: file.id, addedBy: people.worker }
  if (secrecy !== 'open')
    for (const staffId of [people.worker, people.member]) given.member({ ...by, staffId, kind: 'circle' })
  if (secrecy === 'open') given.member({ ...by, staffId: people.member })
  given.member({ ...by, staffId: people.expiredMember, until: minutes(-1) })
  given.member({ ...by, staffId: people.guest, kind: 'guest', until: minutes(60) })
  given.member({ ...by, staffId: people.expiredGuest, kind: 'guest', until: minutes(-1) })
  const personId = given.person({
    caseIds: [file.id],
    createdBy: people.worker,
    sealed: secrecy === 'sealed',
    name: 'Kanarie Verzonnen',
  })
  const asylum = given.asylum({ caseId: file.id, createdBy: people.worker })
  const registers = given.registers({ caseId: file.id, personId, createdBy: people.worker })
  given.guardianship({ caseId: file.id, personId, createdBy: people.worker })
  const summaryId = given.summary({ caseId: file.id, createdBy: people.worker })
  const referralId = given.referral({ caseId: file.id, personId, createdBy: people.worker })
  const apart = secrecy === 'sealed' ? given.trafficking({ caseId: file.id, createdBy: people.worker }) : null
  const visitId = given.visit({ teamId: north, placeId, createdBy: people.worker })
  const { id: encounterId, signalId } = given.encounter({
    visitId,
    caseId: file.id,
    personId,
    placeId,
    authorId: people.worker,
  })
  const episode = given.episode({ caseId: file.id, createdBy: people.worker })
  const detention = { episodeId: episode.id, orderId: episode.eventId }
  return {
    ...file,
    personId,
    visitId,
    encounterId,
    signalId,
    summaryId,
    referralId,
    apart,
    ...asylum,
    ...registers,
    ...detention,
  }
}
const files = { open: openFile('open'), restricted: openFile('restricted'), sealed: openFile('sealed') }
type Target = (typeof files)['open']

/** Who reaches what, said once in words: everyone else must be told that it is not there. */
const READS: Readonly<Record<keyof typeof files, readonly Who[]>> = {
  open: ['worker', 'member', 'coordinator'],
  restricted: ['worker', 'member'],
  sealed: ['worker', 'member'],
}
const EDITS: typeof READS = {
  open: ['worker', 'member', 'coordinator'],
  restricted: ['worker', 'member'],
  sealed: ['worker', 'member'],
}
const VISITED: readonly Who[] = ['worker', 'coordinator']

const dead = [
  ['no session', null],
  ['a token that never was', 'B'.repeat(43)],
  ['a revoked session', given.session(people.coordinator, { revoked: true }).token],
  ['an idle session', given.session(people.worker, { idleMinutes: 31 }).token],
  ['an expired session', given.session(people.admin, { expiresIn: -1 }).token],
  ['no second step', given.session(people.coordinator, { secondStep: 'owed' }).token],
  ['an admin who never set one up', given.session(people.admin, { secondStep: 'none' }).token],
] as const
/** Of whom the person proved who they are too long ago, and not quite. */
const provedAgo = new Map(everybody.map((who) => [who, given.session(people[who], { steppedUp: 301 })]))
const provedLately = new Map(everybody.map((who) => [who, given.session(people[who])]))
const byRole: Readonly<Record<Role, Who>> = {
  caseworker: 'worker',
  coordinator: 'coordinator',
  admin: 'admin',
  guest: 'guest',
}

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
  handlers = await listHandlers()
})

/** Those of a list at which it is the turn of a handler, one in so many; in a sweep all. */
const drawnOf = <T>(all: readonly T[], turn: number, every: number): readonly T[] =>
  isSweep ? all : all.filter((_, index) => (index + turn) % every === 0)

type Opener = (...args: never[]) => Promise<unknown>
const isOpener = (open: unknown): open is Opener => typeof open === 'function'
const answer = z.object({ ok: z.boolean(), code: z.string().optional() })

/** Opens a handler as this token and says in one word what happened. */
const knock = async (
  handler: Handler,
  token: string | null,
  { params = {}, input = { nothing: 'of use' } }: { params?: Record<string, string>; input?: unknown } = {},
): Promise<string> => {
  const { open, metadata } = handler
  if (!isOpener(open) || metadata === null) throw new Error(`${handler.name} is no handler`)
  const call = (argument: unknown): Promise<unknown> => Reflect.apply(open, undefined, [argument])
  if (metadata.kind === 'page' || metadata.kind === 'openPage') {
    const shown = await openPage(
      token,
      async (props) => {
        await call(props)
        return null
      },
      { params },
    )
    return shown.outcome === 'redirected' ? shown.to : shown.outcome
  }
  if (metadata.kind === 'download') {
    const response = await fetchFile(
      token,
      async (request) => z.instanceof(Response).parse(await call(request)),
      '/x',
    )
    return String(response.status)
  }
  if (metadata.kind === 'exchange') {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const request = new Request('http://localhost/x', {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    })
    const response = await withToken(token, async () => z.instanceof(Response).parse(await call(request)))
    return String(response.status)
  }
  if (metadata.kind === 'upload') {
    const form = new FormData()
    form.set('sent', JSON.stringify({ requestId: newId(), input }))
    const whole = new Response(form)
    const body = await whole.arrayBuffer()
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': whole.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
    }
    const request = new Request('http://localhost/x', { method: 'POST', headers, body })
    const response = await withToken(token, async () => z.instanceof(Response).parse(await call(request)))
    const { ok, code } = answer.parse(await response.json())
    return ok ? 'ok' : (code ?? '')
  }
  const { ok, code } = answer.parse(await act(token, call, input))
  return ok ? 'ok' : (code ?? '')
}

const handlerOf = (name: string): Handler => {
  const found = handlers.find((handler) => handler.name === name)
  if (!found) throw new Error(`there is no handler ${name}`)
  return found
}

describe('the grants', () => {
  it('are the table that a supervisor has read', () => {
    expect(TRUTH.map(([permission]) => permission)).toEqual([...PERMISSIONS.codes])
    for (const role of ROLES.codes) {
      const said = TRUTH.flatMap(([permission, reach]) =>
        reach[role] === undefined ? [] : [[permission, reach[role]]],
      )
      expect(Object.fromEntries(said)).toEqual(GRANTS[role])
    }
  })

  it('of capabilities are figures and no file, and no role has those of sealed files', () => {
    expect(BY_CAPABILITY).toEqual(TRUTH_OF_CAPABILITIES)
    const given = Object.values(BY_CAPABILITY).flatMap((reach) => Object.keys(reach))
    expect(given.filter((one) => !one.startsWith('report:'))).toEqual([])
    expect(ROLES.codes.filter((role) => GRANTS[role]['report:sealed'] !== undefined)).toEqual([])
  })

  it('give an admin nothing about a life', () => {
    const held = Object.keys(GRANTS.admin)
    expect(held.filter((one) => /^(case|note|signal|visit|person):/.test(one))).toEqual([])
  })
})

describe('every handler × role', () => {
  it('opens for the roles that hold its permission and for no other', async () => {
    for (const [turn, [name, permission]] of Object.entries(HANDLERS).entries()) {
      if (permission === 'open') continue
      const handler = handlerOf(name)
      const holding = ROLES.codes.filter((role) => GRANTS[role][permission] !== undefined)
      // Every role that is refused, and one of those that are let in: what they are shown is walked elsewhere.
      const letIn = isSweep ? holding : holding.slice(turn % holding.length).slice(0, 1)
      for (const role of ROLES.codes) {
        const holds = holding.includes(role)
        if (holds && !letIn.includes(role)) continue
        const params = {
          code: 'NO-SUCH',
          visitId: newId(),
          reviewId: newId(),
          staffId: newId(),
          planId: newId(),
          handoverId: newId(),
          summaryId: newId(),
          referralId: newId(),
          erasureId: newId(),
          extractId: newId(),
          importId: newId(),
          slug: 'no-such',
          ruleCode: 'NO_SUCH',
        }
        const heard = await knock(handler, tokens.get(byRole[role]) ?? '', { params })
        const said = `${name} × ${role}: ${heard}`
        const isSubjectPage = name.includes('[')
        const shown = name === '/countries' ? '/countries/be' : 'shown'
        if (handler.metadata?.kind === 'action' || handler.metadata?.kind === 'upload')
          expect(said).toBe(`${name} × ${role}: ${holds ? 'invalid' : 'forbidden'}`)
        else if (handler.metadata?.kind === 'exchange')
          expect(said).toBe(`${name} × ${role}: ${holds ? '400' : '404'}`)
        else if (handler.metadata?.kind === 'download') {
          // With a permission the answer is about the query; without it nothing is ever given.
          if (!holds) expect(said).toBe(`${name} × ${role}: 404`)
        } else expect(said).toBe(`${name} × ${role}: ${holds && !isSubjectPage ? shown : 'notFound'}`)
      }
    }
  })

  it('is shut to every session that is not live', async () => {
    const shut = new Map([
      ['action', 'signedOut'],
      ['upload', 'signedOut'],
      ['download', '401'],
      ['exchange', '401'],
      ['page', '/sign-in'],
    ])
    for (const [turn, [name, permission]] of Object.entries(HANDLERS).entries()) {
      if (permission === 'open') continue
      const handler = handlerOf(name)
      const kind = handler.metadata?.kind ?? ''
      for (const [what, token] of drawnOf(dead, turn, 3)) {
        const heard = await knock(handler, token)
        expect(`${name} × ${what}: ${heard}`).toBe(`${name} × ${what}: ${shut.get(kind)}`)
      }
    }
  })
})

describe('what widens who reads, or takes something out', () => {
  it('is what a supervisor has read, and nothing of it waits to be sent without its person', () => {
    const declared = handlers.flatMap(({ name, metadata }) =>
      metadata !== null && 'stepUp' in metadata && metadata.stepUp !== 'never'
        ? [[name, metadata.stepUp]]
        : [],
    )
    expect(Object.fromEntries(declared)).toEqual(STEP_UP)
    const names = Object.keys(STEP_UP).map((name) => name.split(' ').at(-1))
    expect(OUTBOX_ACTIONS.codes.filter((name) => names.includes(name))).toEqual([])
  })

  it('asks for a proof of the last five minutes, and not of anyone who may not do it anyway', async () => {
    await owner.query(
      "UPDATE session SET stepped_up_at = app.now() - interval '4 minutes 30 seconds' WHERE id = ANY ($1)",
      [[...provedLately.values()].map(({ id }) => id)],
    )
    for (const [name, when] of Object.entries(STEP_UP)) {
      const permission = HANDLERS[name]
      if (when === 'sometimes' || permission === undefined || permission === 'open') continue
      const handler = handlerOf(name)
      const owes = handler.metadata?.kind === 'download' ? '303' : 'stepUp'
      for (const role of ROLES.codes) {
        const late = await knock(handler, provedAgo.get(byRole[role])?.token ?? '')
        const holds = GRANTS[role][permission] !== undefined
        expect(`${name} × ${role}: ${late === owes}`).toBe(`${name} × ${role}: ${holds}`)
        const lately = await knock(handler, provedLately.get(byRole[role])?.token ?? '')
        expect(`${name} × ${role}: ${lately}`).not.toBe(`${name} × ${role}: ${owes}`)
      }
    }
  })
})

describe('every file handler × relation', () => {
  const pages = FILE_PAGES
    // Each has a test of its own below.
    .filter((part) => part !== '/trafficking' && part !== '/reassign')
    .map((part) => `/cases/[code]${part}`)
  const inputs: Readonly<Record<string, (file: Target) => unknown>> = {
    'lib/cases/case editNextStep': ({ id }) => ({ caseId: id, version: 999, text: 'Bellen', on: '' }),
    'lib/cases/case editDetails': ({ id }) => ({
      caseId: id,
      version: 999,
      status: 'active',
      risk: 'low',
    }),
    'lib/closings/closing closeFile': ({ id }) => ({
      caseId: id,
      version: 999,
      reason: 'goal_reached',
      left: {},
      words: '',
    }),
    'lib/closings/closing reopenFile': ({ id }) => ({ caseId: id, version: 999, words: 'Verzonnen' }),
    'lib/summaries/summary makeSummary': ({ id }) => ({
      caseId: id,
      audience: 'lawyer',
      sections: ['identity'],
      language: 'fr',
      words: '',
      ground: 'legal_claims',
      recipient: '',
      reason: 'Verzonnen beroep',
    }),
    'lib/referrals/referral saveReferral': ({ id, personId, referralId }) => ({
      caseId: id,
      subjectId: referralId,
      version: 999,
      personId,
      partnerId: '',
      bodySlug: '',
      to: 'Verzonnen',
      kind: 'other',
      urgency: 'now',
      asked: 'Verzonnen',
      contact: '',
      reach: '',
    }),
    'lib/referrals/referral chooseFields': ({ id, referralId }) => ({
      caseId: id,
      subjectId: referralId,
      version: 999,
      fields: ['code'],
      language: 'fr',
    }),
    'lib/referrals/referral recordReferralStep': ({ id, referralId }) => ({
      caseId: id,
      subjectId: referralId,
      kind: 'told',
      on: '2099-01-01',
      way: '',
      ground: '',
      words: '',
      nextOn: '',
      nextText: '',
    }),
    'lib/referrals/referral takeReferralStepBack': ({ id, referralId }) => ({
      caseId: id,
      subjectId: referralId,
      stepId: newId(),
    }),
    'lib/referrals/referral takeReferralBack': ({ id, referralId }) => ({
      caseId: id,
      subjectId: referralId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/circles/guest letGuestIn': ({ id }) => ({
      caseId: id,
      staffId: newId(),
      guestKind: 'interpreter',
      parts: [],
      until: '2020-01-01',
      reason: 'Verzonnen',
    }),
    'lib/circles/guest endGuestStay': ({ id }) => ({ caseId: id, memberId: newId(), version: 1 }),
    'lib/circles/member nameMember': ({ id }) => ({
      caseId: id,
      staffId: newId(),
      kind: 'support',
      marks: [],
      until: '2020-01-01',
      reason: 'Verzonnen',
    }),
    'lib/circles/member askUnseal': ({ id }) => ({ caseId: id, reason: 'Verzonnen' }),
    'lib/circles/member endMembership': ({ id }) => ({ caseId: id, memberId: newId(), version: 1 }),
    'lib/cases/kept-apart keepApart': ({ id }) => ({ caseId: id, code: 'NO-SUCH' }),
    'lib/cases/kept-apart liftApart': ({ id }) => ({ caseId: id, keptId: newId() }),
    'lib/referrals/share makeShare': ({ id, referralId }) => aShare(id, referralId, { version: 999 }),
    'lib/referrals/share closeShare': ({ id }) => ({ caseId: id, shareId: newId() }),
    'lib/cases/claim editPerson': ({ id, personId }) => ({
      caseId: id,
      personId,
      version: 999,
      ...NOTHING_ASKED,
    }),
    'lib/cases/claim withdrawClaim': ({ id, personId }) => ({
      caseId: id,
      personId,
      claimId: newId(),
      because: 'misread',
    }),
    'lib/cases/related-file relateFile': ({ id }) => ({
      caseId: id,
      code: 'NO-SUCH',
      kind: 'sibling',
      basis: 'said',
      since: '',
    }),
    'lib/cases/related-file unrelateFile': ({ id }) => ({ caseId: id, relationId: newId() }),
    'lib/cases/file-people joinFile': ({ id }) => ({
      ...emptyPerson,
      caseId: id,
      personId: '',
      name: 'Verzonnen Kind',
      role: 'child',
      basis: 'said',
      since: '2099-01-01',
      placeId: '',
      placeSince: '',
    }),
    'lib/cases/file-people editFileRole': ({ id, personId }) => ({
      caseId: id,
      personId,
      version: 999,
      role: 'partner',
      basis: '',
      since: '',
    }),
    'lib/cases/file-people leaveFile': ({ id, personId }) => ({
      caseId: id,
      personId,
      version: 999,
      on: '2026-11-01',
      because: 'apart',
    }),
    'lib/cases/file-people returnToFile': ({ id, personId }) => ({ caseId: id, personId, version: 999 }),
    'lib/cases/note writeNote': ({ id }) => ({
      caseId: id,
      kind: 'note',
      happenedOn: '2099-01-01',
      text: 'Verzonnen',
    }),
    'lib/cases/note editNote': ({ id }) => ({
      caseId: id,
      noteId: newId(),
      version: 1,
      kind: 'note',
      happenedOn: '2026-11-01',
      text: 'Verzonnen',
    }),
    'lib/cases/note withdrawNote': ({ id }) => ({ caseId: id, noteId: newId() }),
    'lib/cases/pin pinEntry': ({ id }) => ({
      caseId: id,
      type: 'note',
      entryId: newId(),
      version: 1,
      isPinned: true,
    }),
    'lib/cases/note answerSignal': ({ id }) => ({
      caseId: id,
      signalId: newId(),
      version: 1,
      text: 'Verzonnen',
    }),
    'lib/tasks/goal editGoal': ({ id }) => ({ caseId: id, goalId: newId(), version: 1, text: 'Rust' }),
    'lib/tasks/goal setGoalState': ({ id }) => ({
      caseId: id,
      goalId: newId(),
      version: 1,
      state: 'reached',
    }),
    'lib/tasks/task addTask': ({ id }) => ({ caseId: id, text: 'Bellen', assignedTo: newId(), dueOn: '' }),
    'lib/asylum/application saveApplication': ({ id, applicationId }) => ({
      caseId: id,
      applicationId,
      version: 999,
      way: 'transit',
      sequence: '',
      language: '',
      place: '',
      reasons: [],
    }),
    'lib/asylum/event recordEvent': ({ id, applicationId }) =>
      anEvent(id, applicationId, 'made', { on: '1/1/2099' }),
    'lib/asylum/event takeEventBack': ({ id }) => ({
      caseId: id,
      eventId: newId(),
      mistake: 'wrong_file',
      words: '',
    }),
    'lib/asylum/stay saveDocument': ({ id, documentId }) => ({
      caseId: id,
      documentId,
      version: 999,
      kind: 'annex_26',
      issuedOn: '',
      expiresOn: '',
      isRenewal: 'no',
      requestedOn: '',
    }),
    'lib/asylum/stay saveReception': ({ id, stayId }) => ({
      caseId: id,
      stayId,
      version: 999,
      placeType: 'lri',
      phase: '',
      code207: '',
      fromOn: '',
      untilOn: '',
      endReason: '',
    }),
    ...Object.fromEntries(
      REGISTER_COMMANDS.map(({ name, refused }) => [
        `lib/asylum/register ${name}`,
        ({ id, personId }) => refused({ caseId: id, personId }),
      ]),
    ),
    'lib/activities/group takeAttendanceBack': ({ id, attendanceId }) => ({
      caseId: id,
      subjectId: attendanceId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/activities/activity saveActivity': ({ id, personId, activityId }) =>
      anActivity(id, personId, { subjectId: activityId, version: 999 }),
    'lib/activities/activity takeActivityBack': ({ id, activityId }) => ({
      caseId: id,
      subjectId: activityId,
      version: 999,
      mistake: 'wrong_file',
    }),
    // A field that is none is refused by those who reach the file.
    'lib/fields/answer saveOwnAnswers': ({ id }) => ({
      caseId: id,
      personId: '',
      version: 0,
      [newId()]: typedAnswer({ text: 'x' }),
    }),
    'lib/detention/own-answer saveEncounterAnswers': ({ encounterId }) => ({
      encounterId,
      version: 0,
      [newId()]: typedAnswer({ text: 'x' }),
    }),
    'lib/fields/answer keepOwnAnswer': ({ id, personId }) => ({ caseId: id, personId, answerId: newId() }),
    'lib/quotes/quote saveQuote': ({ id, personId, quoteId }) =>
      aQuote(id, personId, { subjectId: quoteId, version: 999 }),
    'lib/quotes/quote takeQuoteBack': ({ id, quoteId }) => ({
      caseId: id,
      subjectId: quoteId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/appointments/appointment saveAppointment': ({ id, personId, appointmentId }) =>
      anAppointment(id, personId, { subjectId: appointmentId, version: 999 }),
    'lib/appointments/appointment takeAppointmentBack': ({ id, appointmentId }) => ({
      caseId: id,
      subjectId: appointmentId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/contacts/contact saveContact': ({ id, personId, contactId }) =>
      aContact(id, personId, { subjectId: contactId, version: 999 }),
    'lib/contacts/contact takeContactBack': ({ id, contactId }) => ({
      caseId: id,
      subjectId: contactId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/sheets/given recordSheetGiven': ({ id }) => ({
      caseId: id,
      sheet: 'data',
      language: 'ti',
      givenOn: '2199-01-01',
    }),
    'lib/sheets/given takeSheetBack': ({ id, sheetId }) => ({
      caseId: id,
      subjectId: sheetId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/consents/consent recordConsent': ({ id, personId }) =>
      aConsent(id, personId, { askedOn: '2199-01-01', lastDay: '' }),
    'lib/consents/consent endConsent': ({ id, consentId }) => ({
      caseId: id,
      consentId,
      kind: 'mistake',
      endedOn: '2026-03-03',
      saidBy: '',
      words: '',
      task: '',
    }),
    'lib/guardianship/event recordGuardianship': ({ id, personId }) =>
      aGuardianshipEvent(id, personId, 'taken_in_charge', { on: '1/1/2099' }),
    'lib/guardianship/event takeGuardianshipBack': ({ id }) => ({
      caseId: id,
      eventId: newId(),
      mistake: 'wrong_file',
      words: '',
    }),
    'lib/asylum/register takeRowBack': ({ id, mandateId }) => ({
      caseId: id,
      register: 'mandate',
      subjectId: mandateId,
      version: 999,
      mistake: 'wrong_file',
    }),
    'lib/deadlines/deadline recordDeadline': ({ id }) => ({
      caseId: id,
      replaces: '',
      version: 0,
      event: 'arrived',
      happenedOn: '2099-01-01',
      happenedAt: '',
      notification: '',
      held: 'no',
      facts: [],
      lodgedOn: '',
      registeredOn: '',
      letterKind: 'none',
      letterOn: '',
      letterAmount: '',
      letterUnit: 'week',
    }),
    'lib/deadlines/deadline closeDeadline': ({ id }) => ({
      caseId: id,
      deadlineId: newId(),
      version: 1,
      act: 'waived',
      on: '2026-11-01',
      linked: '',
      text: 'Verzonnen',
    }),
    'lib/deadlines/recount answerRecount': ({ id }) => ({
      caseId: id,
      deadlineId: newId(),
      version: 1,
      ruleId: null,
      answer: 'keep',
      reason: 'Verzonnen',
    }),
    'lib/detention/episode beginEpisode': ({ id, personId }) => ({
      caseId: id,
      personIds: [personId],
      placeId,
      since: '2099-01-01',
      arrestContext: 'border',
    }),
    'lib/detention/episode moveEpisode': ({ id, episodeId }) => ({
      caseId: id,
      episodeId,
      placeId,
      on: '2099-01-01',
    }),
    'lib/detention/episode recordDetentionEvent': ({ id, episodeId }) => ({
      caseId: id,
      episodeId,
      replaces: '',
      kind: 'referral_seen',
      on: '2099-01-01',
      basis: 'said',
      at: '',
      orderKind: '',
      ground: '',
      printedEnd: '',
      extras: [],
      court: '',
      petitionOutcome: '',
      removalKind: '',
      removalOutcome: '',
      destination: '',
      escort: '',
      isolationGround: '',
      channel: '',
      endReason: '',
      phase: '',
      heardOn: '',
      servedOn: '',
      carrier: '',
      force: '',
      injuries: '',
      isolationRegime: '',
      doctorDaily: '',
      toldTo: [],
      text: 'Verzonnen',
    }),
    'lib/detention/episode withdrawDetentionEvent': ({ id, episodeId, orderId }) => ({
      caseId: id,
      episodeId,
      eventId: orderId,
      because: 'same_as',
      sameAs: newId(),
    }),
    'lib/comments/comment writeComment': ({ id }) => ({
      caseId: id,
      kind: 'question',
      text: 'Wat helpt?',
      toStaffId: newId(),
      answersId: '',
    }),
    'lib/detention/own-answer saveVisitAnswers': ({ visitId }) => ({
      visitId,
      version: 0,
      [newId()]: typedAnswer({ text: 'x' }),
    }),
    'lib/detention/visit editVisitHours': ({ visitId }) => ({
      visitId,
      version: 999,
      startsAt: '',
      endsAt: '',
      access: 'granted',
      waitingMinutes: '',
      projectId: '',
    }),
  }

  /**
   * The colleagues who try a handler at one of the files: at the two for members only each of them once, at the open one a third; of
   * those who are let in one.
   */
  const trying = (at: number, turn: number, letIn: readonly Who[]): readonly Who[] => {
    if (isSweep) return everybody
    const outside = everybody.filter((who) => !letIn.includes(who))
    return [
      ...drawnOf(letIn, turn, letIn.length),
      ...(at === 0 ? drawnOf(outside, turn, 3) : drawnOf(outside, turn + at, 2)),
    ]
  }

  for (const [at, [secrecy, target]] of Object.entries(files).entries())
    it(`a file that is ${secrecy}: shown to those who reach it, not there for all others`, async () => {
      const reads = secrecy === 'open' ? READS.open : READS.sealed
      for (const [turn, name] of pages.entries())
        for (const who of trying(at, turn, reads)) {
          const heard = await knock(handlerOf(name), tokens.get(who) ?? '', { params: { code: target.code } })
          expect(`${name} × ${who}: ${heard}`).toBe(
            `${name} × ${who}: ${reads.includes(who) ? 'shown' : 'notFound'}`,
          )
        }
    })

  for (const [secrecy, target] of Object.entries(files))
    it(`a file that is ${secrecy}: what leaves the organisation on paper is for those who work on it`, async () => {
      const edits = secrecy === 'open' ? EDITS.open : EDITS.sealed
      const { code, summaryId, referralId } = target
      const params = { code, summaryId, referralId }
      for (const name of [
        '/cases/[code]/summary',
        '/summaries/[summaryId]',
        '/cases/[code]/referrals/[referralId]/sheet',
        '/cases/[code]/guardianship/report',
      ])
        for (const who of everybody) {
          const heard = await knock(handlerOf(name), tokens.get(who) ?? '', { params })
          expect(`${name} × ${who}: ${heard}`).toBe(
            `${name} × ${who}: ${edits.includes(who) ? 'shown' : 'notFound'}`,
          )
        }
    })

  for (const [at, [secrecy, target]] of Object.entries(files).entries())
    it(`a file that is ${secrecy}: its actions answer those who may, and say not found to all others`, async () => {
      const edits = secrecy === 'open' ? EDITS.open : EDITS.sealed
      for (const [turn, [name, input]] of Object.entries(inputs).entries()) {
        const reaching = /editVisitHours|saveVisitAnswers/.test(name) ? VISITED : edits
        for (const who of trying(at, turn, reaching)) {
          const heard = await knock(handlerOf(name), tokens.get(who) ?? '', { input: input(target) })
          const refusal = ['admin', 'strangerAdmin', 'guest', 'expiredGuest'].includes(who)
            ? 'forbidden'
            : 'notFound'
          const said = `${name} × ${who}: ${heard}`
          if (!reaching.includes(who)) expect(said).toBe(`${name} × ${who}: ${refusal}`)
          // A summary asks for nothing that could be wrong.
          else if (name.includes('makeSummary')) expect(said).toBe(`${name} × ${who}: ok`)
          // That a sealed file be opened to more is asked by each of its members, and of no other file.
          else if (name.includes('askUnseal'))
            expect(said).toBe(`${name} × ${who}: ${secrecy === 'sealed' ? 'ok' : 'notSealed'}`)
          // A signal, a note, an entry or a deadline that is not there is not found within reach too.
          else if (
            !/answerSignal|withdrawClaim|unrelateFile|editNote|withdrawNote|pinEntry|closeDeadline|answerRecount|takeEventBack|takeReferralStepBack|closeShare|endGuestStay|endMembership|liftApart|takeGuardianshipBack|editGoal|setGoalState/.test(
              name,
            )
          )
            expect(said).not.toMatch(/: (forbidden|notFound|invalid|failed|ok)$/)
        }
      }
    })

  it('an emergency, an answer to one and a word of the circle say nothing to anyone who is outside', async () => {
    const outside = everybody.filter((who) => !EDITS.sealed.includes(who))
    const acts: Readonly<Record<string, unknown>> = {
      'lib/circles/glass openInEmergency': {
        code: files.sealed.code,
        kind: 'danger',
        reason: 'Verzonnen: somebody waits at the door',
      },
      'lib/circles/glass answerOpening': { glassId: newId(), verdict: 'right' },
      'lib/circles/member sayWord': { wordId: newId(), agrees: true },
    }
    for (const [name, input] of Object.entries(acts))
      for (const who of outside) {
        const heard = await knock(handlerOf(name), tokens.get(who) ?? '', { input })
        const works = !['admin', 'strangerAdmin', 'guest', 'expiredGuest'].includes(who)
        const answered = name.includes('openInEmergency') ? 'ok' : 'notFound'
        expect(`${name} × ${who}: ${heard}`).toBe(`${name} × ${who}: ${works ? answered : 'forbidden'}`)
      }
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM glass WHERE case_id = $1', [
      files.sealed.id,
    ])
    expect(rows[0]?.n).toBe(0)
  })

  it('what may have happened to a person is shown to the members of its file, and begun by who works on an open one', async () => {
    const reaching: typeof READS = { ...EDITS, restricted: [] }
    for (const secrecy of ['open', 'restricted', 'sealed'] as const)
      for (const who of everybody) {
        const params = { code: files[secrecy].code }
        const heard = await knock(handlerOf('/cases/[code]/trafficking'), tokens.get(who) ?? '', { params })
        expect(`${secrecy} × ${who}: ${heard}`).toBe(
          `${secrecy} × ${who}: ${reaching[secrecy].includes(who) ? 'shown' : 'notFound'}`,
        )
      }
  })

  it('its actions answer its members, and say not found to all others', async () => {
    const { id: caseId, apart, personId } = files.sealed
    const row = { caseId, version: 999 }
    const subjectId = apart?.signId ?? ''
    const acts: Readonly<Record<string, unknown>> = {
      'lib/trafficking/open openTraffickingFile': {
        caseId,
        personId,
        secondMemberId: people.teamMate,
        secondTask: 'Verzonnen',
      },
      'lib/trafficking/account saveTraffickingAccount': { ...anAccount(caseId), version: 999 },
      'lib/trafficking/account saveTraffickingSign': { ...row, subjectId, grade: 'weak', source: 'told' },
      'lib/trafficking/account takeTraffickingSignBack': { ...row, subjectId, mistake: 'wrong_file' },
      'lib/trafficking/stage takeTraffickingStageBack': {
        ...row,
        subjectId: apart?.stageId,
        mistake: 'wrong_file',
      },
      'lib/trafficking/stage saveTraffickingStage': {
        caseId,
        subjectId: '',
        version: 0,
        kind: 'detection',
        on: '2099-01-01',
        condition: '',
        holds: '',
        reason: '',
        words: '',
      },
    }
    for (const [name, input] of Object.entries(acts))
      for (const who of everybody) {
        const heard = await knock(handlerOf(name), tokens.get(who) ?? '', { input })
        const said = `${name} × ${who}: ${heard}`
        const refusal = ['admin', 'strangerAdmin', 'guest', 'expiredGuest'].includes(who)
          ? 'forbidden'
          : 'notFound'
        if (EDITS.sealed.includes(who)) expect(said).not.toMatch(/: (forbidden|notFound|invalid|failed|ok)$/)
        else expect(said).toBe(`${name} × ${who}: ${refusal}`)
      }
  })

  it('a visit is shown to its visitors and the coordinator of its team', async () => {
    for (const who of everybody) {
      const heard = await knock(handlerOf('/detention/[visitId]'), tokens.get(who) ?? '', {
        params: { visitId: files.open.visitId },
      })
      expect(`${who}: ${heard}`).toBe(`${who}: ${VISITED.includes(who) ? 'shown' : 'notFound'}`)
    }
  })

  it('only the coordinator of the team finds the page to reassign', async () => {
    for (const who of everybody) {
      const heard = await knock(handlerOf('/cases/[code]/reassign'), tokens.get(who) ?? '', {
        params: { code: files.open.code },
      })
      expect(`${who}: ${heard}`).toBe(`${who}: ${who === 'coordinator' ? 'shown' : 'notFound'}`)
    }
  })

  it('a colleague is shown to the admin of the same organisation only', async () => {
    for (const who of everybody) {
      const heard = await knock(handlerOf('/accounts/[staffId]'), tokens.get(who) ?? '', {
        params: { staffId: people.worker },
      })
      expect(`${who}: ${heard}`).toBe(`${who}: ${who === 'admin' ? 'shown' : 'notFound'}`)
    }
  })

  it('every refusal above left a trace, and none names what was looked for', async () => {
    const { rows } = await owner.query(
      "SELECT count(*)::int AS n, count(case_id)::int AS named FROM audit_event WHERE event = 'access.denied'",
    )
    expect(rows[0]?.named).toBe(0)
  })
})
