import type { IStylesOptions } from 'docx'
import type { ReportDocument } from './document.rules'

type Language = ReportDocument['language']

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' }

// A4 with margins of 2 cm, in twentieths of a point.
export const PAGE = { short: 11906, long: 16838, margin: 1134 } as const
export const UPRIGHT = PAGE.short - 2 * PAGE.margin
export const LYING = PAGE.long - 2 * PAGE.margin

const INK = '14181F'
export const MUTED = '4A5361'
const ACCENT = '0B5C7A'
export const HAIR = 'BFC5CD'
export const WARNING = 'FFF3D6'

/** Names of styles as the pane of an office program lists them; a report handed in is laid out anew by changing these. */
export const STYLE = {
  organisation: 'Organisation',
  mark: 'InternalMark',
  caption: 'TableCaption',
  cell: 'TableText',
  head: 'TableHead',
  note: 'Note',
  chart: 'ChartTitle',
  ownLabel: 'OwnTextLabel',
  own: 'OwnText',
  prompt: 'OwnTextPrompt',
  contents: 'ContentsEntry',
  contentsTitle: 'ContentsTitle',
} as const

const FACE = 'Arial'

export const stylesIn = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { font: FACE, size: 21, color: INK, language: { value: TAGS[language] } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 48, bold: true, color: INK }, paragraph: { spacing: { before: 600, after: 160 } } },
    heading1: {
      run: { size: 32, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 400, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { size: 25, bold: true, color: INK },
      paragraph: { spacing: { before: 300, after: 100 }, keepNext: true },
    },
    hyperlink: { run: { color: ACCENT, underline: { type: 'single' } } },
  },
  paragraphStyles: [
    { id: STYLE.organisation, name: 'Organisation', basedOn: 'Normal', run: { size: 26, color: MUTED } },
    {
      id: STYLE.mark,
      name: 'Internal mark',
      basedOn: 'Normal',
      run: { bold: true, size: 18 },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: STYLE.caption,
      name: 'Table caption',
      basedOn: 'Normal',
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
    },
    {
      id: STYLE.chart,
      name: 'Chart title',
      basedOn: 'Normal',
      run: { bold: true, size: 22 },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
    {
      id: STYLE.cell,
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    { id: STYLE.head, name: 'Table head', basedOn: STYLE.cell, run: { size: 16, bold: true, color: MUTED } },
    {
      id: STYLE.note,
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 17, color: MUTED },
      paragraph: { spacing: { before: 60, after: 40, line: 240 } },
    },
    {
      id: STYLE.ownLabel,
      name: 'Own text label',
      basedOn: 'Normal',
      run: { bold: true, size: 20, color: MUTED },
      paragraph: { spacing: { before: 200, after: 40 }, keepNext: true },
    },
    { id: STYLE.own, name: 'Own text', basedOn: 'Normal' },
    {
      id: STYLE.prompt,
      name: 'Own text prompt',
      basedOn: STYLE.own,
      run: { color: MUTED, italics: true },
      paragraph: { spacing: { before: 60, after: 160 } },
    },
    {
      id: STYLE.contents,
      name: 'Contents entry',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 20, after: 40 } },
    },
    // No heading: it would list itself.
    {
      id: STYLE.contentsTitle,
      name: 'Contents title',
      basedOn: 'Normal',
      run: { size: 26, bold: true },
      paragraph: { spacing: { before: 400, after: 100 }, keepNext: true },
    },
  ],
})
