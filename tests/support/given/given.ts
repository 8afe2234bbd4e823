import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { hashToken, newToken } from '@/lib/accounts/token'
import { DOMAINS } from '@/lib/asylum/screening.rules'
import type { FieldOwner } from '@/lib/fields/owner.rules'
import { newCode, newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'
import { openEncrypter } from '../../../prisma/seed/encrypter'
import { insertRows, type Row, type Rows, type Table } from './rows'

type Secrecy = 'open' | 'restricted' | 'sealed'
const ACCOUNT = {
  danger: 'no',
  safe: 'yes',
  alone: 'yes',
  interpreter: 'yes',
  held: 'no',
  forms: ['labour'],
  sector: 'hospitality',
  region: 'brussels',
  recruitedIn: '',
  explained: [],
  explainedIn: '',
  choice: 'not_asked',
  choiceOn: '',
}
/** What is encrypted of a way to reach someone. */
const DETAILS = { address: '', contact: '', interpreter: '', preparation: '', reason: '', outcome: 'x' }
const CONTACT = {
  value: '+32 000 00 00 00',
  whose: '',
  hours: '',
  mayKnow: '',
  sayWeAre: '',
  codeWord: '',
  words: '',
}
type Session = {
  readonly idleMinutes?: number
  /** Minutes from now. */
  readonly expiresIn?: number
  readonly revoked?: boolean
  readonly secondStep?: 'done' | 'owed' | 'none'
  /** Seconds since its person last proved who they are; else it counts as a moment ago, whatever the clock of the test says. */
  readonly steppedUp?: number
}

/** An organisation's own fields: one about files, one about people. */
export type OwnFieldIds = { readonly file: string; readonly person: string }

const minutes = (n: number): Date => new Date(Date.now() + n * 60_000)

/**
 * Collects an invented organisation in memory; `save` writes all of it at once. Every function gives back ids, so that a test
 * reads like a sentence: a worker of this team, their file, a visit of theirs. Times are the machine's, as app.now() is.
 */
export const openGiven = () => {
  let rows: Rows = {}
  let encrypter = openEncrypter()
  const add = (table: Table, row: Row): void => {
    rows[table] = [...(rows[table] ?? []), row]
  }

  const organisation = (name = 'Havenlicht'): string => {
    const id = newId()
    add('organisation', { id, name: `${name} ${id.slice(-6)}`, kind: 'real' })
    return id
  }
  const place = (): string => {
    const id = newId()
    const label = `Centrum ${id.slice(-6)}`
    const labels = { labelEn: label, labelFr: label, labelNl: label, labelDe: label }
    add('place', {
      id,
      slug: `given-${id}`,
      kind: 'closed_centre',
      country: 'BE',
      name: label,
      ...labels,
      position: 1,
      recordedOn: '2026-01-01',
    })
    return id
  }
  const team = (organisationId: string): string => {
    const id = newId()
    add('team', { id, organisationId, name: `Bureau ${id.slice(-6)}` })
    return id
  }
  /** The organisation of each colleague who was given here, saved or not. */
  const employers = new Map<string, string>()
  const staff = (
    organisationId: string,
    role: Role,
    {
      teams = [],
      leads = [],
      active = true,
      isVouched = true,
    }: {
      teams?: readonly string[]
      leads?: readonly string[]
      active?: boolean
      isVouched?: boolean
    } = {},
  ): string => {
    const id = newId()
    const vouchedAt = isVouched ? new Date() : null
    employers.set(id, organisationId)
    add('staff', { id, organisationId, role, name: `Voorbeeld ${id.slice(-6)}`, active, vouchedAt })
    for (const teamId of new Set([...teams, ...leads]))
      add('teamMember', { staffId: id, teamId, leads: leads.includes(teamId) })
    return id
  }
  /** A session and its token: by default just seen, second step done, the person just proved. */
  const session = (
    staffId: string,
    { idleMinutes = 0, expiresIn = 720, revoked = false, secondStep = 'done', steppedUp }: Session = {},
  ): { id: string; token: string } => {
    const id = newId()
    const token = newToken()
    add('session', {
      id,
      tokenHash: hashToken(token),
      staffId,
      createdAt: minutes(-60),
      lastSeenAt: minutes(-idleMinutes),
      expiresAt: minutes(expiresIn),
      secondStepDue: secondStep !== 'none',
      secondStepAt: secondStep === 'done' ? minutes(-idleMinutes) : null,
      steppedUpAt: steppedUp === undefined ? new Date('2100-01-01') : minutes(-steppedUp / 60),
      revokedAt: revoked ? minutes(-1) : null,
      device: 'firefox-linux',
    })
    return { id, token }
  }
  /** The token of a fresh session. */
  const tokenFor = (staffId: string): string => session(staffId).token

  const file = (of: {
    teamId: string
    workerId: string
    secrecy?: Secrecy
    kind?: string
    createdBy?: string
    status?: string
  }): { id: string; code: string } => {
    const id = newId()
    const code = newCode()
    add('caseFile', {
      id,
      code,
      kind: of.kind ?? 'det',
      status: of.status ?? 'active',
      risk: 'low',
      secrecy: of.secrecy ?? 'open',
      teamId: of.teamId,
      workerId: of.workerId,
      openedOn: '2026-03-02',
      createdBy: of.createdBy ?? of.workerId,
    })
    return { id, code }
  }
  const member = (of: {
    caseId: string
    staffId: string
    addedBy: string
    kind?: 'support' | 'cover' | 'circle' | 'guest'
    from?: Date
    until?: Date | null
    /** Of a guest. */
    parts?: readonly string[]
  }): string => {
    const id = newId()
    add('caseMember', {
      id,
      caseId: of.caseId,
      staffId: of.staffId,
      kind: of.kind ?? 'support',
      validFrom: of.from ?? minutes(-600),
      validUntil: of.until ?? null,
      addedBy: of.addedBy,
      guestKind: of.kind === 'guest' ? 'volunteer' : null,
      parts: [...(of.parts ?? [])],
    })
    return id
  }
  /** An opening in an emergency, as it stands in the table: for four hours from when it was. */
  const glass = (of: { caseId: string; staffId: string; minutesAgo?: number }): string => {
    const id = newId()
    const at = minutes(-(of.minutesAgo ?? 0))
    add('glass', {
      id,
      caseId: of.caseId,
      staffId: of.staffId,
      kind: 'danger',
      reasonCipher: encrypter.encrypt(
        { kind: 'glass', id },
        'glass',
        id,
        'reason',
        1,
        'Verzonnen noodgeval.',
      ),
      at,
      expiresAt: new Date(at.getTime() + 4 * 3_600_000),
      reviewDueOn: new Date(at.getTime() + 7 * 86_400_000).toISOString().slice(0, 10),
    })
    return id
  }
  /** A person in files, with a name (encrypted where the file is), a claim of age, a nationality, a language, a number. */
  const person = (of: {
    caseIds: readonly string[]
    createdBy: string
    sealed?: boolean
    name?: string
  }): string => {
    const id = newId()
    const nameId = newId()
    const identifierId = newId()
    const name = of.name ?? `Verzonnen ${id.slice(-6)}`
    const holder = { kind: 'person', id } as const
    add('person', { id, code: newCode(), createdBy: of.createdBy })
    for (const caseId of of.caseIds) add('casePerson', { caseId, personId: id, role: 'principal' })
    add('personName', {
      id: nameId,
      personId: id,
      kind: 'as_said',
      text: of.sealed ? null : name,
      cipher: of.sealed ? encrypter.encrypt(holder, 'person_name', nameId, 'text', 1, name) : null,
    })
    add('ageClaim', { id: newId(), personId: id, basis: 'said', ageYears: 30, asOf: '2026-03-02' })
    add('nationality', { id: newId(), personId: id, country: 'GN', certainty: 'said' })
    add('personOrigin', { id: newId(), personId: id, kind: 'birth', country: 'GN', certainty: 'said' })
    add('personLanguage', { id: newId(), personId: id, language: 'ff', level: 'fluent' })
    add('personIdentifier', {
      id: identifierId,
      personId: id,
      kind: 'phone',
      cipher: encrypter.encrypt(holder, 'person_identifier', identifierId, 'text', 1, '+32 000 00 00'),
    })
    return id
  }
  const note = (of: { caseId: string; authorId: string; text?: string }): string => {
    const id = newId()
    const bodyCipher = encrypter.encrypt(
      { kind: 'file', id: of.caseId },
      'note',
      id,
      'body',
      1,
      of.text ?? 'Verzonnen.',
    )
    add('note', {
      id,
      caseId: of.caseId,
      kind: 'note',
      happenedOn: '2026-03-03',
      bodyCipher,
      authorId: of.authorId,
    })
    return id
  }
  /** What a note said before: in life the database keeps it when a note is corrected. */
  const noteRevision = (of: { caseId: string; noteId: string }): void => {
    const { caseId, noteId } = of
    const holder = { kind: 'file', id: caseId } as const
    const bodyCipher = encrypter.encrypt(holder, 'note', noteId, 'body', 0, 'Verzonnen, eerst.')
    add('noteRevision', { noteId, version: 0, caseId, kind: 'note', happenedOn: '2026-03-03', bodyCipher })
  }
  /** What stood in a file and was told of someone before: in life the database keeps it when it is written over. */
  const former = (of: { caseId: string; personId: string; by: string }): void => {
    const { caseId, personId, by } = of
    const cipher = encrypter.encrypt(
      { kind: 'file', id: caseId },
      'case_file',
      caseId,
      'next_step',
      1,
      'Eerst dit.',
    )
    add('caseFormerValue', { id: newId(), caseId, field: 'next_step', cipher, revision: 1, replacedBy: by })
    const told = { field: 'sex', value: 'unknown', became: 'not_asked', txid: 0 }
    add('personFormerValue', { id: newId(), personId, subjectId: personId, ...told })
  }
  const task = (of: { caseId: string; assignedTo: string; createdBy?: string }): string => {
    const id = newId()
    const { caseId, assignedTo, createdBy = assignedTo } = of
    const textCipher = encrypter.encrypt({ kind: 'file', id: caseId }, 'task', id, 'text', 1, 'Bellen.')
    const movedCipher = encrypter.encrypt({ kind: 'file', id: caseId }, 'task', id, 'moved', 1, 'Later.')
    const moved = { movedFrom: new Date('2026-11-01'), movedCipher, movedRevision: 1 }
    add('task', { id, caseId, textCipher, assignedTo, createdBy, ...moved })
    return id
  }
  const goal = (of: { caseId: string; createdBy: string }): string => {
    const id = newId()
    const textCipher = encrypter.encrypt({ kind: 'file', id: of.caseId }, 'goal', id, 'text', 1, 'Rust.')
    add('goal', { id, ...of, textCipher })
    return id
  }
  /** A hold on a file, and a word that it be erased, which no one has answered. */
  const hold = (of: { caseId: string; createdBy: string }): void => {
    const { caseId, createdBy } = of
    const [id, erasureId] = [newId(), newId()]
    const holder = { kind: 'file', id: caseId } as const
    const wordsCipher = encrypter.encrypt(holder, 'legal_hold', id, 'words', 1, 'Verzonnen.')
    add('legalHold', {
      id,
      caseId,
      ground: 'proceedings',
      wordsCipher,
      reviewOn: '2027-03-02',
      placedBy: createdBy,
    })
    add('fileErasure', { id: erasureId, caseId, ground: 'objects', proposedBy: createdBy })
  }
  /** What a person of a file asked: what is kept of them, and that something be put right. */
  const request = (of: { caseId: string; personId: string; createdBy: string }): void => {
    const encrypt = (table: string, id: string) =>
      encrypter.encrypt({ kind: 'file', id: of.caseId }, table, id, 'words', 1, 'Verzonnen.')
    const [id, correctionId] = [newId(), newId()]
    const askedOn = '2026-03-02'
    add('accessExtract', { id, ...of, askedOn, language: 'nl', wordsCipher: encrypt('access_extract', id) })
    const wordsCipher = encrypt('correction', correctionId)
    add('correction', { id: correctionId, ...of, askedOn, wordsCipher })
  }
  const retentionRule = (of: { organisationId: string; createdBy: string }): void =>
    add('retentionRule', { id: newId(), ...of, kind: 'det', years: 5, source: 'Verzonnen.' })
  /** A newer figure of a fact, entered by one and agreed to by another. */
  const newerFigure = (of: { organisationId: string; createdBy: string; answeredBy: string }): void =>
    add('newerFigure', {
      id: newId(),
      ...of,
      country: 'BE',
      factSlug: 'population-total-2020',
      value: 11_800_000,
      qualifier: 'exact',
      periodStart: '2024-01-01',
      periodEnd: '2024-12-31',
      sourceName: 'Verzonnen.',
      sourceAddress: 'https://example.org/figures',
      sourceOn: '2025-03-02',
      supersedes: 1,
      version: 2,
      state: 'agreed',
      answeredAt: new Date(),
    })
  /** What an admin said of two given names. */
  const nameRuling = (of: { organisationId: string; saidBy: string }): void =>
    add('nameRuling', { id: newId(), ...of, one: 'Verzonnen', other: 'Verzunnen', weight: 0.9 })
  const project = (of: { organisationId: string; createdBy: string; isClosed?: boolean }): string => {
    const id = newId()
    const { isClosed = false, ...row } = of
    const closedAt = isClosed ? minutes(-5) : null
    add('project', { id, ...row, name: 'Verzonnen fonds', funder: '', fromDay: '2026-01-01', closedAt })
    return id
  }
  /** A shelter with someone at it, whom no one is referred to. */
  const partner = (of: {
    organisationId: string
    createdBy: string
    kind?: string
    name?: string
    isWarned?: boolean
  }): string => {
    const [id, personId, warningId] = [newId(), newId(), newId()]
    const { kind = 'shelter', name = 'Verzonnen Opvang', isWarned = true, ...row } = of
    const holder = { kind: 'partner', id } as const
    const details = JSON.stringify({
      name: 'Verzonnen Onthaal',
      role: '',
      phone: '+32 2 000 00 00',
      email: '',
    })
    add('partner', { id, ...row, name, kind, languages: ['fr'], regions: ['brussels'], ages: 'all' })
    add('partnerPerson', {
      id: personId,
      partnerId: id,
      ...row,
      detailsCipher: encrypter.encrypt(holder, 'partner_person', personId, 'details', 1, details),
      languages: ['nl'],
      ways: [],
    })
    if (isWarned)
      add('partnerWarning', {
        id: warningId,
        partnerId: id,
        ...row,
        reasonCipher: encrypter.encrypt(holder, 'partner_warning', warningId, 'reason', 1, 'Verzonnen reden'),
      })
    return id
  }
  /** A link of a partner, and one person who came by it and waits. */
  const incoming = (of: {
    organisationId: string
    partnerId: string
    teamId: string
    createdBy: string
    givenTo?: string
  }): string => {
    const [id, linkId] = [newId(), newId()]
    const { givenTo = null, ...row } = of
    const holder = { kind: 'incoming', id } as const
    const content = JSON.stringify({
      byName: 'Verzonnen Melder',
      byPhone: '+32 2 000 00 00',
      byReach: '',
      person: 'V. V.',
      birthYear: '',
      language: '',
      languages: '',
      place: '',
      need: 'Verzonnen',
      urgency: 'days',
      agreed: 'informed',
      agreedWhy: '',
      safe: '',
    })
    add('incomingLink', {
      id: linkId,
      ...row,
      linkHash: hashToken(newToken()),
      locale: 'nl',
      aDay: 5,
      expiresAt: minutes(60),
      came: 1,
      lastUsedAt: minutes(-1),
    })
    add('incomingReferral', {
      id,
      linkId,
      requestId: newId(),
      teamId: of.teamId,
      urgency: 'days',
      receipt: '00000000',
      contentCipher: encrypter.encrypt(holder, 'incoming_referral', id, 'content', 1, content),
      givenTo,
    })
    return id
  }
  const reportedMistake = (of: { organisationId: string; createdBy: string }): void =>
    add('reportedMistake', {
      id: newId(),
      ...of,
      country: 'BE',
      about: 'fact',
      slug: 'population-total-2020',
      words: 'Verzonnen.',
    })
  /** A closing that left the next step open. */
  const closing = (of: { caseId: string; createdBy: string }): string => {
    const id = newId()
    add('caseClosing', { id, ...of, kind: 'closed', reason: 'goal_reached' })
    add('caseLeftover', {
      closingId: id,
      caseId: of.caseId,
      kind: 'step',
      ref: of.caseId,
      reason: 'notNeeded',
    })
    return id
  }
  /** A summary for a lawyer, with words about them. */
  const summary = (of: { caseId: string; createdBy: string }): string => {
    const id = newId()
    const holder = { kind: 'file', id: of.caseId } as const
    add('caseSummary', {
      id,
      ...of,
      code: newCode(),
      audience: 'lawyer',
      level: 'whole',
      sections: ['identity'],
      language: 'nl',
      wordsCipher: encrypter.encrypt(holder, 'case_summary', id, 'words', 1, 'Meester Verzonnen'),
    })
    return id
  }
  /** A paper of one piece. */
  const attachment = (of: { caseId: string; createdBy: string }): string => {
    const id = newId()
    const encrypt = (column: string, text: string) =>
      encrypter.encrypt({ kind: 'file', id: of.caseId }, 'attachment', id, column, 1, text)
    const label = JSON.stringify({ name: 'Invented decision', sha256: '' })
    add('attachment', {
      id,
      ...of,
      kind: 'decision',
      type: 'text/plain',
      bytes: 8,
      labelCipher: encrypt('label', label),
      scan: 'none',
    })
    const cipher = encrypt('piece 0', 'Invented')
    add('attachmentPiece', { attachmentId: id, position: 0, caseId: of.caseId, cipher })
    return id
  }
  /** What hangs on a restricted or sealed file about possible trafficking. */
  const trafficking = (of: {
    caseId: string
    createdBy: string
  }): { signId: string; stageId: string; exploiterId: string } => {
    const [id, signId, stageId, exploiterId] = [newId(), newId(), newId(), newId()]
    const holder = { kind: 'file', id: of.caseId } as const
    const suspects = { kind: 'vault', id: of.caseId } as const
    const answers = JSON.stringify(ACCOUNT)
    const sign = JSON.stringify({ sign: 'documents_withheld', grade: 'medium', source: 'told' })
    const answersCipher = encrypter.encrypt(holder, 'trafficking_account', id, 'answers', 1, answers)
    add('traffickingAccount', { id, ...of, revision: 1, answersCipher })
    const signCipher = encrypter.encrypt(holder, 'trafficking_sign', signId, 'sign', 1, sign)
    add('traffickingSign', { id: signId, ...of, subjectId: signId, revision: 1, signCipher })
    const onDay = new Date('2026-11-02T00:00:00Z')
    add('traffickingEvent', { id: stageId, ...of, subjectId: stageId, revision: 1, kind: 'detection', onDay })
    const nameCipher = encrypter.encrypt(suspects, 'exploiter', exploiterId, 'name', 1, 'Invented Boss')
    add('exploiter', { id: exploiterId, ...of, nameCipher })
    return { signId, stageId, exploiterId }
  }
  /** A referral to an invented body, told by telephone, then shared by a link that was opened once. */
  const referral = (of: { caseId: string; personId: string; createdBy: string }): string => {
    const id = newId()
    const holder = { kind: 'file', id: of.caseId } as const
    add('referral', {
      id,
      ...of,
      subjectId: id,
      revision: 1,
      kind: 'organisation',
      urgency: 'this_week',
      fields: ['initials', 'code'],
      language: 'nl',
      toCipher: encrypter.encrypt(holder, 'referral', id, 'to', 1, 'Verzonnen Huis'),
      askedCipher: encrypter.encrypt(holder, 'referral', id, 'asked', 1, 'Een verzonnen vraag'),
    })
    const { caseId, createdBy } = of
    add('referralStep', {
      id: newId(),
      caseId,
      createdBy,
      referralId: id,
      kind: 'told',
      onDay: new Date('2026-11-20T00:00:00Z'),
      way: 'phone',
      ground: null,
      wordsCipher: null,
    })
    const [stepId, shareId] = [newId(), newId()]
    const wordsCipher = encrypter.encrypt(holder, 'referral_step', stepId, 'words', 1, 'Verzonnen reden')
    const sent = {
      kind: 'sent',
      onDay: new Date('2026-11-20T00:00:00Z'),
      way: 'link',
      ground: 'vital_interest',
    }
    add('referralStep', { id: stepId, caseId, createdBy, referralId: id, ...sent, wordsCipher })
    add('referralShare', {
      id: shareId,
      caseId,
      createdBy,
      referralId: id,
      stepId,
      linkHash: randomBytes(32).toString('hex'),
      codeCheck: new Uint8Array(32),
      sheetCipher: new Uint8Array(64),
      expiresAt: new Date(Date.now() + 86_400_000),
      maxOpenings: 3,
    })
    add('shareOpening', { id: newId(), caseId, shareId })
    return id
  }
  const comment = (of: { caseId: string; authorId: string; toStaffId?: string }): string => {
    const id = newId()
    const { caseId, authorId, toStaffId = null } = of
    const bodyCipher = encrypter.encrypt({ kind: 'file', id: caseId }, 'comment', id, 'body', 1, 'Dank u.')
    add('comment', { id, caseId, kind: 'thanks', bodyCipher, authorId, toStaffId })
    return id
  }
  /** An invented rule of ten days that coordinators may rule on, as reference data would hold it. */
  const rule = (of: { code?: string; status?: string; event?: string } = {}): string => {
    const id = newId()
    const {
      code = `INVENTED_${id.slice(-6).toUpperCase()}`,
      status = 'verified',
      event = 'cgrs_decision_notified',
    } = of
    const span = { amount: 10, unit: 'calendar_day' }
    add('deadlineRule', {
      id,
      code,
      edition: 1,
      title: { en: 'Appeal', fr: 'Recours', nl: 'Beroep', de: 'Beschwerde' },
      meaning: 'act',
      event,
      predicate: { all: [], any: [], none: [], notAll: [] },
      regime: 'ANY',
      start: 'excluded',
      direction: 'after',
      periods: [{ when: null, min: span, max: span }],
      roll: 'forward',
      severity: 'critical',
      remind: { days: [], months: [] },
      sources: [{ key: 'invented', title: 'Verzonnen bron', address: 'example.org', seen: '2026' }],
      firstDays: [],
      status,
      closedBy: ['appeal_lodged', 'waived'],
      family: 'appeal_first_decision',
      recordedOn: '2026-11-24',
    })
    return id
  }
  const ruling = (of: { organisationId: string; ruleId: string; createdBy: string }): string => {
    const id = newId()
    add('deadlineRuling', { id, ...of, kind: 'confirmed', reason: 'Verzonnen.' })
    return id
  }
  const deadline = (of: { caseId: string; ruleId: string; createdBy: string; dueOn?: string }): string => {
    const id = newId()
    const { dueOn = '2026-12-24', ...rest } = of
    add('deadline', {
      id,
      ...rest,
      chainId: id,
      family: 'appeal_first_decision',
      severity: 'critical',
      event: 'cgrs_decision_notified',
      happenedOn: '2026-12-14',
      facts: '{}',
      dueOn,
      remindOn: dueOn,
      explanation: {},
    })
    return id
  }
  /** A way in with one event on it, a document and a stay in reception, as they stand in the tables. */
  const asylum = (of: { caseId: string; createdBy: string }) => {
    const [applicationId, eventId, documentId, stayId] = [newId(), newId(), newId(), newId()]
    add('stayDocument', { id: documentId, ...of, kind: 'annex_26', isRenewal: false })
    add('receptionStay', { id: stayId, ...of, placeType: 'lri' })
    add('asylumApplication', { id: applicationId, ...of, way: 'territory', reasons: '{}' })
    add('asylumEvent', {
      id: eventId,
      ...of,
      applicationId,
      kind: 'lodged',
      facts: '{}',
      standsOn: '2026-07-01',
    })
    return { applicationId, eventId, documentId, stayId }
  }
  const relatedFile = (of: { caseId: string; otherCaseId: string; createdBy: string }): string => {
    const id = newId()
    add('relatedFile', { id, ...of, kind: 'sibling', basis: 'said' })
    return id
  }
  const teamOf = (caseId: string): string => {
    const found = (rows.caseFile ?? []).find(({ id }) => id === caseId)?.teamId
    if (typeof found !== 'string') throw new Error('this file is not among the given ones')
    return found
  }
  const organisationOf = (staffId: string): string => {
    const found = employers.get(staffId)
    if (found === undefined) throw new Error('this colleague is not among the given ones')
    return found
  }
  /** One field, sensitive where it may be. */
  const ownField = (of: { organisationId: string; createdBy: string }, owner: FieldOwner): string => {
    const id = newId()
    add('ownField', {
      id,
      ...of,
      key: `f_${id.replaceAll('-', '')}`,
      owner,
      ...(owner === 'visit' ? { type: 'short', class: 'ordinary' } : { type: 'yes_no', class: 'sensitive' }),
    })
    add('ownFieldEdition', {
      fieldId: id,
      edition: 1,
      ...of,
      state: 'live',
      labels: { en: 'Invented', fr: 'Inventé', nl: 'Verzonnen', de: 'Erfunden' },
      help: {},
      section: {},
      part: 'person',
      position: 0,
      required: 'optional',
      level: 'never',
      offices: '{}',
      kinds: '{}',
      nationalities: '{}',
      conditions: [],
      options: [],
      because: 'Verzonnen.',
    })
    return id
  }
  /** A field of an organisation's own about files and one about people. */
  const ownFields = (of: { organisationId: string; createdBy: string }): OwnFieldIds => ({
    file: ownField(of, 'file'),
    person: ownField(of, 'person'),
  })
  /** An answer to each of them, encrypted as in a sealed file. */
  const ownAnswers = (
    { caseId, personId, createdBy }: { caseId: string; personId: string; createdBy: string },
    fields: OwnFieldIds,
  ): void => {
    const answer = JSON.stringify({ state: 'given', codes: ['yes'], text: '' }).padEnd(512)
    const [id, ofPerson] = [newId(), newId()]
    add('ownValue', {
      id,
      answerId: id,
      fieldId: fields.file,
      edition: 1,
      caseId,
      createdBy,
      cipher: encrypter.encrypt({ kind: 'file', id: caseId }, 'own_value', id, 'answer', 1, answer),
    })
    add('ownPersonValue', {
      id: ofPerson,
      answerId: ofPerson,
      fieldId: fields.person,
      edition: 1,
      personId,
      cipher: encrypter.encrypt(
        { kind: 'person', id: personId },
        'own_person_value',
        ofPerson,
        'answer',
        1,
        answer,
      ),
    })
  }
  /** A report to the Guardianship Service, as it stands in the table. */
  const guardianship = ({
    caseId,
    personId,
    createdBy,
  }: {
    caseId: string
    personId: string
    createdBy: string
  }): string => {
    const id = newId()
    add('guardianshipEvent', {
      id,
      caseId,
      personId,
      kind: 'reported',
      form: 'ngo',
      outcome: 'by_phone',
      onWhen: '2026-07-01',
      onFrom: '2026-07-01',
      onTo: '2026-07-01',
      onText: '2026-07-01',
      onBasis: 'document',
      standsOn: '2026-07-01',
      detailsCipher: encrypter.encrypt(
        { kind: 'file', id: caseId },
        'guardianship_event',
        id,
        'details',
        1,
        JSON.stringify({ reference: 'VERZONNEN-1' }),
      ),
      createdBy,
    })
    return id
  }
  const groupSession = (of: { teamId: string; createdBy: string }): string => {
    const id = newId()
    add('groupSession', { id, ...of, topic: 'health', onDay: '2026-03-01', women: 3 })
    return id
  }
  /** A lawyer, a special need, a step towards a return and an answer that was a mistake, as they stand in the tables. */
  const registers = ({
    caseId,
    personId,
    createdBy,
    fields = null,
    groupId = groupSession({ teamId: teamOf(caseId), createdBy }),
  }: {
    caseId: string
    personId: string
    createdBy: string
    /** Own fields that are there already; without them there are new ones. */
    fields?: OwnFieldIds | null
    /** A session of the office that is there already; without it there is a new one. */
    groupId?: string
  }) => {
    const [mandateId, needId, screeningId, matterId] = [newId(), newId(), newId(), newId()]
    const first = (id: string) => ({ id, caseId, subjectId: id, revision: 1, createdBy })
    const cipher = (table: string, id: string, column: string, text: string) =>
      encrypter.encrypt({ kind: 'file', id: caseId }, table, id, column, 1, text)
    add('legalMandate', {
      ...first(mandateId),
      aid: 'second_line',
      whoCipher: cipher('legal_mandate', mandateId, 'who', 'Meester Verzonnen'),
    })
    add('specialNeed', {
      ...first(needId),
      personId,
      needCipher: cipher('special_need', needId, 'need', 'pregnant'),
      source: 'said',
    })
    add('screening', {
      ...first(screeningId),
      personId,
      screenedDay: '2026-03-01',
      levelsCipher: cipher(
        'screening',
        screeningId,
        'levels',
        JSON.stringify(Object.fromEntries(DOMAINS.codes.map((domain) => [domain, 'some']))),
      ),
    })
    add('matterStep', { ...first(matterId), matter: 'voluntary_return', kind: 'informed', doubts: '{}' })
    // An answer that was written down by mistake, so that it covers nothing.
    const consentId = newId()
    add('consent', {
      id: consentId,
      caseId,
      personId,
      createdBy,
      purpose: 'referral',
      recipient: 'named',
      recipientCipher: cipher('consent', consentId, 'recipient', 'Huis Verzonnen'),
      scopes: '{identity}',
      answer: 'refused',
      askedOn: '2026-03-01',
      language: 'ti',
      interpreter: 'present',
      form: 'spoken',
      givenBy: 'self',
      isMinor: false,
    })
    add('consentEnd', { id: newId(), caseId, consentId, createdBy, kind: 'mistake', endedOn: '2026-03-02' })
    add('consent', {
      id: newId(),
      caseId,
      personId,
      createdBy,
      purpose: 'quote',
      recipient: 'house',
      recipientCipher: null,
      scopes: '{}',
      answer: 'given',
      askedOn: '2026-03-01',
      language: 'ti',
      interpreter: 'present',
      form: 'spoken',
      givenBy: 'self',
      isMinor: false,
    })
    const quoteId = newId()
    add('reportQuote', {
      ...first(quoteId),
      personId,
      speaker: 'person',
      saidDay: '2026-03-01',
      wordsCipher: cipher('report_quote', quoteId, 'words', 'Verzonnen woorden.'),
    })
    const [sheetId, contactId, activityId, appointmentId] = [newId(), newId(), newId(), newId()]
    add('sheetGiven', {
      ...first(sheetId),
      sheetCipher: cipher('sheet_given', sheetId, 'sheet', 'data'.padEnd(16)),
      language: 'ti',
      givenOn: '2026-03-01',
    })
    add('safeContact', {
      ...first(contactId),
      personId,
      channel: 'phone',
      owner: 'shared',
      message: 'never',
      detailsCipher: cipher('safe_contact', contactId, 'details', JSON.stringify(CONTACT)),
    })
    add('activity', { ...first(activityId), personId, way: 'office', onDay: '2026-03-01', minutes: 30 })
    const attendanceId = newId()
    add('groupPerson', { ...first(attendanceId), personId, groupId })
    add('appointment', {
      ...first(appointmentId),
      personId,
      kind: 'lawyer',
      onDay: '2026-03-01',
      state: 'kept',
      detailsCipher: cipher('appointment', appointmentId, 'details', JSON.stringify(DETAILS)),
    })
    ownAnswers(
      { caseId, personId, createdBy },
      fields ?? ownFields({ organisationId: organisationOf(createdBy), createdBy }),
    )
    return {
      mandateId,
      needId,
      matterId,
      consentId,
      quoteId,
      sheetId,
      contactId,
      activityId,
      appointmentId,
      groupId,
      attendanceId,
    }
  }
  const assignment = (of: { caseId: string; from: string; to: string; by: string }): string => {
    const id = newId()
    const reasonCipher = encrypter.encrypt(
      { kind: 'file', id: of.caseId },
      'case_assignment',
      id,
      'reason',
      1,
      'Verlof.',
    )
    const { caseId, from: fromStaffId, to: toStaffId, by: assignedBy } = of
    add('caseAssignment', { id, caseId, fromStaffId, toStaffId, reasonCipher, assignedBy })
    return id
  }
  const stay = (of: {
    caseId: string
    personId: string
    placeId: string
    episodeId?: string | null
  }): string => {
    const id = newId()
    add('placeStay', { id, episodeId: null, ...of, since: '2026-03-01' })
    return id
  }
  /** A time in detention with its first order, in words too. */
  const episode = (of: { caseId: string; createdBy: string }): { id: string; eventId: string } => {
    const [id, eventId] = [newId(), newId()]
    const { caseId, createdBy } = of
    add('detentionEpisode', { id, caseId, createdBy, arrestContext: 'police_check' })
    add('detentionEvent', {
      id: eventId,
      caseId,
      episodeId: id,
      kind: 'ordered',
      onWhen: '2026-03-01',
      onFrom: '2026-03-01',
      onTo: '2026-03-01',
      onText: '2026-03-01',
      onBasis: 'document',
      orderKind: 'initial',
      ground: 'art_7',
      byMinister: false,
      publicOrder: false,
      textCipher: encrypter.encrypt(
        { kind: 'file', id: caseId },
        'detention_event',
        eventId,
        'text',
        1,
        'Verzonnen.',
      ),
      authorId: createdBy,
    })
    return { id, eventId }
  }
  const answerOfVisit = (visitId: string, createdBy: string): void => {
    const id = newId()
    add('ownVisitValue', {
      id,
      answerId: id,
      visitId,
      fieldId: ownField({ organisationId: organisationOf(createdBy), createdBy }, 'visit'),
      edition: 1,
      state: 'given',
      cipher: encrypter.encrypt(
        { kind: 'visit', id: visitId },
        'own_visit_value',
        id,
        'answer',
        1,
        'Lege wachtzaal.',
      ),
      createdBy,
    })
  }
  /** A visit with an observation, what that said before, a group without names, and an answer to an own field where who recorded it is given here. */
  const visit = (of: {
    teamId: string
    placeId: string
    createdBy: string
    visitors?: readonly string[]
  }): string => {
    const id = newId()
    const seen = newId()
    const holder = { kind: 'visit', id } as const
    add('visit', {
      id,
      teamId: of.teamId,
      placeId: of.placeId,
      onDate: '2026-03-05',
      createdBy: of.createdBy,
    })
    for (const staffId of new Set(of.visitors ?? [of.createdBy]))
      add('visitVisitor', { visitId: id, staffId })
    add('visitObservation', {
      id: seen,
      visitId: id,
      theme: 'food',
      textCipher: encrypter.encrypt(holder, 'visit_observation', seen, 'text', 1, 'Koude maaltijd.'),
    })
    add('visitGroup', { id: newId(), visitId: id, people: 4 })
    if (employers.has(of.createdBy)) answerOfVisit(id, of.createdBy)
    add('visitRevision', {
      id: newId(),
      visitId: id,
      observationId: seen,
      version: 1,
      textCipher: encrypter.encrypt(holder, 'visit_observation', seen, 'text', 1, 'Warme maaltijd.'),
      replacedBy: of.createdBy,
    })
    return id
  }
  /** A conversation with a topic, a signal, a second account and an older text. */
  const encounter = (of: {
    visitId: string
    caseId: string
    personId: string
    placeId: string
    authorId: string
  }): { id: string; signalId: string } => {
    const id = newId()
    const signalId = newId()
    const holder = { kind: 'file', id: of.caseId } as const
    const noteCipher = encrypter.encrypt(holder, 'encounter', id, 'note', 1, 'Verzonnen gesprek.')
    add('encounter', { id, ...of, metOn: '2026-03-05', position: 1, outcome: 'seen', noteCipher })
    add('encounterItem', { encounterId: id, kind: 'topic', code: 'health', caseId: of.caseId })
    const hanging = { encounterId: id, caseId: of.caseId, outcome: 'not_seen' }
    const account = newId()
    add('encounterAccount', {
      ...hanging,
      id: account,
      noteCipher: encrypter.encrypt(holder, 'encounter_account', account, 'note', 1, 'Ook verzonnen.'),
      authorId: of.authorId,
    })
    add('encounterRevision', { ...hanging, id: newId(), version: 1, codes: [], replacedBy: of.authorId })
    add('signal', {
      id: signalId,
      encounterId: id,
      caseId: of.caseId,
      code: 'suicide_risk',
      severity: 'critical',
      raisedBy: of.authorId,
    })
    return { id, signalId }
  }
  /** A review of one file, not decided yet. */
  const review = (of: { staffId: string; caseId: string }): string => {
    const id = newId()
    add('review', { id, staffId: of.staffId })
    add('reviewItem', { reviewId: id, ...of, position: 1, reason: 'rest' })
    return id
  }
  /** A hand-over in preparation, with one file in it. */
  const handover = (of: {
    teamId: string
    fromStaffId: string
    createdBy: string
    caseId: string
  }): string => {
    const id = newId()
    const { teamId, fromStaffId, createdBy, caseId } = of
    add('handover', { id, teamId, fromStaffId, createdBy, kind: 'permanent' })
    const noteCipher = encrypter.encrypt(
      { kind: 'file', id: caseId },
      'handover_item',
      id,
      'note',
      1,
      'Verzonnen.',
    )
    add('handoverItem', { handoverId: id, caseId, position: 1, noteCipher })
    return id
  }
  /** A planned visit of next week, published unless said otherwise, with the people who are to be seen. */
  const plan = (of: {
    teamId: string
    placeId: string
    createdBy: string
    state?: 'draft' | 'published' | 'cancelled'
    onDate?: string
    startsAt?: string | null
    endsAt?: string | null
    visitors?: readonly string[]
    /** Named once and taken off again. */
    takenOff?: readonly string[]
    people?: readonly { caseId: string; personId: string }[]
  }): string => {
    const id = newId()
    add('visitPlan', {
      id,
      teamId: of.teamId,
      placeId: of.placeId,
      onDate:
        of.onDate ??
        minutes(7 * 24 * 60)
          .toISOString()
          .slice(0, 10),
      startsAt: of.startsAt ?? null,
      endsAt: of.endsAt ?? null,
      state: of.state ?? 'published',
      createdBy: of.createdBy,
    })
    for (const staffId of new Set(of.visitors ?? [of.createdBy]))
      add('visitPlanVisitor', { planId: id, staffId, goes: true })
    for (const staffId of of.takenOff ?? []) add('visitPlanVisitor', { planId: id, staffId, goes: false })
    for (const [index, person] of (of.people ?? []).entries())
      add('visitPlanPerson', { planId: id, ...person, position: index + 1 })
    return id
  }
  const wish = (of: { caseId: string; personId: string; authorId: string }): string => {
    const id = newId()
    add('visitWish', { id, ...of })
    return id
  }
  const closure = (of: {
    organisationId: string
    placeId: string
    createdBy: string
    fromDay: string
    untilDay: string
  }): string => {
    const id = newId()
    add('centreClosure', { id, ...of, reason: 'works' })
    return id
  }
  /** A calendar address and its secret. */
  const feed = (
    staffId: string,
    { revoked = false, deadlines = false }: { revoked?: boolean; deadlines?: boolean } = {},
  ): string => {
    const secret = newToken()
    add('calendarFeed', {
      id: newId(),
      staffId,
      secretHash: hashToken(secret),
      revokedAt: revoked ? minutes(-1) : null,
      deadlines,
    })
    return secret
  }
  const draft = (staffId: string): void => {
    const [iv, cipher] = [new Uint8Array(12), new Uint8Array(40)]
    add('draft', { staffId, slot: '0'.repeat(64), tab: newId(), iv, cipher, revision: 1 })
  }
  const auditLog = (of: { actorId: string; event: string; caseId: string | null }): void => {
    add('auditEvent', { id: newId(), at: minutes(-5), actorKind: 'staff', txid: 0, detail: {}, ...of })
  }

  return {
    add,
    organisation,
    place,
    team,
    staff,
    session,
    tokenFor,
    file,
    member,
    glass,
    person,
    note,
    noteRevision,
    former,
    task,
    goal,
    hold,
    request,
    retentionRule,
    newerFigure,
    nameRuling,
    project,
    partner,
    incoming,
    reportedMistake,
    fileClosing: closing,
    summary,
    attachment,
    referral,
    trafficking,
    comment,
    relatedFile,
    assignment,
    stay,
    episode,
    visit,
    encounter,
    review,
    handover,
    plan,
    wish,
    closure,
    rule,
    ruling,
    deadline,
    asylum,
    registers,
    ownFields,
    groupSession,
    guardianship,
    feed,
    auditLog,
    draft,
    /** Writes what was given since the last save. */
    save: async (owner: pg.Client): Promise<void> => {
      const { rows: wrappedKey } = encrypter
      const all =
        wrappedKey.length > 0
          ? { ...rows, wrappedKey: [...(rows.wrappedKey ?? []), ...wrappedKey.map((row) => ({ ...row }))] }
          : rows
      rows = {}
      encrypter = openEncrypter()
      await insertRows(owner, all)
    },
  }
}
export type Given = ReturnType<typeof openGiven>
