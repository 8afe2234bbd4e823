import {
  BuilderElement,
  FileChild,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  StringValueElement,
  TextRun,
} from 'docx'
import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import { isRightToLeft } from './clean.rules'
import type { ReportDocument } from './document.rules'
import { STYLE } from './docx-styles'

export const translate = async (language: ReportDocument['language']) =>
  createTranslator({
    locale: language,
    messages: await catalogue[language](),
    namespace: 'reporting.document',
  })
export type Words = Awaited<ReturnType<typeof translate>>

/** One paragraph for what an empty line parts, one line break for each line end within. */
export const paragraphsOf = (text: string, style?: string): readonly Paragraph[] =>
  text.split(/\n{2,}/).map((part) => paragraphOf(part, style === undefined ? {} : { style }))

type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text'>

export const paragraphOf = (text: string, look: ParagraphLook = {}): Paragraph => {
  const isTurned = isRightToLeft(text)
  return new Paragraph({
    ...look,
    ...(isTurned ? { bidirectional: true } : {}),
    children: text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(isTurned ? { rightToLeft: true } : {}),
        }),
    ),
  })
}

/** What shows itself as a place to write: one press selects it all, and the first letter replaces it. */
export class Prompt extends FileChild {
  constructor(label: string, prompt: string) {
    super('w:sdt')
    const element = (name: string, children: readonly BuilderElement[] = []) =>
      new BuilderElement({ name, children })
    this.root.push(
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          // Word refuses a longer name of a field.
          new StringValueElement('w:alias', label.slice(0, 64)),
          element('w:showingPlcHdr'),
          element('w:richText'),
        ],
      }),
      new BuilderElement({
        name: 'w:sdtContent',
        children: [
          paragraphOf(prompt, {
            style: STYLE.prompt,
            shading: { type: ShadingType.CLEAR, fill: 'EDF3F5', color: 'auto' },
          }),
        ],
      }),
    )
  }
}
