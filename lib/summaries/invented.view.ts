import { MESSAGES } from '@/lib/contacts/contact.rules'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import type { Edition } from '@/lib/fields/field.rules'
import { makeAgeClaim } from '@/lib/people/age.rules'
import { PERSON_FIELD_NAMES, PERSON_FIELDS } from '@/lib/people/person-field.rules'
import { ANSWER_PIECES } from './level.rules'
import type { Fact } from './redact.rules'

/** An invented person: what a file could say of them, every piece once. Previews of letters and the tests of the levels are made of it. */
export type Invented = {
  readonly text: string
  readonly day: string
  readonly country: string
  readonly years: number
}

const UNTOLD: Omit<DetentionEvent, 'id' | 'kind' | 'on'> = {
  at: null,
  replaces: null,
  withdrawnBecause: null,
  sameAs: null,
  orderKind: null,
  ground: null,
  printedEnd: null,
  byMinister: false,
  publicOrder: false,
  court: null,
  petitionOutcome: null,
  removalKind: null,
  removalOutcome: null,
  destination: null,
  escort: null,
  isolationGround: null,
  channel: null,
  endReason: null,
  phase: null,
  heardOn: null,
  servedOn: null,
  force: null,
  injuries: null,
  isolationRegime: null,
  doctorDaily: null,
  toldTo: [],
}
const inventedEdition = (text: string): Edition => ({
  edition: 1,
  state: 'live',
  labels: { en: text },
  help: {},
  section: {},
  part: 'overview',
  position: 10,
  required: 'optional',
  level: 'never',
  offices: [],
  kinds: [],
  nationalities: [],
  conditions: [],
  options: [],
  because: text,
  undoes: null,
  publishedAt: new Date(0),
})

const heldEvent = (day: string, country: string): DetentionEvent => ({
  ...UNTOLD,
  id: 'e',
  kind: 'removal_planned',
  on: { form: 'exact', day },
  at: '14:30',
  printedEnd: day,
  removalKind: 'repatriation',
  destination: country,
})

const ownAnswer = (text: string): Extract<Fact['value'], { kind: 'own' }> => {
  const now = inventedEdition(text)
  return {
    kind: 'own',
    field: { type: 'short', decimals: 0, now, editions: [now] },
    edition: 1,
    answer: { state: 'given', codes: [], text },
    named: null,
  }
}

/** One fact of every piece of the table, all about the same person. */
export const everyFact = ({ text, day, country, years }: Invented): Fact[] => {
  const claim = makeAgeClaim({
    basis: 'said',
    what: { form: 'age', from: years, to: years },
    asOf: day,
  })
  const labels = { labelEn: text, labelFr: text, labelNl: text, labelDe: text }
  const title = { en: 'Appeal', fr: 'Recours', nl: 'Beroep', de: 'Beschwerde' }
  const when = { form: 'exact', day } as const
  const on = { kind: 'day', on: day } as const
  const event = heldEvent(day, country)
  return [
    { piece: 'name', value: { kind: 'name', text } },
    { piece: 'otherName', value: { kind: 'name', text } },
    { piece: 'mark', value: { kind: 'text', text } },
    { piece: 'fileCode', value: { kind: 'code', text } },
    { piece: 'age', value: { kind: 'age', claim, today: '2026-11-25' } },
    { piece: 'minority', value: { kind: 'minority', status: 'disputed' } },
    {
      piece: 'nationality',
      value: { kind: 'nationality', country, certainty: 'said', since: day, until: null },
    },
    { piece: 'origin', value: { kind: 'country', country, certainty: 'said' } },
    { piece: 'language', value: { kind: 'language', language: 'ti', level: 'fluent' } },
    ...PERSON_FIELD_NAMES.codes.map(
      (field): Fact => ({
        piece: ANSWER_PIECES[field],
        value: { kind: 'answer', field, code: PERSON_FIELDS[field].answers.codes[0] },
      }),
    ),
    { piece: 'fileKind', value: { kind: 'listed', list: 'case_kind', code: 'detention' } },
    { piece: 'status', value: { kind: 'listed', list: 'case_status', code: 'active' } },
    { piece: 'openedOn', value: on },
    { piece: 'place', value: { kind: 'place', of: 'closed_centre', labels } },
    { piece: 'placeSince', value: on },
    { piece: 'reachOf', value: { kind: 'name', text } },
    {
      piece: 'reachRule',
      value: { kind: 'reach', channel: 'phone', owner: 'shared', message: MESSAGES.read('never') },
    },
    { piece: 'reachAt', value: { kind: 'code', text } },
    { piece: 'reachSay', value: { kind: 'text', text } },
    { piece: 'reachHours', value: { kind: 'text', text } },
    { piece: 'worker', value: { kind: 'staff', text } },
    { piece: 'office', value: { kind: 'office', text } },
    { piece: 'way', value: { kind: 'way', way: 'border' } },
    { piece: 'sequence', value: { kind: 'ordinal', number: 2 } },
    { piece: 'state', value: { kind: 'asylumState', state: 'refused' } },
    {
      piece: 'event',
      value: { kind: 'asylumEvent', event: { kind: 'appeal', outcome: null, form: 'full' } },
    },
    { piece: 'eventOn', value: { kind: 'when', when: { form: 'about', of: when } } },
    { piece: 'notifiedOn', value: on },
    { piece: 'eventCountry', value: { kind: 'country', country, certainty: '' } },
    { piece: 'document', value: { kind: 'document', document: 'annex_26' } },
    { piece: 'issuedOn', value: on },
    { piece: 'expiresOn', value: on },
    { piece: 'reception', value: { kind: 'listed', list: 'reception_place_type', code: 'lri' } },
    { piece: 'receptionFrom', value: on },
    { piece: 'code207', value: { kind: 'listed', list: 'code_207_status', code: 'assigned' } },
    { piece: 'lawyer', value: { kind: 'name', text } },
    { piece: 'aid', value: { kind: 'aid', aid: 'second_line' } },
    { piece: 'mandateState', value: { kind: 'mandateState', state: 'waits' } },
    { piece: 'aidAskedOn', value: on },
    { piece: 'aidGrantedOn', value: on },
    { piece: 'mandateEndedOn', value: on },
    { piece: 'mandateEnd', value: { kind: 'mandateEnd', reason: 'replaced' } },
    { piece: 'need', value: { kind: 'listed', list: 'vulnerability', code: 'torture_violence' } },
    { piece: 'needOf', value: { kind: 'name', text } },
    { piece: 'needSource', value: { kind: 'needSource', source: 'said' } },
    { piece: 'needSince', value: { kind: 'when', when } },
    { piece: 'needTold', value: { kind: 'authority', authority: 'cgrs' } },
    { piece: 'needToldOn', value: on },
    { piece: 'needAnswer', value: { kind: 'needAnswer', answer: 'granted' } },
    { piece: 'needAnsweredOn', value: on },
    { piece: 'needEndedOn', value: on },
    { piece: 'matter', value: { kind: 'matter', matter: 'voluntary_return', step: 'applied' } },
    { piece: 'matterOn', value: { kind: 'when', when } },
    { piece: 'matterFor', value: { kind: 'name', text } },
    { piece: 'programme', value: { kind: 'programme', programme: 'iom' } },
    { piece: 'doubt', value: { kind: 'doubt', doubt: 'afraid' } },
    { piece: 'minorName', value: { kind: 'name', text } },
    { piece: 'guardianState', value: { kind: 'guardianState', state: 'reported' } },
    { piece: 'guardian', value: { kind: 'name', text } },
    { piece: 'guardianPhone', value: { kind: 'code', text } },
    { piece: 'guardianSince', value: { kind: 'when', when } },
    {
      piece: 'guardianEvent',
      value: { kind: 'guardianEvent', event: { kind: 'reported', outcome: null, form: null } },
    },
    { piece: 'guardianEventOn', value: { kind: 'when', when } },
    {
      piece: 'disappearance',
      value: { kind: 'guardianEvent', event: { kind: 'missing', outcome: null, form: null } },
    },
    { piece: 'disappearanceOn', value: { kind: 'when', when } },
    { piece: 'heldState', value: { kind: 'heldState', state: 'held' } },
    { piece: 'heldGround', value: { kind: 'listed', list: 'detention_legal_ground', code: 'art_7' } },
    { piece: 'heldSince', value: on },
    { piece: 'heldUntil', value: on },
    { piece: 'heldDays', value: { kind: 'days', days: 61 } },
    { piece: 'heldEvent', value: { kind: 'held', event } },
    { piece: 'heldEventOn', value: { kind: 'when', when: { form: 'between', from: when, to: when } } },
    { piece: 'deadline', value: { kind: 'title', title } },
    { piece: 'dueOn', value: on },
    { piece: 'meaning', value: { kind: 'meaning', meaning: 'act' } },
    { piece: 'noDate', value: { kind: 'noDate', reason: 'toConfirm' } },
    { piece: 'between', value: { kind: 'window', window: { earliest: day, latest: day } } },
    {
      piece: 'conflict',
      value: { kind: 'conflict', letter: day, rule: { earliest: day, latest: day }, days: 3 },
    },
    { piece: 'counted', value: { kind: 'steps', steps: [{ code: 'dayCounted', on: day }] } },
    { piece: 'rule', value: { kind: 'rule', article: 'art. 39/57', status: 'verified' } },
    { piece: 'nextStep', value: { kind: 'text', text } },
    { piece: 'nextStepOn', value: on },
    { piece: 'goal', value: { kind: 'text', text } },
    { piece: 'progress', value: { kind: 'progress', steps: 3, done: 1 } },
    { piece: 'step', value: { kind: 'text', text } },
    { piece: 'stepOn', value: on },
    { piece: 'stepBy', value: { kind: 'staff', text } },
    { piece: 'contact', value: { kind: 'contact', contact: 'visit' } },
    { piece: 'contactOn', value: on },
    { piece: 'contactPlace', value: { kind: 'place', of: 'closed_centre', labels } },
    { piece: 'contactBy', value: { kind: 'staff', text } },
    { piece: 'signal', value: { kind: 'listed', list: 'concern_type', code: 'health' } },
    { piece: 'incident', value: { kind: 'held', event } },
    { piece: 'incidentOn', value: { kind: 'when', when } },
    { piece: 'role', value: { kind: 'role', role: 'family_member' } },
    { piece: 'relativeName', value: { kind: 'name', text } },
    { piece: 'relativeAge', value: { kind: 'age', claim, today: '2026-11-25' } },
    { piece: 'referralTo', value: { kind: 'text', text } },
    { piece: 'referralKind', value: { kind: 'referralKind', of: 'health' } },
    { piece: 'referralState', value: { kind: 'referralState', state: 'told' } },
    { piece: 'referralOn', value: on },
    { piece: 'ownOf', value: { kind: 'name', text } },
    { piece: 'ownKnown', value: ownAnswer(text) },
    { piece: 'ownWholeOf', value: { kind: 'name', text } },
    { piece: 'ownWhole', value: ownAnswer(text) },
    { piece: 'ownSensitiveOf', value: { kind: 'name', text } },
    { piece: 'ownSensitive', value: ownAnswer(text) },
  ]
}
