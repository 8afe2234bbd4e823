import type { OwnField } from '@/lib/fields/field.rules'
import { everyFact } from '@/lib/summaries/invented.view'
import { PIECES, SECTIONS } from '@/lib/summaries/level.rules'
import type { Fact, Part } from '@/lib/summaries/redact.rules'
import { toContents, toFilling, type Words } from './letter.view'
import type { Filling } from './make-letter'
import type { Preview } from './preview.rules'
import { allFields, sectionsOf } from './tag.rules'
import type { TemplateEdition } from './template.rules'

const NAMES = {
  long: 'Fictaramandrianaivoravelona Kalimogebreselassiewoldemariam-Verzonnen',
  rtl: 'فكتار كاليمو الخيالي',
} as const
const LINES = 12

const facts = (text: string): Fact[] =>
  everyFact({ text, day: '2026-03-02', country: 'ER', years: 19 }).map((fact) =>
    fact.piece === 'fileCode' ? { piece: 'fileCode', value: { kind: 'code', text: 'ZZZ-2345' } } : fact,
  )

const toParts = (preview: Preview): Part<Fact>[] => {
  if (preview === 'empty') return SECTIONS.codes.map((section) => ({ section, items: [] }))
  const name = NAMES[preview]
  return SECTIONS.codes.map((section) => ({
    section,
    items: Array.from({ length: preview === 'long' && section !== 'identity' ? LINES : 1 }, (_, line) => ({
      as: 'facts',
      facts: facts(line === 0 ? name : `${name} ${line + 1}`).filter(
        ({ piece }) => PIECES[piece].section === section,
      ),
    })),
  }))
}

type Tools = {
  readonly fields: readonly OwnField[]
  readonly words: Words
  readonly today: string
  /** What is said where only the organisation knows what could be: its own fields and what is typed. */
  readonly example: (tag: string) => string
}
/** What fills a template about an invented person: through the same gate as a letter. No file is read. */
export const fillPreview = (
  { uses, reader }: Pick<TemplateEdition, 'uses' | 'reader'>,
  preview: Preview,
  { fields, words, today, example }: Tools,
): Filling => {
  const isEmpty = preview === 'empty'
  const contents = toContents(
    {
      parts: toParts(preview),
      own: [],
      plain: {
        today,
        organisation: example('organisation'),
        contactDetails: example('contactDetails'),
        by: example('by'),
      },
    },
    { reader, uses, sections: sectionsOf(uses, fields) },
    allFields(fields),
    words,
  )
  const typed = isEmpty
    ? {}
    : Object.fromEntries(
        contents.data.flatMap(({ field }) =>
          field.kind === 'piece' ? [] : [[field.tag, example(field.tag)]],
        ),
      )
  return toFilling(contents, uses, typed)
}
