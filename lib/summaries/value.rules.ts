import type { AsylumEvent } from '@/lib/asylum/event.rules'
import type { MANDATE_ENDS, Mandate, MandateState } from '@/lib/asylum/mandate.rules'
import type { DOUBTS, Matter, Step as MatterStep, PROGRAMMES } from '@/lib/asylum/matter.rules'
import type { Authority, NEED_ANSWERS, NEED_SOURCES } from '@/lib/asylum/need.rules'
import type { State } from '@/lib/asylum/state.rules'
import type { DocumentKind } from '@/lib/asylum/stay.rules'
import type { Way } from '@/lib/asylum/vocabulary.rules'
import type { FileRole } from '@/lib/cases/file-people.rules'
import type { CHANNELS, MESSAGES, OWNERS } from '@/lib/contacts/contact.rules'
import type { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import type { NoDateReason, Window } from '@/lib/deadlines/clock.rules'
import type { Step } from '@/lib/deadlines/step.rules'
import type { Meaning, Status } from '@/lib/deadlines/vocabulary.rules'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import type { EpisodeState } from '@/lib/detention/state.rules'
import type { EventKind } from '@/lib/detention/vocabulary.rules'
import type { FieldChoice } from '@/lib/fields/choice.rules'
import type { Answer, OwnField } from '@/lib/fields/field.rules'
import type { GuardianshipEvent } from '@/lib/guardianship/event.rules'
import type { State as GuardianState } from '@/lib/guardianship/state.rules'
import { type AgeClaim, ageRange } from '@/lib/people/age.rules'
import type { MinorStatus } from '@/lib/people/minority.rules'
import { initialsOf } from '@/lib/people/name.rules'
import type { PersonField } from '@/lib/people/person-field.rules'
import { continentOf } from '@/lib/people/world-region.rules'
import type { ReferralKind, ReferralState } from '@/lib/referrals/referral.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'
import { isKnown, type Point, type When } from '@/lib/shared/when/when.rules'
import { ageBands } from '@/lib/statistics/hierarchy.rules'

/** What a piece of a summary can be. Words are made of it last, in the language of the sheet. */

export const CONTACTS = vocabulary('summaries.contacts', ['visit', 'attempt', 'call', 'meeting'])
export type Contact = CodeOf<typeof CONTACTS>
export type PlaceKind = CodeOf<typeof DETENTION_KINDS> | 'elsewhere'
export type Labels = Readonly<Record<'labelEn' | 'labelFr' | 'labelNl' | 'labelDe', string>>
type InFourLanguages = Readonly<Record<'en' | 'fr' | 'nl' | 'de', string>>

type Named<K extends string> = { readonly kind: K; readonly text: string }

/** An answer to a field of the organisation's own, read with the words of its edition. */
type Own = {
  readonly kind: 'own'
  readonly field: Pick<OwnField, 'type' | 'decimals' | 'now' | 'editions'>
  readonly edition: number
  readonly answer: Answer
  /** The place or the partner that it names. */
  readonly named: FieldChoice | null
}
const TYPED: readonly OwnField['type'][] = ['short', 'long', 'reference', 'contact']

/** As the file has it. */
export type Whole =
  | Named<'name'>
  | Named<'staff'>
  | Named<'office'>
  | Named<'text'>
  | Named<'code'>
  | { readonly kind: 'place'; readonly of: PlaceKind; readonly labels: Labels }
  | { readonly kind: 'day'; readonly on: Day }
  | { readonly kind: 'when'; readonly when: When | null }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'age'; readonly claim: AgeClaim; readonly today: Day }
  | {
      readonly kind: 'nationality'
      readonly country: string
      readonly certainty: string
      readonly since: string | null
      readonly until: string | null
    }
  | { readonly kind: 'country'; readonly country: string; readonly certainty: string }
  | { readonly kind: 'language'; readonly language: string; readonly level: string }
  | { readonly kind: 'held'; readonly event: DetentionEvent }
  | { readonly kind: 'guardianEvent'; readonly event: Pick<GuardianshipEvent, 'kind' | 'outcome' | 'form'> }
  | { readonly kind: 'window'; readonly window: Window }
  | { readonly kind: 'conflict'; readonly letter: Day; readonly rule: Window; readonly days: number }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | Own
  | Vocabulary
/** Words of the application's own closed lists and of its reference data: no one typed them, and they name no one. */
type Vocabulary =
  | { readonly kind: 'minority'; readonly status: Exclude<MinorStatus, 'no'> }
  | { readonly kind: 'answer'; readonly field: PersonField; readonly code: string }
  | {
      readonly kind: 'reach'
      readonly channel: CodeOf<typeof CHANNELS>
      readonly owner: CodeOf<typeof OWNERS>
      readonly message: CodeOf<typeof MESSAGES>
    }
  | { readonly kind: 'listed'; readonly list: string; readonly code: string }
  | { readonly kind: 'way'; readonly way: Way }
  | { readonly kind: 'ordinal'; readonly number: number }
  | { readonly kind: 'asylumState'; readonly state: State }
  | { readonly kind: 'asylumEvent'; readonly event: Pick<AsylumEvent, 'kind' | 'outcome' | 'form'> }
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'aid'; readonly aid: Mandate['aid'] }
  | { readonly kind: 'mandateState'; readonly state: MandateState['state'] }
  | { readonly kind: 'mandateEnd'; readonly reason: CodeOf<typeof MANDATE_ENDS> }
  | { readonly kind: 'needSource'; readonly source: CodeOf<typeof NEED_SOURCES> }
  | { readonly kind: 'authority'; readonly authority: Authority }
  | { readonly kind: 'needAnswer'; readonly answer: CodeOf<typeof NEED_ANSWERS> }
  | { readonly kind: 'matter'; readonly matter: Matter; readonly step: MatterStep }
  | { readonly kind: 'programme'; readonly programme: CodeOf<typeof PROGRAMMES> }
  | { readonly kind: 'doubt'; readonly doubt: CodeOf<typeof DOUBTS> }
  | { readonly kind: 'guardianState'; readonly state: GuardianState }
  | { readonly kind: 'heldState'; readonly state: EpisodeState['code'] }
  | { readonly kind: 'title'; readonly title: InFourLanguages }
  | { readonly kind: 'meaning'; readonly meaning: Meaning }
  | { readonly kind: 'noDate'; readonly reason: NoDateReason }
  | { readonly kind: 'rule'; readonly article: string | null; readonly status: Status }
  | { readonly kind: 'progress'; readonly steps: number; readonly done: number }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'role'; readonly role: FileRole }
  | { readonly kind: 'referralKind'; readonly of: ReferralKind }
  | { readonly kind: 'referralState'; readonly state: ReferralState }
/** What is left of one when a level makes it coarser. */
export type Coarse =
  | Own
  | { readonly kind: 'initials'; readonly text: string }
  | { readonly kind: 'cleared'; readonly text: string }
  | { readonly kind: 'placeKind'; readonly of: PlaceKind }
  | { readonly kind: 'about'; readonly when: When }
  | { readonly kind: 'months'; readonly months: number }
  /** Completed years; no upper end above sixty. */
  | { readonly kind: 'band'; readonly from: number; readonly to: number | null }
  /** UN M49. */
  | { readonly kind: 'continent'; readonly code: string }
  | { readonly kind: 'heldKind'; readonly of: EventKind }
  | { readonly kind: 'guardianKind'; readonly of: GuardianshipEvent['kind'] }
export type Value = Whole | Coarse

const month = (day: Day): Point => ({
  form: 'month',
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
})
const coarsePoint = (point: Point): Point => (point.form === 'exact' ? month(point.day) : point)
const coarseWhen = (when: When | null): When | null => {
  if (!isKnown(when)) return null
  switch (when.form) {
    case 'about':
      return { form: 'about', of: coarsePoint(when.of) }
    case 'between':
      return { form: 'between', from: coarsePoint(when.from), to: coarsePoint(when.to) }
    case 'exact':
    case 'month':
    case 'season':
    case 'year':
      return coarsePoint(when)
  }
}

/** The bands of the statistics (they meet at eighteen); someone between two is in both. */
const bandOf = (claim: AgeClaim, today: Day): { from: number; to: number | null } | null => {
  const range = ageRange(claim, today)
  if (range === null) return null
  const touched = ageBands.filter(([, from, to]) => range.from <= to && from <= range.to)
  const [first, last] = [touched[0], touched.at(-1)]
  return first === undefined || last === undefined
    ? null
    : { from: first[1], to: last[0].endsWith('+') ? null : last[2] }
}

const MAIL = /\S+@\S+/gu
const ADDRESS = /(https?:\/\/|www\.)\S+/giu
// Seven digits or more of any script, however they are grouped: telephone, national and file numbers, and days in figures.
const NUMBER = /\+?\p{Nd}(?:[\s./()-]*\p{Nd}){6,}/gu
export const TAKEN_OUT = '[…]'
/** A text without addresses of mail, pages and telephones. It can still name someone: the page says to read it. */
export const withoutContacts = (text: string): string =>
  text.replace(MAIL, TAKEN_OUT).replace(ADDRESS, TAKEN_OUT).replace(NUMBER, TAKEN_OUT)

const DAYS_OF_MONTH = 30

/** A value made coarser; null where nothing lies between all and nothing, so that nothing is shown. */
export const coarsen = (value: Whole): Coarse | null => {
  switch (value.kind) {
    case 'name':
    case 'staff': {
      const text = initialsOf(value.text)
      return text === '' ? null : { kind: 'initials', text }
    }
    case 'text':
      return { kind: 'cleared', text: withoutContacts(value.text) }
    case 'own':
      return TYPED.includes(value.field.type)
        ? { ...value, answer: { ...value.answer, text: withoutContacts(value.answer.text) } }
        : value
    case 'place':
      return { kind: 'placeKind', of: value.of }
    case 'day':
      return { kind: 'about', when: month(value.on) }
    case 'when': {
      const when = coarseWhen(value.when)
      return when === null ? null : { kind: 'about', when }
    }
    case 'days':
      return { kind: 'months', months: Math.round(value.days / DAYS_OF_MONTH) }
    case 'age': {
      const band = bandOf(value.claim, value.today)
      return band === null ? null : { kind: 'band', ...band }
    }
    case 'nationality':
    case 'country': {
      const code = continentOf(value.country)
      return code === null ? null : { kind: 'continent', code }
    }
    case 'guardianEvent':
      return { kind: 'guardianKind', of: value.event.kind }
    case 'held':
      return { kind: 'heldKind', of: value.event.kind }
    default:
      rest(
        value.kind,
        'code document authority language asylumEvent contact office window conflict steps minority',
        'answer reach listed way ordinal asylumState aid mandateState mandateEnd needSource',
        'needAnswer matter programme doubt guardianState heldState title meaning noDate rule progress',
        'role referralKind referralState',
      )
      return null
  }
}
