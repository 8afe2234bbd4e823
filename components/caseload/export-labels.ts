import { createTranslator } from 'use-intl/core'
import type { ExportData, ExportLine } from '@/lib/caseload/export.data'
import type { EXPORT_REASONS, ExportColumn, ExportTable } from '@/lib/caseload/export.rules'
import { properPlace } from '@/lib/cases/place-name.rules'
import { bySeverity } from '@/lib/cases/severity.rules'
import { labelIn, toWords } from '@/lib/cases/word.view'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { ageRange } from '@/lib/people/age.rules'
import { countryName, FORMER_STATES } from '@/lib/people/country.rules'
import { PALESTINE, toNationalityWord } from '@/lib/people/person.rules'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, toDay } from '@/lib/shared/dates'
import type { CodeOf } from '@/lib/shared/vocabulary'

const dayText = (date: Date | null): string => (date === null ? '' : toDay(date))

/** The rows of a caseload as a file: codes and initials, the chosen columns in words, names where someone asked for them. */
export const toExportTable = (
  { lines, words, today }: ExportData,
  {
    columns,
    withNames,
    locale,
    messages,
  }: {
    readonly columns: readonly ExportColumn[]
    readonly withNames: boolean
    readonly locale: Locale
    readonly messages: Messages
  },
): ExportTable => {
  const t = createTranslator({ locale, messages, namespace: 'caseload' })
  const people = createTranslator({ locale, messages, namespace: 'people' })
  const labels = toWords(words, locale)
  const nationality = (claim: { country: string; certainty: string }): string => {
    const word = toNationalityWord(claim)
    if (word !== 'country') return people(`nationality.${word}`)
    const former = FORMER_STATES.match(claim.country)
    if (former !== null) return people(`former.${former}`)
    return claim.country === PALESTINE ? people('nationality.PS') : countryName(claim.country, locale)
  }
  const ages = ({ people: own }: ExportLine): string =>
    own
      .map(({ person: { ageClaims } }) => {
        const ranges = toAgeClaims(ageClaims).flatMap((claim) => ageRange(claim, today) ?? [])
        const [from, to] = [Math.min(...ranges.map((r) => r.from)), Math.max(...ranges.map((r) => r.to))]
        return ranges.length === 0 ? '' : from === to ? String(from) : `${from}–${to}`
      })
      .join(', ')
  const says: Readonly<Record<ExportColumn, (line: ExportLine) => string>> = {
    nationality: (line) =>
      line.people.map(({ person }) => person.nationalities.map(nationality).join(' / ')).join(', '),
    age: ages,
    place: ({ stays: [stay] }) =>
      stay === undefined ? '' : properPlace(stay.place.kind, labelIn(stay.place, locale)),
    since: ({ stays: [stay] }) => dayText(stay?.since ?? null),
    kind: ({ kind }) => labels.of('case_kind', kind),
    status: ({ status }) => labels.of('case_status', status),
    worker: ({ worker }) => worker.name,
    opened: ({ openedOn }) => dayText(openedOn),
    seen: ({ lastSeenOn }) => dayText(lastSeenOn),
    contact: ({ lastContactOn }) => dayText(lastContactOn),
    due: ({ nextStepOn }) => dayText(nextStepOn),
    signals: ({ signals }) =>
      [...signals]
        .sort(bySeverity)
        .map(({ code }) => labels.of('concern_type', code))
        .join(', '),
    missing: ({ lacks }) => lacks.map((lack) => t(`missing.${lack}`)).join(', '),
  }
  return {
    head: [
      t('export.code'),
      t(withNames ? 'export.name' : 'export.initials'),
      ...columns.map((column) => t(`export.column.${column}`)),
    ],
    rows: lines.map((line) => [
      line.code,
      line.shown.map(({ full, initials }) => (withNames ? (full ?? '') : initials)).join(', '),
      ...columns.map((column) => says[column](line)),
    ]),
  }
}

/** Below the rows: which copy it is, by whom, when and why, and that it is not for anyone. */
export const toCopyLine = (
  copy: string,
  {
    by,
    on,
    reason,
    locale,
    messages,
  }: {
    readonly by: string
    readonly on: Day
    readonly reason: CodeOf<typeof EXPORT_REASONS>
    readonly locale: Locale
    readonly messages: Messages
  },
): { readonly title: string; readonly cells: readonly string[] } => {
  const t = createTranslator({ locale, messages, namespace: 'caseload' })
  const title = t('export.copy')
  return {
    title,
    cells: [`${title} ${copy}`, by, on, t(`export.reason.${reason}`), t('export.confidential')],
  }
}
