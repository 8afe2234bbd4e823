import { useLocale, useTranslations } from 'next-intl'
import { useAgo, useDueLabels } from '@/components/cases/case-labels'
import { useWhyLabels, type Why } from '@/components/cases/why-labels'
import { useFieldLabels } from '@/components/fields/field-labels'
import { usePersonLabels } from '@/components/people/person-labels'
import { formatTime } from '@/components/ui/time'
import type { CaseloadLine } from '@/lib/caseload/caseload.data'
import {
  type Address,
  COLUMNS,
  type ColumnKey,
  type Order,
  writeSearch,
} from '@/lib/caseload/caseload.schema'
import { toDue } from '@/lib/cases/case.rules'
import { properPlace } from '@/lib/cases/place-name.rules'
import { bySeverity } from '@/lib/cases/severity.rules'
import { type Labels, labelIn } from '@/lib/cases/word.view'
import type { OwnCell } from '@/lib/fields/answer-list.data'
import type { OwnField } from '@/lib/fields/field.rules'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, daysBetween, toDay } from '@/lib/shared/dates'

/** A cell: words, or words with a sign. */
export type CellWords = string | Why
export type CellKey = ColumnKey | 'why' | 'due'
export type CaseloadColumn = {
  readonly key: CellKey
  readonly head: string
  readonly sort?: { readonly href: string; readonly state: 'ascending' | 'descending' | 'none' }
  readonly says: (line: CaseloadLine) => CellWords
}

/** The head of a column that orders the list: a second press turns the order round; that of danger has one direction. */
const useSort = (address: Address | null) => (by: Order) => {
  if (address === null) return {}
  const isThis = address.sort.by === by
  const isDown = isThis && !address.sort.isDown && by !== 'danger'
  const state = isThis ? (address.sort.isDown ? 'descending' : 'ascending') : 'none'
  return { sort: { href: writeSearch({ ...address, sort: { by, isDown } }), state } as const }
}

const dayOf = (date: Date | null): Day | null => date && toDay(date)

/**
 * The columns of the caseload after the person, as one line says them. Without an address, as on paper, nothing sorts.
 * @param steps the next steps in words; null where only their days may be said
 */
export const useCaseloadColumns = (
  {
    today,
    labels: words,
    columns,
    steps,
    own = null,
    ownFields = [],
  }: {
    today: Day
    labels: Labels
    columns: readonly ColumnKey[]
    steps: ReadonlyMap<string, string> | null
    own?: ReadonlyMap<string, readonly OwnCell[]> | null
    ownFields?: readonly OwnField[]
  },
  address: Address | null,
): CaseloadColumn[] => {
  const t = useTranslations('caseload')
  const cases = useTranslations('cases')
  const locale = useLocale()
  const dueWords = useDueLabels()
  const ago = useAgo()
  const why = useWhyLabels(words)
  const sort = useSort(address)
  const persons = usePersonLabels()
  const fields = useFieldLabels([])
  // Of another year only what is far off says so: 4 January is the next one.
  const dayWords = (on: Day): string =>
    formatTime(locale, on, Math.abs(daysBetween(today, on)) > 300 ? 'shortInYears' : 'short')
  /** The appointment that comes before the next step. */
  const firstAppointment = ({ nextStepOn, nextAppointmentOn }: CaseloadLine): Day | null => {
    const on = dayOf(nextStepOn)
    return nextAppointmentOn !== null && (on === null || nextAppointmentOn < on) ? nextAppointmentOn : null
  }
  /** The day of the next step, or of the appointment that comes before it. */
  const due = (line: CaseloadLine): CellWords => {
    const on = firstAppointment(line) ?? dayOf(line.nextStepOn)
    if (on === null) return ''
    const { state } = toDue(on, today)
    if (state === 'today') return cases('due.today')
    return state === 'late' ? ['late', dayWords(on)] : dayWords(on)
  }
  const all: Readonly<Record<CellKey, Omit<CaseloadColumn, 'key'>>> = {
    why: { head: t('column.why'), ...sort('danger'), says: (line) => why(line, today) ?? '' },
    person: {
      head: t('column.person'),
      says: ({ people }) =>
        people
          .map(({ person: { ageClaims, nationalities } }) =>
            persons.brief({ ageClaims: toAgeClaims(ageClaims), nationalities }),
          )
          .join('; '),
    },
    place: {
      head: t('column.place'),
      says: ({ stays: [stay] }) =>
        stay === undefined
          ? cases('placeUnknown')
          : properPlace(stay.place.kind, labelIn(stay.place, locale)),
    },
    silence: {
      head: t('column.silence'),
      ...sort('silence'),
      // Their day, since the reason beside it may already count the days.
      says: ({ lastSeenOn }) => {
        const on = dayOf(lastSeenOn)
        return on === null || daysBetween(on, today) < 2 ? ago(on, today) : dayWords(on)
      },
    },
    contact: {
      head: t('column.contact'),
      ...sort('contact'),
      says: ({ lastContactOn }) => ago(dayOf(lastContactOn), today),
    },
    step: {
      head: t('column.step'),
      says: (line) =>
        steps === null
          ? dueWords(dayOf(line.nextStepOn), today).words
          : [firstAppointment(line) === null ? null : t('appointmentFirst'), steps.get(line.id)]
              .flatMap((one) => one || [])
              .join(' · '),
    },
    due: { head: t('column.due'), ...sort('step'), says: due },
    worker: { head: t('column.worker'), says: ({ worker }) => worker.name },
    status: { head: t('column.status'), says: ({ status }) => words.of('case_status', status) },
    missing: {
      head: t('column.missing'),
      says: ({ lacks }) =>
        lacks.length === 0 ? t('complete') : lacks.map((lack) => t(`missing.${lack}`)).join(', '),
    },
    signals: {
      head: t('column.signals'),
      says: ({ signals, secrecy }) =>
        signals.length === 0
          ? cases('noSignals')
          : [...signals]
              .sort(bySeverity)
              .map(({ code }) =>
                secrecy === 'open' ? words.of('concern_type', code) : cases('signal.unanswered'),
              )
              .join(', '),
    },
    own: {
      head: t('column.own'),
      says: ({ id }) =>
        (own?.get(id) ?? [])
          .flatMap(({ fieldId, edition, answer }) => {
            const field = ownFields.find((one) => one.id === fieldId)
            return field === undefined
              ? []
              : [`${fields.name(field)}: ${fields.answer(field, answer, edition)}`]
          })
          .join(' · '),
    },
  }
  const shown = COLUMNS.codes.filter((column) => columns.includes(column))
  const keys = shown.flatMap((key): CellKey[] => (key === 'step' ? ['step', 'due'] : [key]))
  return (['why', ...keys] as const).map((key) => ({ key, ...all[key] }))
}
