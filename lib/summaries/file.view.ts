import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { EpisodeView } from '@/lib/detention/episode.view'
import type { EventRow as GuardianshipRow } from '@/lib/guardianship/event.data'
import type { Referral } from '@/lib/referrals/referral.data'
import type { Day } from '@/lib/shared/dates'
import type { Goal } from '@/lib/tasks/goal.data'
import { progressOf } from '@/lib/tasks/goal.rules'
import type { Task } from '@/lib/tasks/task.data'
import { type Beside, type NameOf, toMandates, toMatters, toNeeds } from './beside.view'
import { each, facts, type Items, type PlaceRow, row, some, toPlace } from './fact.rules'
import { toGuardianship } from './guardianship.view'
import { type OwnRow, toOwn, toOwnSensitive } from './own.view'
import { type Mark, toIdentity, toPresent, toRelatives } from './person.view'
import { type Procedure, toDeadline, toDetention, toIncidents, toProcedure } from './procedure.view'
import type { Fact, Part } from './redact.rules'
import { toReferrals } from './referral.view'
import type { Contact } from './value.rules'

export type ContactRow = {
  readonly contact: Contact
  readonly on: Day
  /** Of a visit. */
  readonly place: PlaceRow | null
  readonly by: string
}
export type SummaryFile = Procedure &
  Beside & {
    readonly caseHeader: CaseHeader
    readonly marks: readonly Mark[]
    readonly episodes: readonly EpisodeView[]
    /** Every row that was ever written. */
    readonly guardianship: readonly GuardianshipRow[]
    /** Open ones. */
    readonly deadlines: readonly Deadline[]
    readonly referrals: readonly Pick<Referral, 'row' | 'steps'>[]
    readonly goals: readonly Goal[]
    readonly tasks: readonly Task[]
    /** The latest first. */
    readonly contacts: readonly ContactRow[]
    readonly own: readonly OwnRow[]
  }

const toPlan = ({ caseHeader: sheet, goals, tasks }: SummaryFile): Items => [
  ...facts(
    ...some(sheet.nextStep, ({ text }) => ({ piece: 'nextStep', value: { kind: 'text', text } })),
    ...some(sheet.nextStep?.on, (on) => ({ piece: 'nextStepOn', value: { kind: 'day', on } })),
  ),
  ...goals
    .filter(({ state }) => state === 'open')
    .flatMap(({ id, text }) =>
      facts(
        { piece: 'goal', value: { kind: 'text', text } },
        { piece: 'progress', value: { kind: 'progress', ...progressOf(id, tasks) } },
      ),
    ),
  ...tasks
    .filter(({ done }) => done === null)
    .map(({ text, dueOn, assignee }) =>
      row(
        { piece: 'step', value: { kind: 'text', text } },
        ...some(dueOn, (on) => ({ piece: 'stepOn', value: { kind: 'day', on } })),
        { piece: 'stepBy', value: { kind: 'staff', text: assignee } },
      ),
    ),
]

/** That there was contact, when and where; never what was said. */
const toContacts = (contacts: readonly ContactRow[]): Items =>
  contacts.map(({ contact, on, place, by }) =>
    row(
      { piece: 'contact', value: { kind: 'contact', contact } },
      { piece: 'contactOn', value: { kind: 'day', on } },
      ...some(place, (at) => ({ piece: 'contactPlace', value: toPlace(at) })),
      { piece: 'contactBy', value: { kind: 'staff', text: by } },
    ),
  )

const toSignals = ({ caseHeader: sheet, episodes }: SummaryFile): Items => [
  ...facts(
    ...each(sheet.signals, ({ code }) => ({
      piece: 'signal',
      value: { kind: 'listed', list: 'concern_type', code },
    })),
  ),
  ...toIncidents(episodes),
]

const nameOf =
  ({ caseHeader: { people } }: SummaryFile): NameOf =>
  (personId) =>
    people.length < 2 ? null : (people.find(({ id }) => id === personId)?.names[0]?.text ?? null)

/** Everything a summary could say of a file, piece by piece; what of it stands on paper is decided by redact.rules.ts. */
export const toParts = (file: SummaryFile, today: Day): Part<Fact>[] => [
  { section: 'identity', items: toIdentity(file.caseHeader, file.marks, today) },
  { section: 'present', items: toPresent(file.caseHeader) },
  { section: 'procedure', items: toProcedure(file) },
  { section: 'mandates', items: toMandates(file, today) },
  { section: 'needs', items: toNeeds(file, nameOf(file)) },
  { section: 'matters', items: toMatters(file, nameOf(file)) },
  { section: 'guardianship', items: toGuardianship(file.guardianship, nameOf(file)) },
  { section: 'detention', items: toDetention(file.episodes) },
  { section: 'deadlines', items: file.deadlines.flatMap(toDeadline) },
  { section: 'plan', items: toPlan(file) },
  { section: 'contacts', items: toContacts(file.contacts) },
  { section: 'signals', items: toSignals(file) },
  { section: 'people', items: toRelatives(file.caseHeader, today) },
  { section: 'referrals', items: toReferrals(file.referrals) },
  { section: 'own', items: toOwn(file.own, nameOf(file)) },
  { section: 'own_sensitive', items: toOwnSensitive(file.own, nameOf(file)) },
]
