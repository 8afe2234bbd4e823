import { createTranslator } from 'use-intl/core'
import { filePeopleLabels } from '@/components/cases/file-people-labels'
import { minorLabels } from '@/components/cases/minor-labels'
import { personLabels } from '@/components/people/person-labels'
import { formatTime } from '@/components/ui/time'
import { whenLabels } from '@/components/ui/when-labels'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { labelIn } from '@/lib/cases/word.view'
import type { EventRow } from '@/lib/guardianship/event.data'
import { REPORT_COLUMNS, type ReportColumn, toVersions } from '@/lib/guardianship/report.rules'
import type { Messages } from '@/lib/i18n/catalogue'
import { INTERPRETER_NEEDS, SEXES } from '@/lib/people/person-field.rules'
import type { Day } from '@/lib/shared/dates'
import type { ReportPart } from '@/lib/summaries/report-page.data'
import { guardianshipLabels } from './guardianship-labels'

/** Something the sheet says; without a text it says that this is not known. */
export type ReportLine = { readonly label: string; readonly texts: readonly string[] }

/** The sheet of a report in the language of the one who receives it: each part of it has a line, known or not. */
export const reportLabels = (
  part: ReportPart,
  caseHeader: CaseHeader,
  /** Of the language of the paper. */
  messages: Messages,
  today: Day,
) => {
  const locale = part.language
  const t = createTranslator({ locale, messages, namespace: 'guardianship' })
  const tp = createTranslator({ locale, messages, namespace: 'people' })
  const when = whenLabels(createTranslator({ locale, messages, namespace: 'when' }), locale)
  const person = personLabels(tp, when, locale)
  const { why, eighteen } = minorLabels(tp, locale)
  const places = filePeopleLabels(createTranslator({ locale, messages, namespace: 'people.inFile' }))
  const room = guardianshipLabels(t, when, locale, part.words)
  const { person: minor, others, events, prepared, minor: shown } = part
  const typed = (of: keyof NonNullable<NonNullable<typeof prepared>['details']['sheet']>): string[] => {
    const text = prepared?.details.sheet?.[of] ?? ''
    return text === '' ? [] : [text]
  }
  const line = (label: string, texts: readonly (string | null)[]): ReportLine => ({
    label,
    texts: texts.flatMap((text) => text || []),
  })
  const sex = SEXES.read(minor.sex)
  const need = INTERPRETER_NEEDS.read(minor.interpreterNeed)
  const { stay } = minor
  const { placed } = shown.current
  const versions = toVersions(minor)
  const said = (event: EventRow): string => [room.named(event), ...room.facts(event)].join(' · ')
  const reported = events.filter(({ kind }) => kind === 'reported')
  return {
    t,
    columns: REPORT_COLUMNS.codes.map((column) => ({ column, head: t(`report.column.${column}`) })),
    versions: {
      names: (column: ReportColumn): string => versions.names[column].join(', '),
      ages: (column: ReportColumn): string[] =>
        versions.ages[column].map((claim) => {
          const source = claim.source === null ? null : tp(`source.${claim.source}`)
          const seen = claim.seen === null ? null : tp(`seen.${claim.seen}`)
          const beside = [source, seen, formatTime(locale, claim.asOf, 'day')].filter((one) => one !== null)
          return t('report.claim', { what: person.age(claim), beside: beside.join(', ') })
        }),
    },
    who: [
      line(tp('field.sex'), [sex === 'f' || sex === 'm' || sex === 'x' ? tp(`sex.${sex}`) : null]),
      line(t('report.nationality'), minor.nationalities.map(person.heldNationality)),
      line(t('report.languages'), [
        ...minor.languages.map(person.language),
        need === 'yes' || need === 'some' || need === 'no' ? tp(`interpreter.${need}`) : null,
      ]),
      line(t('report.stay'), [
        stay === null ? null : labelIn(stay.place, locale),
        placed === null ? null : said(placed),
      ]),
      line(t('report.found'), typed('found')),
    ],
    story: [
      line(t('report.family'), [
        ...others.map(({ names, inFile, ageClaims }) =>
          [names[0]?.text, places.role(inFile), ...ageClaims.map(person.age)]
            .filter((one) => one !== undefined)
            .join(' · '),
        ),
        ...typed('family'),
      ]),
      line(t('report.route'), typed('route')),
      line(t('report.reasons'), [
        [person.minor(minor.ageClaims, today), why(minor.ageClaims, today)]
          .filter((one) => one !== null)
          .join('. '),
        eighteen(minor.ageClaims, today),
        ...typed('reasons'),
      ]),
      line(t('report.doubts'), [
        ...events.filter(({ kind }) => kind !== 'reported').map(said),
        ...typed('doubts'),
      ]),
      line(t('report.urgent'), typed('urgent')),
      line(t('report.before'), reported.length === 0 ? [t('list.notReported')] : reported.map(said)),
      line(t('report.by'), [`${caseHeader.worker.name}, ${caseHeader.team.name}`]),
    ],
  }
}
export type ReportLabels = ReturnType<typeof reportLabels>
