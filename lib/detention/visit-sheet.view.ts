import { bySeverity, SEVERITIES } from '@/lib/cases/severity.rules'
import { labelIn } from '@/lib/cases/word.view'
import type { ContactRule } from '@/lib/contacts/contact.view'
import { countryName, languageName } from '@/lib/people/country.rules'
import { initialsOf } from '@/lib/people/name.rules'
import { INTERPRETERS, MODES } from './conversation.rules'
import type { Entry, OpenEncounter } from './entry.data'
import { OUTCOMES, type Outcome } from './outcome.rules'
import { accreditationOn, LISTS, type Part } from './visit.rules'
import { toHeader } from './visit.view'
import type { VisitSheetRow, VisitWordRow } from './visit-sheet.data'

/** An older text: who replaced it, and when. */
export type SheetRevision = {
  readonly id: string
  readonly by: string
  readonly at: Date
  readonly text: string
  readonly people: number | null
}

type Said = (part: Part, code: string) => string
/** Whose screen it is; in discreet mode with initials instead of names. */
type Reader = { readonly locale: string; readonly isDiscreet: boolean }

export const toSaid = (words: readonly VisitWordRow[], locale: string): Said => {
  const labels = new Map(words.map((word) => [`${word.list} ${word.code}`, labelIn(word, locale)]))
  return (part, code) => labels.get(`${LISTS[part]} ${code}`) ?? code
}

/** What one colleague told of a conversation. */
const toAccount = ({ id, version, author, outcome, note, editedAt }: OpenEncounter['accounts'][number]) => ({
  id,
  version,
  author: author.name,
  outcome: OUTCOMES.read(outcome),
  note,
  isEdited: editedAt !== null,
})
export type SheetAccount = ReturnType<typeof toAccount>

export const toSheetEncounter = (
  row: Omit<OpenEncounter, 'metOn'> & { readonly contacts?: readonly ContactRule[] },
  said: Said,
  { locale, isDiscreet }: Reader,
) => {
  const pick = (kind: string, part: Part) =>
    row.items.filter((item) => item.kind === kind).map((item) => said(part, item.code))
  /** The first one and those that colleagues put beside it. */
  const accounts: readonly [SheetAccount, ...SheetAccount[]] = [
    toAccount({ ...row, outcome: row.ownOutcome ?? row.outcome }),
    ...row.accounts.map(toAccount),
  ]
  return {
    id: row.id,
    caseId: row.caseId,
    code: row.file.code,
    /** Null in discreet mode: the name does not come to the device then. */
    full: isDiscreet ? null : row.name,
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
    /** Those that wait for an answer first, the worst of them first of all. */
    signals: row.signals
      .map((signal) => ({
        id: signal.id,
        label: said('signals', signal.code),
        severity: SEVERITIES.read(signal.severity),
        note: signal.note,
        isAnswered: signal.answeredAt !== null,
        raisedAt: signal.raisedAt,
        raiser: signal.raiser.name,
      }))
      .sort((a, b) => Number(a.isAnswered) - Number(b.isAnswered) || bySeverity(a, b)),
    /** How the person is reached without harm today; without a number. */
    contacts: row.contacts ?? [],
    accounts,
  }
}
export type SheetEncounter = ReturnType<typeof toSheetEncounter>
export type SheetSignal = SheetEncounter['signals'][number]

export const isLoud = ({ severity }: Pick<SheetSignal, 'severity'>): boolean =>
  severity === 'critical' || severity === 'serious'
/** Whether something dangerous was raised that no one has answered: such a person is never folded away. */
export const isUrgent = ({ signals }: Pick<SheetEncounter, 'signals'>): boolean =>
  signals.some((signal) => !signal.isAnswered && isLoud(signal))

export const toVisitSheet = (
  row: VisitSheetRow,
  words: readonly VisitWordRow[],
  { actorId, ...reader }: Reader & { readonly actorId: string },
) => {
  const { locale } = reader
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
    /** With their number on the visit; first those of whom something dangerous waits for an answer. */
    encounters: row.encounters
      .map((encounter, index) => ({ number: index + 1, ...toSheetEncounter(encounter, said, reader) }))
      .sort((a, b) => Number(isUrgent(b)) - Number(isUrgent(a))),
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
    /** Visitors who were not accredited for the centre on the day. */
    unaccredited: row.visitors.flatMap(({ staff }) => {
      const current = accreditationOn(
        row.onDate,
        row.accreditations.filter(({ staffId }) => staffId === staff.id),
      )
      return current.kind === 'valid' ? [] : [{ name: staff.name, current }]
    }),
  }
}
export type VisitSheet = ReturnType<typeof toVisitSheet>

export type EntryRevision = SheetRevision & {
  readonly author: string
  readonly outcome: Outcome
  /** The chips of then, in words. */
  readonly chips: readonly string[]
}

const PARTS: Readonly<Record<string, Part>> = { topic: 'topics', action: 'actions', request: 'requests' }

/** One conversation with its history, for the page that corrects it. */
export const toEntryView = (entry: Entry, words: readonly VisitWordRow[], reader: Reader) => {
  const { locale } = reader
  const said = toSaid(words, locale)
  const codes = (kind: string) => entry.items.filter((item) => item.kind === kind).map(({ code }) => code)
  return {
    onDate: entry.metOn,
    centre: labelIn(entry.place, locale),
    canEdit: entry.canEdit,
    encounter: toSheetEncounter(entry, said, reader),
    fields: {
      metAt: entry.metAt ?? '',
      language: entry.language ?? '',
      topics: codes('topic'),
      actions: codes('action'),
      requests: codes('request'),
      projectId: entry.projectId ?? '',
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
