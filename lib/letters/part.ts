import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type Fault, fault } from './fault.rules'
import type { Use } from './template.rules'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const DEPTH = 100
const ELEMENTS = 200_000

export class TemplateRefused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code)
    this.name = 'TemplateRefused'
  }
}
export const refuse = (...said: Parameters<typeof fault>): never => {
  throw new TemplateRefused(fault(...said))
}

const FIELDS: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'DATE'])
const nameOf = (code: string): string => code.trim().split(/\s+/u)[0]?.toUpperCase() ?? ''
const checkField = (code: string): void => {
  // A field in a field has braces or nothing where its name would be.
  if (!FIELDS.has(nameOf(code)) || /["']?\s*(https?:|file:|\\\\)/iu.test(code)) refuse('fields', nameOf(code))
}

/** What an element of a document means for us, where it may not be there at all. */
const REFUSED: Readonly<Record<string, Parameters<typeof fault>[0]>> = {
  altChunk: 'chunk',
  object: 'objects',
  control: 'objects',
  OLEObject: 'objects',
  movie: 'objects',
  ins: 'changes',
  del: 'changes',
  moveFrom: 'changes',
  moveTo: 'changes',
  rPrChange: 'changes',
  pPrChange: 'changes',
  sectPrChange: 'changes',
  tblPrChange: 'changes',
  tblGridChange: 'changes',
  tcPrChange: 'changes',
  trPrChange: 'changes',
  tblPrExChange: 'changes',
  numberingChange: 'changes',
  cellIns: 'changes',
  cellDel: 'changes',
  cellMerge: 'changes',
  commentReference: 'comments',
  commentRangeStart: 'comments',
  subDoc: 'links',
  mailMerge: 'mailMerge',
  attachedTemplate: 'links',
}
/** What may stand between the letters of a tag without changing it; anything else breaks it. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'r',
  'rPr',
  't',
  'proofErr',
  'bookmarkStart',
  'bookmarkEnd',
  'lastRenderedPageBreak',
  'smartTag',
  'noProof',
])
const BREAK = '\u0000'
const FETCHING = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|file:|mailto:|javascript:|data:|\\\\)/iu

const TAG = /^\s*(?<mark>[#/]?)\s*(?<name>[A-Za-z][A-Za-z0-9_]*(?::[a-z0-9_]+)?)\s*$/u

type Loop = { readonly name: string; count: number }

/** The tags of one part in their order: names, and in which list each stands. */
const makeTags = (isFilled: boolean) => {
  const uses: Use[] = []
  let loop: Loop | null = null
  const tag = (inside: string) => {
    const { mark = '', name = '' } = TAG.exec(inside)?.groups ?? {}
    if (name === '') refuse('tagForm', inside.replaceAll(BREAK, ' ').trim())
    if (!isFilled) refuse('tagPlace', name)
    if (mark === '#') {
      if (loop !== null) refuse('loopNested', name)
      loop = { name, count: 0 }
    } else if (mark === '/') {
      if (loop === null) return refuse('loopNotOpened', name)
      if (loop.name !== name) refuse('loopCrossed', name, loop.name)
      if (loop.count === 0) refuse('loopEmpty', name)
      loop = null
    } else {
      if (loop !== null) loop.count += 1
      uses.push({ tag: name, loop: loop?.name ?? null })
    }
  }
  return {
    /** The text of a paragraph: each brace begins or ends a tag. */
    paragraph: (text: string): void => {
      let from = 0
      for (;;) {
        const open = text.indexOf('{', from)
        const close = text.indexOf('}', from)
        if (close !== -1 && (open === -1 || close < open))
          refuse('tagClose', shortly(text.slice(from, close)))
        if (open === -1) return
        const next = text.indexOf('{', open + 1)
        if (close === -1 || (next !== -1 && next < close)) refuse('tagOpen', shortly(text.slice(open + 1)))
        tag(text.slice(open + 1, close))
        from = close + 1
      }
    },
    end: (): Use[] => {
      if (loop !== null) refuse('loopNotClosed', loop.name)
      return uses
    },
  }
}
const shortly = (text: string): string => text.replaceAll(BREAK, ' ').trim().slice(0, 40)

type Field = { code: string; isCode: boolean }

/**
 * Reads one part of a document. Throws TemplateRefused for what runs, fetches, tells who wrote it, or would not be filled in.
 * @param isFilled whether tags of this part are filled in; elsewhere none may stand
 */
export const readPart = (xml: string, isFilled: boolean): readonly Use[] => {
  const tags = makeTags(isFilled)
  const parser = new SaxesParser({ xmlns: true })
  const paragraphs: string[] = []
  const fields: Field[] = []
  const open: SaxesTagNS[] = []
  let elements = 0
  const add = (text: string): void => {
    const last = paragraphs.length - 1
    if (last >= 0) paragraphs[last] += text
  }
  const fieldMark = (kind: string): void => {
    const last = fields.at(-1)
    if (kind === 'begin') {
      // A field in the code of another one: what it fetches is not known before it is opened.
      if (last?.isCode) refuse('fields', nameOf(last.code))
      fields.push({ code: '', isCode: true })
    } else if (last !== undefined) {
      if (last.isCode) checkField(last.code)
      last.isCode = false
      if (kind === 'end') fields.pop()
    }
  }
  parser.on('error', () => refuse('xml'))
  parser.on('doctype', () => refuse('entities'))
  parser.on('processinginstruction', () => refuse('xml'))
  parser.on('opentag', (element) => {
    elements += 1
    open.push(element)
    if (elements > ELEMENTS || open.length > DEPTH) refuse('bomb')
    const { local, prefix, uri, attributes } = element
    // What fills the template in goes by this prefix alone.
    if ((uri === WORD) !== (prefix === 'w')) refuse('strict')
    const refused = REFUSED[local]
    if (refused !== undefined && (uri === WORD || local === 'OLEObject')) refuse(refused, local)
    for (const one of Object.values(attributes)) {
      if (['src', 'href', 'link'].includes(one.local) && FETCHING.test(one.value)) refuse('links', local)
      if (['descr', 'title', 'alt'].includes(one.local) && /[{}]/u.test(one.value))
        refuse('tagPlace', shortly(one.value))
    }
    if (uri === WORD && local === 'p') paragraphs.push('')
    else if (uri === WORD && local === 'fldSimple') checkField(attributes['w:instr']?.value ?? '')
    else if (uri === WORD && local === 'fldChar') fieldMark(attributes['w:fldCharType']?.value ?? '')
    else if (!TRANSPARENT.has(local) && !isWithin(open, 'rPr')) add(BREAK)
  })
  parser.on('text', (text) => {
    const { local, uri } = open.at(-1) ?? { local: '', uri: '' }
    if (uri === WORD && local === 't' && paragraphs.length > 0) return add(text)
    if (uri === WORD && local === 'instrText') {
      const last = fields.at(-1)
      if (last === undefined) refuse('fields')
      else last.code += text
    }
    if (/[{}]/u.test(text)) refuse('tagPlace', shortly(text))
  })
  parser.on('cdata', (text) => {
    if (text !== '') refuse('xml')
  })
  parser.on('closetag', ({ local, uri }) => {
    open.pop()
    if (uri === WORD && local === 'p') {
      tags.paragraph(paragraphs.pop() ?? '')
      add(BREAK)
    }
  })
  parser.write(xml).close()
  if (fields.length > 0) refuse('fields')
  return tags.end()
}
const isWithin = (open: readonly SaxesTagNS[], local: string): boolean =>
  open.some((element) => element.local === local)

export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** The relations of a part. Throws TemplateRefused for one that leads out of the document. */
export const readRelations = (xml: string): readonly Relation[] => {
  const relations: Relation[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => refuse('xml'))
  parser.on('doctype', () => refuse('entities'))
  parser.on('opentag', ({ local, attributes }) => {
    if (local !== 'Relationship') return
    const say = (name: string): string => attributes[name]?.value ?? ''
    const type = say('Type')
    const kind = type.split('/').at(-1) ?? ''
    const target = say('Target')
    if (/^aFChunk$/iu.test(kind)) refuse('chunk')
    if (/^(oleObject|package|control|activeX.*)$/iu.test(kind)) refuse('objects', target)
    if (/^vba|^wordVba|macro/iu.test(kind)) refuse('macros')
    if (!/^(internal)?$/iu.test(say('TargetMode')) || FETCHING.test(target))
      refuse('links', target.slice(0, 80))
    relations.push({ id: say('Id'), type, target })
  })
  parser.write(xml).close()
  return relations
}

export type ContentTypes = {
  readonly defaults: ReadonlyMap<string, string>
  readonly overrides: ReadonlyMap<string, string>
}
/** What kind of content each part says it is. */
export const readContentTypes = (xml: string): ContentTypes => {
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => refuse('xml'))
  parser.on('doctype', () => refuse('entities'))
  parser.on('opentag', ({ local, attributes }) => {
    const say = (name: string): string => attributes[name]?.value ?? ''
    if (local === 'Default') defaults.set(say('Extension').toLowerCase(), say('ContentType'))
    if (local === 'Override') overrides.set(say('PartName').replace(/^\//u, ''), say('ContentType'))
  })
  parser.write(xml).close()
  return { defaults, overrides }
}
