import type { useTranslations } from 'next-intl'
import { countryName } from '@/lib/people/country.rules'
import { UNDETERMINED } from '@/lib/people/person.rules'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { REASONS } from '@/lib/trafficking/stage.rules'
import { CHOICES, SECTORS } from '@/lib/trafficking/vocabulary.rules'
import type { ReportTable, TableRow } from '../document.rules'
import type { CoarseTable } from './coarse.rules'
import {
  COLUMNS,
  type Column,
  type ExactTable,
  FORM_GROUPS,
  isMissing,
  type Line,
  NOT_ASKED,
  NOT_KNOWN,
  NOT_RECORDED,
  type Part,
  REACHED,
} from './line.rules'

type Words = {
  readonly t: ReturnType<typeof useTranslations<'reporting'>>
  /** The words of the file itself, for codes that are shown there as they are counted here. */
  readonly file: ReturnType<typeof useTranslations<'trafficking'>>
  readonly locale: string
}

const missingLabel = (code: string, { t }: Words): string =>
  code === NOT_KNOWN
    ? t('trafficking.notKnown')
    : code === NOT_ASKED
      ? t('trafficking.notAsked')
      : t('notRecorded')

const outcomeLabel = (code: string, { t, file }: Words): string => {
  for (const kind of ['stopped', 'alternative'] as const) {
    if (code === kind) return t(`trafficking.outcome.${kind}`)
    if (!code.startsWith(`${kind}_`)) continue
    const outcome = t(`trafficking.outcome.${kind}`)
    const reason = code.slice(kind.length + 1)
    return reason === NOT_RECORDED
      ? t('trafficking.whyNotRecorded', { outcome })
      : t('trafficking.why', { outcome, reason: file(`reason.${REASONS.read(reason)}`) })
  }
  if (code === 'open' || code === 'unlimited' || code === 'not_victim')
    return t(`trafficking.outcome.${code}`)
  throw new UnknownCode('reporting.trafficking-outcomes')
}

const labelOf = (part: Part, code: string, words: Words): string => {
  const { t, file, locale } = words
  if (part === 'form' && code === NOT_RECORDED) return t('trafficking.form.not_recorded')
  if (code === NOT_KNOWN || code === NOT_ASKED || code === NOT_RECORDED) return missingLabel(code, words)
  switch (part) {
    case 'form': {
      const form = FORM_GROUPS.read(code)
      if (form === NOT_KNOWN || form === NOT_ASKED) return missingLabel(form, words)
      return t(`trafficking.form.${form}`)
    }
    case 'sector':
      return file(`sector.${SECTORS.read(code)}`)
    case 'sex':
      if (code === 'f' || code === 'm' || code === 'x') return t(`value.sex.${code}`)
      throw new UnknownCode('reporting.trafficking-sexes')
    case 'age':
      return t(code === 'minor' ? 'trafficking.age.minor' : 'trafficking.age.adult')
    case 'nationality':
      if (code === 'several') return t('trafficking.severalNationalities')
      if (code === UNDETERMINED) return t('trafficking.notKnown')
      return code === 'XXA' ? t('stateless') : countryName(code, locale)
    case 'recruitment':
      // The names of regions by M49 are in the same list as those of countries.
      return countryName(code, locale)
    case 'stage': {
      const stage = REACHED.read(code)
      return stage === NOT_RECORDED ? missingLabel(stage, words) : t(`trafficking.stage.${stage}`)
    }
    case 'outcome':
      return outcomeLabel(code, words)
    case 'choice':
      return file(`choice.${CHOICES.read(code)}`)
  }
}

/** How many have an answer in the part at all, in each column: what the numbers beside it may be read as. */
const recordedIn = (part: Part, table: ExactTable, { t }: Words): readonly string[] => {
  const lines = table.parts.find((one) => one.part === part)?.lines ?? []
  const sum = (column: Column, those: readonly Line[]): number =>
    those.reduce((all, { cells }) => all + cells[column], 0)
  const counts = COLUMNS.codes.map((column) => ({
    column,
    all: sum(column, lines),
    recorded: sum(
      column,
      lines.filter(({ code }) => !isMissing(code)),
    ),
  }))
  return counts.every(({ all }) => all === 0)
    ? []
    : [
        t('trafficking.recorded', {
          counts: counts
            .map(({ column, recorded, all }) =>
              t('trafficking.recordedOf', { column: t(`trafficking.column.${column}`), recorded, all }),
            )
            .join(' · '),
        }),
      ]
}

const notesOf = (part: Part, table: ExactTable | CoarseTable, words: Words): readonly string[] => {
  const { t } = words
  const isRead = part === 'form' || part === 'sector' || part === 'recruitment'
  return [
    ...(part === 'sex' ? [] : [t(`trafficking.definition.${part}`)]),
    // A coarse table has neither of the two rows.
    ...('unreadable' in table ? [t('trafficking.definition.missing')] : []),
    ...(part === 'form' ? [t('trafficking.note.profile')] : []),
    ...(part === 'sector' ? [t('trafficking.note.sector')] : []),
    ...(part === 'age' || part === 'nationality' ? [t('trafficking.note.day')] : []),
    ...('unreadable' in table
      ? [
          ...(table.unreadable > 0 && isRead
            ? [t('trafficking.unreadable', { count: table.unreadable })]
            : []),
          ...recordedIn(part, table, words),
        ]
      : []),
  ]
}

const rowOf = (part: Part, { code, cells }: Line<number | null>, words: Words): TableRow => ({
  id: code,
  label: labelOf(part, code, words),
  kind: isMissing(code) && !code.includes('_not_recorded') ? 'missing' : 'known',
  cells: COLUMNS.codes.map((column) => cells[column]),
})

/** Lines of a list that is longer than what is there: without those in which there is no one. */
const LONG: readonly Part[] = ['sector', 'nationality', 'recruitment', 'outcome']
const isThere = ({ cells }: Line<number | null>): boolean =>
  COLUMNS.codes.some((column) => cells[column] !== 0)

/** The tables of a year in words, the exact ones or those for other readers: one a part, as every format of reports draws them. */
export const toTraffickingTables = (
  table: ExactTable | CoarseTable,
  words: Words,
): readonly ReportTable[] => {
  const { t } = words
  const columns = COLUMNS.codes.map((column) => ({
    id: column,
    label: t(`trafficking.column.${column}`),
    unit: 'count' as const,
    sensitive: true,
  }))
  return table.parts.map(({ part, lines }): ReportTable => {
    const name = t(`trafficking.part.${part}`)
    const rows = (LONG.includes(part) ? lines.filter(isThere) : lines).map((line) => rowOf(part, line, words))
    const whole: readonly TableRow[] =
      'totals' in table && part !== 'sector'
        ? [
            {
              id: 'total',
              label: t('total'),
              kind: 'total',
              cells: COLUMNS.codes.map((column) => table.totals[column]),
            },
          ]
        : []
    return {
      caption: t('trafficking.caption', { part: name, year: String(table.year) }),
      rowsLabel: name,
      columns,
      rows: [...rows, ...whole],
      notes: notesOf(part, table, words),
      ...('totals' in table ? {} : { isProtected: true as const }),
    }
  })
}

/** What each column and the table as a whole count, in the words of the page of definitions. */
export const traffickingDefinitions = ({
  t,
}: Words): readonly { readonly name: string; readonly text: string }[] => [
  { name: t('trafficking.title'), text: t('trafficking.definition.year') },
  ...COLUMNS.codes.map((column) => ({
    name: t(`trafficking.column.${column}`),
    text: t(`trafficking.definition.${column}`),
  })),
]
