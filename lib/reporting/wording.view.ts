import type { useTranslations } from 'next-intl'
import { toWords } from '@/lib/cases/word.view'
import { type Words, wordsIn, YES_NO } from '@/lib/fields/field.rules'
import { LOCALES } from '@/lib/i18n/locales'
import { countryName, languageName } from '@/lib/people/country.rules'
import { labelIn } from '@/lib/shared/labelled'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { type DimensionId, dimensionOf, isOwn, NOT_RECORDED, VALUES } from './dimension.rules'
import { type FigureId, figureOf, isToConfirm } from './figure.rules'
import type { OwnDimension } from './own-dimension.rules'
import { type Column, type Only, officesOf, type Question } from './question.rules'
import type { ReportWords } from './report.data'
import type { Counted } from './sentence.rules'

/** What the first figure of a question counts, as a noun of a sentence. */
export const nounOf = ({ columns: [first] }: Pick<Question, 'columns'>): Counted => {
  if (first === undefined || first.only !== null) return 'other'
  const { fact, counting } = figureOf(first.figure)
  if (counting.of === 'people') return 'people'
  if (counting.of !== 'rows') return 'other'
  if (fact === 'visit') return 'visits'
  if (fact === 'meeting') return first.figure === 'conversations' ? 'conversations' : 'other'
  return fact.startsWith('file_') ? 'files' : 'other'
}

export type Translate = ReturnType<typeof useTranslations<'reporting'>>

export type Wording = {
  readonly dimension: (id: DimensionId) => string
  /** A value of a dimension; null is what is not recorded. */
  readonly value: (id: DimensionId, value: string | null) => string
  /** A value that stands alone: an answer to an own field says to which. */
  readonly only: (only: Only) => string
  readonly column: (column: Column) => string
}

const monthName = (value: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${value}-01T00:00:00Z`),
  )

/** The words of values that no list of the reference data has. Throws UnknownCode for any other. */
const ownValue = (id: DimensionId, code: string, t: Translate): string => {
  switch (id) {
    case 'sex':
      return t(`value.sex.${VALUES.sex.read(code)}`)
    case 'age':
      return code === 'over_60' ? t('value.age_group.over_60') : t('years', { ages: code.replace('-', '–') })
    case 'age_group':
      return t(`value.age_group.${VALUES.age_group.read(code)}`)
    case 'place_kind':
      return t(`value.place_kind.${VALUES.place_kind.read(code)}`)
    case 'outcome':
      return t(`value.outcome.${VALUES.outcome.read(code)}`)
    case 'interpreter':
      return t(`value.interpreter.${VALUES.interpreter.read(code)}`)
    case 'arrest':
      return t(`value.arrest.${VALUES.arrest.read(code)}`)
    case 'court':
      return t(`value.court.${VALUES.court.read(code)}`)
    case 'end':
      return t(`value.end.${VALUES.end.read(code)}`)
    case 'open_for':
      return t(`value.open_for.${VALUES.open_for.read(code)}`)
    case 'unseen':
      return t(`value.unseen.${VALUES.unseen.read(code)}`)
    case 'deadline':
      return t(`value.deadline.${VALUES.deadline.read(code)}`)
    case 'kept':
      return t(`value.kept.${VALUES.kept.read(code)}`)
    case 'lawyer':
      return t(`value.lawyer.${VALUES.lawyer.read(code)}`)
    case 'phase':
      return t(`value.phase.${VALUES.phase.read(code)}`)
    case 'minority':
      return t(`value.minority.${VALUES.minority.read(code)}`)
    case 'way':
      return t(`value.way.${VALUES.way.read(code)}`)
    case 'sequence':
      return t(`value.sequence.${VALUES.sequence.read(code)}`)
    case 'decision':
      return t(`value.decision.${VALUES.decision.read(code)}`)
    case 'appeal':
      return t(`value.appeal.${VALUES.appeal.read(code)}`)
    case 'judgment':
      return t(`value.judgment.${VALUES.judgment.read(code)}`)
    case 'no_application':
      return t(`value.no_application.${VALUES.no_application.read(code)}`)
    case 'aid':
      return t(`value.aid.${VALUES.aid.read(code)}`)
    case 'return_step':
      return t(`value.return_step.${VALUES.return_step.read(code)}`)
    case 'programme':
      return t(`value.programme.${VALUES.programme.read(code)}`)
    case 'doubt':
      return t(`value.doubt.${VALUES.doubt.read(code)}`)
    case 'referral':
      return t(`value.referral.${VALUES.referral.read(code)}`)
    case 'urgency':
      return t(`value.urgency.${VALUES.urgency.read(code)}`)
    case 'referral_result':
      return t(`value.referral_result.${VALUES.referral_result.read(code)}`)
    case 'consent':
      return t(`value.consent.${VALUES.consent.read(code)}`)
    case 'activity_way':
      return t(`value.activity_way.${VALUES.activity_way.read(code)}`)
    case 'enquiry_way':
      return t(`value.enquiry_way.${VALUES.enquiry_way.read(code)}`)
    default:
      throw new UnknownCode(`reporting.${id}`)
  }
}

/** The words of tables and charts in one language: names of places, offices and codes come from the reference data. */
export const toWording = (
  { words, places, offices, projects, bodies, own }: ReportWords,
  locale: string,
  t: Translate,
): Wording => {
  const lists = toWords(words, locale)
  const placeNames = new Map(places.map((place) => [place.slug, labelIn(place, locale)]))
  const bodyNames = new Map(bodies.map(({ slug, name }) => [slug, name]))
  const officeNames = new Map(offices.map(({ id, name }) => [id, name]))
  const projectNames = new Map(projects.map(({ id, name }) => [id, name]))
  const inWords = (label: Words): string => wordsIn(label, LOCALES.read(locale))
  const fieldOf = (id: DimensionId): OwnDimension => {
    const field = own.find((one) => one.id === id)
    if (field === undefined) throw new UnknownCode(`reporting.${id}`)
    return field
  }
  const value = (id: DimensionId, code: string | null): string => {
    const said = dimensionOf(id).words
    // Work of no project is no gap in what was recorded.
    if (code === null || code === NOT_RECORDED) return t(said.by === 'project' ? 'noProject' : 'notRecorded')
    switch (said.by) {
      case 'list':
        return lists.of(said.list, code)
      case 'place':
        return placeNames.get(code) ?? code
      case 'office':
        return officeNames.get(code) ?? t('formerOffice')
      case 'project':
        return projectNames.get(code) ?? code
      case 'body':
        return bodyNames.get(code) ?? t(`value.body.${VALUES.body.read(code)}`)
      case 'country':
        return code === 'XXA' ? t('stateless') : countryName(code, locale)
      case 'language':
        return languageName(code, locale)
      case 'month':
        return monthName(code, locale)
      case 'quarter':
        return t('quarter', { year: code.slice(0, 4), quarter: code.slice(-1) })
      case 'year':
        return code
      case 'messages':
        return ownValue(id, code, t)
      case 'field': {
        const known = fieldOf(id).values.find((one) => one.code === code)
        if (known === undefined) throw new UnknownCode(`reporting.${id}`)
        return known.label === null ? t(`value.yes_no.${YES_NO.read(code)}`) : inWords(known.label)
      }
    }
  }
  const dimension = (id: DimensionId): string =>
    isOwn(id) ? inWords(fieldOf(id).label) : t(`dimension.${id}`)
  const only = (one: Only): string =>
    isOwn(one.dimension)
      ? t('columnOnly', { figure: dimension(one.dimension), value: value(one.dimension, one.value) })
      : value(one.dimension, one.value)
  return {
    dimension,
    value,
    only,
    column: (column) =>
      column.only === null
        ? t(`figure.${column.figure}.name`)
        : t('columnOnly', { figure: t(`figure.${column.figure}.name`), value: only(column.only) }),
  }
}

/** Whose files were counted and under which conditions: said wherever a number leaves the page on which it was asked. */
export const sayCondition = (
  { reach, offices, only }: Pick<Question, 'reach' | 'offices' | 'only'>,
  names: Pick<ReportWords, 'offices' | 'leads'>,
  wording: Wording,
  t: Translate,
): string => {
  const chosen = officesOf(names, reach).filter(({ id }) => offices.length === 0 || offices.includes(id))
  const isNamed = reach === 'team' || (reach === 'organisation' && offices.length > 0)
  const said = isNamed ? chosen.map(({ name }) => name).join(', ') : t(`reach.${reach}`)
  return t('counted', {
    where: said === '' ? t(`reach.${reach}`) : said,
    only: only
      .map(({ dimension, value }) => `; ${wording.dimension(dimension)}: ${wording.value(dimension, value)}`)
      .join(''),
  })
}

/** How the answers to own fields are counted that a question asks by. */
export const sayAnswers = (
  { by, split, columns, only }: Pick<Question, 'by' | 'split' | 'columns' | 'only'>,
  { own }: Pick<ReportWords, 'own'>,
  wording: Wording,
  t: Translate,
): readonly string[] => {
  const asked = [
    by,
    split,
    ...[...only, ...columns.flatMap((one) => one.only ?? [])].map((one) => one.dimension),
  ]
  return own
    .filter(({ id }) => asked.includes(id))
    .flatMap(({ id, isSeveral, isAsked }) => {
      const field = wording.dimension(id)
      return [
        t('note.answers', { field }),
        ...(isSeveral ? [t('note.several', { field })] : []),
        ...(isAsked ? [] : [t('note.retired', { field })]),
      ]
    })
}

/** What a figure counts, with what is still to be confirmed of it. */
export const sayDefinition = (figure: FigureId, t: Translate): string =>
  isToConfirm(figure)
    ? `${t(`figure.${figure}.definition`)} ${t('toConfirm.amif')}`
    : t(`figure.${figure}.definition`)
