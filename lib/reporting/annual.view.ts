import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import { labelIn } from '@/lib/shared/labelled'
import type { Annual, AnnualChoices, CountedChapter, Quoted } from './annual.data'
import { toChart } from './chart.view'
import { gradeOf } from './completeness.rules'
import type { Cell } from './count.data'
import { wholeColumn } from './counted.rules'
import type { Paper, ReportBlock, ReportDocument, ReportTable } from './document.rules'
import { type FigureId, figureOf } from './figure.rules'
import { sentenceOfTable } from './sentence.rules'
import { saySentence } from './sentence.view'
import { periodOf, toTable } from './table.view'
import { nounOf, sayDefinition, toWording } from './wording.view'

const at = (cells: readonly Cell[] | undefined, value: string | null): number | null =>
  cells?.find((cell) => cell.by === value && cell.split === null)?.value ?? null

/** A table of each unit, so that no share stands in a column of people. */
const UNITS = ['count', 'hours', 'minutes', 'days', 'share'] as const

/** An annual report as a document: chapters of tables, charts and sentences, with room for what only a colleague can say. */
export const toAnnualDocument = async (
  annual: Annual,
  { kind, year }: AnnualChoices,
  { locale, organisation, by, moment, copy, day }: Paper,
): Promise<ReportDocument> => {
  const messages = await catalogue[locale]()
  const t = createTranslator({ locale, messages, namespace: 'reporting' })
  const tSentence = createTranslator({ locale, messages, namespace: 'reporting.sentence' })
  const tQuote = createTranslator({ locale, messages, namespace: 'quotes' })
  const { names, question, periodBefore } = annual
  const wording = toWording(names, locale, t)
  const view = { wording, t, locale, day }
  const period = periodOf(question, day, t)

  /** Figures as rows: this year, the year before, and how the two differ. */
  const listOf = (
    figures: readonly FigureId[],
    place: string | null,
    caption: string,
  ): readonly ReportTable[] =>
    UNITS.flatMap((unit) => {
      const own = figures.filter(
        (figure) =>
          figureOf(figure).unit === unit && (place === null || figureOf(figure).by.includes('place')),
      )
      if (own.length === 0) return []
      return [
        {
          caption: unit === 'count' ? caption : t('annual.unit', { caption, unit: t(`unit.${unit}`) }),
          rowsLabel: t('annual.figure'),
          columns: [
            { id: 'now', label: period, unit, sensitive: false },
            { id: 'before', label: periodOf(periodBefore, day, t), unit, sensitive: false },
          ],
          rows: own.map((figure) => ({
            id: figure,
            label: t(`figure.${figure}.name`),
            kind: 'known' as const,
            cells: [annual.numbers, annual.before].map(
              (numbers) => at(numbers.get(figure), place) ?? (unit === 'count' ? 0 : null),
            ),
          })),
          notes: [],
        },
      ]
    })
  /** Centres with a page of their own: those of which there is something to count. */
  const pagesOf = (figures: readonly FigureId[]) =>
    names.places.filter(({ slug }) =>
      figures.some((figure) => (at(annual.numbers.get(figure), slug) ?? 0) > 0),
    )
  const pages = new Set(
    annual.chapters
      .flatMap((chapter) => (chapter.kind === 'centres' ? pagesOf(chapter.figures) : []))
      .map(({ slug }) => slug),
  )
  const quotesOf = (quoted: readonly Quoted[]): ReportBlock[] =>
    quoted.map(({ quote: { words, speaker, said }, centre }) => {
      const who = tQuote(`speaker.${speaker}`)
      const month = wording.value('month', said.slice(0, 7))
      const text =
        centre === null
          ? t('annual.quote', { words, who, month })
          : t('annual.quoteAt', { words, who, place: labelIn(centre, locale), month })
      return { kind: 'text', text }
    })
  const own = (label: string): ReportBlock => ({ kind: 'editable', label, text: null })
  const tables = (given: readonly ReportTable[]): ReportBlock[] =>
    given.map((table) => ({ kind: 'table', table }))

  const blocksOf = (chapter: CountedChapter): readonly ReportBlock[] => {
    switch (chapter.kind) {
      case 'list':
        return [...tables(listOf(chapter.figures, null, t('annual.inAll', { period }))), own(t('annual.own'))]
      case 'tables':
        return [
          ...chapter.tables.flatMap(({ question: asked, counted }, index): ReportBlock[] => {
            const table = toTable({ question: asked, counted, names }, view)
            const sentence = saySentence(
              sentenceOfTable(table, {
                counted: nounOf(asked),
                isPlaces: asked.by === 'place',
                column: wholeColumn(counted),
              }),
              tSentence,
              locale,
            )
            const chart = index === 0 ? toChart({ question: asked, counted }, view) : null
            return [
              ...(sentence === null ? [] : [{ kind: 'text', text: sentence } as const]),
              { kind: 'table', table },
              ...(chart === null ? [] : [{ kind: 'chart', chart } as const]),
            ]
          }),
          own(t('annual.own')),
        ]
      case 'centres':
        return pagesOf(chapter.figures).flatMap((place): ReportBlock[] => [
          { kind: 'pageBreak' },
          { kind: 'heading', level: 2, text: labelIn(place, locale) },
          ...tables(
            listOf(
              chapter.figures,
              place.slug,
              t('annual.atPlace', { place: labelIn(place, locale), period }),
            ),
          ),
          ...quotesOf(annual.quotes.filter(({ centre }) => centre?.slug === place.slug)),
          own(t('annual.observations')),
        ])
      case 'quotes': {
        const elsewhere = annual.quotes.filter(({ centre }) => centre === null || !pages.has(centre.slug))
        return [
          { kind: 'text', text: t(annual.quotes.length === 0 ? 'annual.noQuotes' : 'annual.quotesWhat') },
          ...(elsewhere.length < annual.quotes.length
            ? [{ kind: 'text', text: t('annual.quotesAtCentres') } as const]
            : []),
          ...quotesOf(elsewhere),
          own(t('annual.own')),
        ]
      }
      case 'counting':
        return [
          ...(['person', 'twice', 'day', 'age', 'detention', 'corrected', 'restricted'] as const).map(
            (rule): ReportBlock => ({ kind: 'text', text: t(`rules.${rule}`) }),
          ),
          ...tables([
            {
              caption: t('missing.title'),
              rowsLabel: t('annual.figure'),
              columns: [
                { id: 'recorded', label: t('missing.recorded'), unit: 'count', sensitive: false },
                { id: 'all', label: t('missing.all'), unit: 'count', sensitive: false },
              ],
              rows: annual.completeness.map(({ figure, by: dimension, recorded, all }) => ({
                id: `${figure} ${dimension}`,
                label: t('missing.row', {
                  figure: t(`figure.${figure}.name`),
                  dimension: wording.dimension(dimension),
                }),
                kind: 'known',
                cells: [recorded, all],
              })),
              notes: annual.completeness
                .filter((one) => gradeOf(one) === 'unfit')
                .map(({ figure, by: dimension }) =>
                  t('missing.unfit', {
                    figure: t(`figure.${figure}.name`),
                    dimension: wording.dimension(dimension),
                  }),
                ),
            },
          ]),
          { kind: 'heading', level: 2, text: t('definitions') },
          ...annual.figures.map(
            (figure): ReportBlock => ({
              kind: 'text',
              text: `${t(`figure.${figure}.name`)}: ${sayDefinition(figure, t)}`,
            }),
          ),
        ]
    }
  }
  return {
    language: locale,
    title: t('annual.title', { kind: t(`annual.kind.${kind}`), year: String(year) }),
    organisation,
    mark: t('internal'),
    copy: t('copy', { copy, name: by, moment }),
    blocks: annual.chapters.flatMap((chapter): ReportBlock[] => [
      { kind: 'heading', level: 1, text: t(`annual.chapter.${chapter.chapter}`) },
      ...blocksOf(chapter),
    ]),
  }
}
