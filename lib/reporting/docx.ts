import 'server-only'
import {
  Bookmark,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx'
import { hasSmall } from './chart.rules'
import { drawPictures } from './chart-picture'
import { cleanDocument } from './clean.rules'
import type { ReportBlock, ReportChart, ReportDocument } from './document.rules'
import { LYING, PAGE, STYLE, stylesIn, UPRIGHT, WARNING } from './docx-styles'
import { drawTable, isWide, shortened } from './docx-table'
import { Prompt, paragraphOf, paragraphsOf, translate, type Words } from './docx-text'

type Language = ReportDocument['language']
type Editable = Extract<ReportBlock, { kind: 'editable' }>
type Heading = Extract<ReportBlock, { kind: 'heading' }>

const drawChartBlock = async (
  chart: ReportChart,
  language: Language,
  t: Words,
): Promise<readonly FileChild[]> => {
  const pictures = await drawPictures(chart, language)
  const altText = { name: chart.title, title: chart.title, description: chart.alternative }
  return [
    paragraphOf(chart.title, { style: STYLE.chart }),
    ...pictures.map(
      ({ png, width, height }, index) =>
        new Paragraph({
          keepNext: hasSmall(chart) && index === pictures.length - 1,
          children: [new ImageRun({ type: 'png', data: png, transformation: { width, height }, altText })],
        }),
    ),
    ...(hasSmall(chart) ? [paragraphOf(t('small'), { style: STYLE.note })] : []),
  ]
}

const drawOwn = ({ label, text }: Editable, t: Words): readonly FileChild[] => [
  paragraphOf(label, { style: STYLE.ownLabel }),
  ...(text === null || text.trim() === ''
    ? [new Prompt(label, t('prompt', { label }))]
    : paragraphsOf(text, STYLE.own)),
]

const anchorOf = (index: number): string => `chapter${index}`

const drawHeading = ({ level, text }: Heading, index: number): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new Bookmark({ id: anchorOf(index), children: [new TextRun(text)] })],
  })

const drawBlock = async (
  block: ReportBlock,
  index: number,
  language: Language,
  t: Words,
): Promise<readonly FileChild[]> => {
  switch (block.kind) {
    case 'heading':
      return [drawHeading(block, index)]
    case 'text':
      return paragraphsOf(block.text)
    case 'table':
      return drawTable(block.table, language, t)
    case 'chart':
      return drawChartBlock(block.chart, language, t)
    case 'editable':
      return drawOwn(block, t)
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20 } })]
  }
}

/** Below so many chapters one sees them all without a list. */
const LISTED_FROM = 3

const drawFront = ({ title, organisation, blocks }: ReportDocument, t: Words) => {
  const chapters = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1 ? [{ text: block.text, anchor: anchorOf(index) }] : [],
  )
  return [
    paragraphOf(title, { heading: HeadingLevel.TITLE }),
    paragraphOf(organisation, { style: STYLE.organisation }),
    ...(chapters.length < LISTED_FROM
      ? []
      : [
          paragraphOf(t('contents'), { style: STYLE.contentsTitle }),
          ...chapters.map(
            ({ text, anchor }) =>
              new Paragraph({
                style: STYLE.contents,
                children: [
                  new InternalHyperlink({ anchor, children: [new TextRun({ text, style: 'Hyperlink' })] }),
                ],
              }),
          ),
        ]),
  ]
}

/** "Page 3 of 12" with the numbers where the language has them. */
const pageOf = (
  t: Words,
): readonly (string | typeof PageNumber.CURRENT | typeof PageNumber.TOTAL_PAGES)[] => {
  const [current, total] = ['{page}', '{pages}'] as const
  return t('page', { page: current, pages: total })
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === current ? PageNumber.CURRENT : part === total ? PageNumber.TOTAL_PAGES : part))
}

const frameOf = ({ mark, copy, title }: ReportDocument, t: Words, width: number) => {
  const edge = { size: 8, color: 'auto', space: 4, style: BorderStyle.SINGLE }
  const tabStops = [{ type: TabStopType.RIGHT, position: width }]
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            style: STYLE.mark,
            tabStops,
            shading: { type: ShadingType.CLEAR, fill: WARNING, color: 'auto' },
            border: { bottom: edge },
            children: [new TextRun(shortened(mark))],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: STYLE.note,
            border: { top: edge },
            children: [new TextRun(shortened(title))],
          }),
          new Paragraph({
            style: STYLE.note,
            tabStops,
            children: [new TextRun(shortened(copy)), new TextRun({ children: ['\t', ...pageOf(t)] })],
          }),
        ],
      }),
    },
  }
}

/**
 * Which blocks are on pages that lie: the wide tables, and the heading and sentence right before one, which would be left behind alone.
 */
const layOf = (blocks: readonly ReportBlock[]): readonly boolean[] => {
  const lying = blocks.map((block) => block.kind === 'table' && isWide(block.table))
  for (const [index, { kind }] of [...blocks.entries()].toReversed())
    if (lying[index + 1] === true && (kind === 'heading' || kind === 'text')) lying[index] = true
  return lying
}

type Run = { readonly isLying: boolean; readonly children: FileChild[] }

/** The document in runs of pages that lie or do not. Where the page turns there is a new page already. */
const runsOf = async ({ blocks, language }: ReportDocument, front: readonly FileChild[], t: Words) => {
  const lying = layOf(blocks)
  const runs: Run[] = [{ isLying: false, children: [...front] }]
  const drawings = await Promise.all(blocks.map((block, index) => drawBlock(block, index, language, t)))
  for (const [index, block] of blocks.entries()) {
    const isTurning = lying[index + 1] !== undefined && lying[index + 1] !== runs.at(-1)?.isLying
    if (block.kind === 'pageBreak' && isTurning) continue
    const isLying = block.kind === 'pageBreak' ? runs.at(-1)?.isLying === true : lying[index] === true
    const drawn = drawings[index] ?? []
    const last = runs.at(-1)
    if (last !== undefined && last.isLying === isLying) last.children.push(...drawn)
    else runs.push({ isLying, children: [...drawn] })
  }
  return runs
}

/** A report as a document of an office program: everything in it can be read, copied and written over. */
export const toDocx = async (given: ReportDocument): Promise<Uint8Array> => {
  const report = cleanDocument(given)
  const t = await translate(report.language)
  const runs = await runsOf(report, drawFront(report, t), t)
  const sections = runs.map(
    ({ isLying, children }): ISectionOptions => ({
      properties: {
        page: {
          size: {
            width: PAGE.short,
            height: PAGE.long,
            ...(isLying ? { orientation: PageOrientation.LANDSCAPE } : {}),
          },
          margin: {
            top: 1500,
            bottom: 1500,
            left: PAGE.margin,
            right: PAGE.margin,
            header: 620,
            footer: 560,
          },
        },
      },
      ...frameOf(report, t, isLying ? LYING : UPRIGHT),
      children,
    }),
  )
  const file = new Document({
    title: report.title,
    // Without these two the library writes a name of its own, and an office program that of the account that opens it.
    creator: report.organisation,
    lastModifiedBy: report.organisation,
    subject: report.mark,
    styles: stylesIn(report.language),
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
