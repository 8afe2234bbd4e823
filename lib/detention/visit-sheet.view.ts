import { SEVERITIES, type Severity } from '@/lib/cases/severity.rules'
import type { ContactRule } from '@/lib/contacts/contact.view'
import { countryName, languageName } from '@/lib/people/country.rules'
import { initialsOf } from '@/lib/people/name.rules'
import { INTERPRETERS, type Interpreter, MODES, type Mode } from './conversation.rules'
import type { Entry, OpenEncounter } from './entry.data'
import {
  type AccreditationState,
  accreditationOn,
  LISTS,
  OUTCOMES,
  type Outcome,
  type Part,
} from './visit.rules'
import { labelIn, toHeader, type VisitCard } from './visit.view'
import type { VisitSheetRow, VisitWordRow } from './visit-sheet.data'

export type SheetSignal = {
  readonly id: string
  readonly label: string
  readonly severity: Severity
  readonly note: string
  readonly isAnswered: boolean
}
/** What one colleague told of a conversation. */
export type SheetAccount = {
  readonly id: string
  readonly version: number
  readonly author: string
  readonly outcome: Outcome
  readonly note: string
  readonly isEdited: boolean
}
export type SheetEncounter = {
  readonly id: string
  readonly code: string
  readonly initials: string
  readonly outcome: Outcome
  readonly mode: Mode
  readonly isAgain: boolean
  readonly metAt: string | null
  readonly language: string | null
  readonly interpreter: Interpreter | null
  readonly actions: readonly string[]
  readonly topics: readonly string[]
  readonly requests: readonly string[]
  readonly signals: readonly SheetSignal[]
  /** How the person is reached without harm today; without a number. */
  readonly contacts: readonly ContactRule[]
  /** The first one and those that colleagues put beside it. */
  readonly accounts: readonly [SheetAccount, ...SheetAccount[]]
}
/** An older text: who replaced it, and when. */
export type SheetRevision = {
  readonly id: string
  readonly by: string
  readonly at: Date
  readonly text: string
  readonly people: number | null
}
export type VisitSheet = Omit<VisitCard, 'seen' | 'unnamed' | 'openSignals' | 'openCritical'> & {
  readonly version: number
  readonly team: string
  readonly encounters: readonly SheetEncounter[]
  readonly groups: readonly {
    readonly id: string
    readonly version: number
    readonly people: number
    readonly countryCode: string
    readonly country: string | null
    readonly note: string
    readonly author: string | null
    readonly revisions: readonly SheetRevision[]
  }[]
  readonly observations: readonly {
    readonly id: string
    readonly version: number
    readonly theme: string
    readonly text: string
    readonly author: string | null
    readonly revisions: readonly SheetRevision[]
  }[]
  /** Visitors who were not accredited for the centre on the day. */
  readonly unaccredited: readonly {
    readonly name: string
    readonly current: Exclude<AccreditationState, { kind: 'valid' }>
  }[]
}

type Said = (part: Part, code: string) => string

export const toSaid = (words: readonly VisitWordRow[], locale: string): Said => {
  const labels = new Map(words.map((word) => [`${word.list} ${word.code}`, labelIn(word, locale)]))
  return (part, code) => labels.get(`${LISTS[part]} ${code}`) ?? code
}

export const toSheetEncounter = (
  row: Omit<OpenEncounter, 'metOn'> & { readonly contacts?: readonly ContactRule[] },
  said: Said,
  locale: string,
): SheetEncounter => {
  const pick = (kind: string, part: Part) =>
    row.items.filter((item) => item.kind === kind).map((item) => said(part, item.code))
  return {
    id: row.id,
    code: row.file.code,
    initials: initialsOf(row.name),
    outcome: OUTCOMES.read(row.outcome),
    mode: MODES.read(row.mode),
    isAgain: row.isAgain,
    metAt: row.metAt,
    language: row.language === null ? null : languageName(row.language, locale),
    interpreter: INTERPRETERS.readOrNull(row.interpreter),
    actions: pick('action', 'actions'),
    topics: pick('topic', 'topics'),
    requests: pick('request', 'requests'),
    signals: row.signals.map((signal) => ({
      id: signal.id,
      label: said('signals', signal.code),
      severity: SEVERITIES.read(signal.severity),
      note: signal.note,
      isAnswered: signal.answeredAt !== null,
    })),
    contacts: row.contacts ?? [],
    accounts: [
      {
        id: row.id,
        version: row.version,
        author: row.author.name,
        outcome: OUTCOMES.read(row.ownOutcome ?? row.outcome),
        note: row.note,
        isEdited: row.editedAt !== null,
      },
      ...row.accounts.map(({ id, version, author, outcome, note, editedAt }) => ({
        id,
        version,
        author: author.name,
        outcome: OUTCOMES.read(outcome),
        note,
        isEdited: editedAt !== null,
      })),
    ],
  }
}

export const toVisitSheet = (
  row: VisitSheetRow,
  words: readonly VisitWordRow[],
  { actorId, locale }: { readonly actorId: string; readonly locale: string },
): VisitSheet => {
  const said = toSaid(words, locale)
  const revisionsOf = (id: string): SheetRevision[] =>
    row.revisions
      .filter(({ observationId, groupId }) => observationId === id || groupId === id)
      .map((one) => ({
        id: one.id,
        by: one.replacer.name,
        at: one.replacedAt,
        text: one.text,
        people: one.people,
      }))
  return {
    ...toHeader(row, actorId, locale),
    version: row.version,
    team: row.team.name,
    encounters: row.encounters.map((encounter) => toSheetEncounter(encounter, said, locale)),
    groups: row.groups.map(({ id, version, people, country, note, author }) => ({
      id,
      version,
      people,
      countryCode: country ?? '',
      country: country === null ? null : countryName(country, locale),
      note,
      author: author?.name ?? null,
      revisions: revisionsOf(id),
    })),
    observations: row.observations.map(({ id, version, theme, text, author }) => ({
      id,
      version,
      theme: said('themes', theme),
      text,
      author: author?.name ?? null,
      revisions: revisionsOf(id),
    })),
    unaccredited: row.visitors.flatMap(({ staff }) => {
      const current = accreditationOn(
        row.onDate,
        row.accreditations.filter(({ staffId }) => staffId === staff.id),
      )
      return current.kind === 'valid' ? [] : [{ name: staff.name, current }]
    }),
  }
}

export type EntryRevision = SheetRevision & {
  readonly author: string
  readonly outcome: Outcome
  /** The chips of then, in words. */
  readonly chips: readonly string[]
}

const PARTS: Readonly<Record<string, Part>> = { topic: 'topics', action: 'actions', request: 'requests' }

/** One conversation with its history, for the page that corrects it. */
export const toEntryView = (entry: Entry, words: readonly VisitWordRow[], locale: string) => {
  const said = toSaid(words, locale)
  const codes = (kind: string) => entry.items.filter((item) => item.kind === kind).map(({ code }) => code)
  return {
    onDate: entry.metOn,
    centre: labelIn(entry.place, locale),
    canEdit: entry.canEdit,
    encounter: toSheetEncounter(entry, said, locale),
    fields: {
      metAt: entry.metAt ?? '',
      language: entry.language ?? '',
      topics: codes('topic'),
      actions: codes('action'),
      requests: codes('request'),
    },
    revisions: entry.revisions.map(
      (one): EntryRevision => ({
        id: one.id,
        by: one.replacer.name,
        at: one.replacedAt,
        text: one.note,
        people: null,
        author: one.account?.author.name ?? entry.author.name,
        outcome: OUTCOMES.read(one.outcome),
        chips: one.codes.flatMap((text) => {
          const [kind = '', code = ''] = text.split(':')
          const part = PARTS[kind]
          return part === undefined ? [] : [said(part, code)]
        }),
      }),
    ),
  }
}
export type EntryView = ReturnType<typeof toEntryView>
