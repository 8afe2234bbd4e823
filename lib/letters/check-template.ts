import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { openZip, type Zip, ZipRefused } from '@/lib/parsing/unzip'
import type { Fault } from './fault.rules'
import { makeLetter } from './make-letter'
import {
  type ContentTypes,
  type Relation,
  readContentTypes,
  readPart,
  readRelations,
  refuse,
  TemplateRefused,
} from './part'
import { DOCX, TEMPLATE_LIMITS, type Use } from './template.rules'

/** What may be in a template; all else is taken out or refused. */
const FILLED = /^word\/(document|header\d*|footer\d*)\.xml$/u
const KEPT =
  /^word\/(styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes|theme\/theme\d*)\.xml$/u
const PICTURE = /^word\/media\/[\w .-]+\.(?<ending>png|jpe?g)$/iu
const RELATIONS = /^(?:(?<folder>.*)\/)?_rels\/(?<name>[^/]*)\.rels$/u
/** What says who wrote it, when, with what, or lies in it without being shown. */
const TAKEN_OUT =
  /^(docProps\/|customXml\/|word\/(people|commentsIds|commentsExtended|commentsExtensible|documentTasks)[\w/]*\.xml$|word\/_rels\/people|word\/printerSettings\/|word\/glossary\/|_xmlsignatures\/)/u
const MACROS = /(^|\/)(vba|word\/vbaData|attachedToolbars|customizations)/iu
const OBJECTS = /(^|\/)(activeX|embeddings|oleObject)/iu
const XML_BYTES = 8 * 2 ** 20

const MAIN = `${DOCX}.main+xml`
const SIGNS = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
} as const
const OLD = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const begins = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte)

const readBytes = async (zip: Zip, name: string): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of zip.read(name)) pieces.push(piece)
  return Buffer.concat(pieces)
}
const toText = (bytes: Buffer): string => {
  if (bytes.length > XML_BYTES) return refuse('bomb')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('xml')
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${String(sign.codePointAt(0))};`)
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const toRelations = (relations: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ({ id, type, target }) =>
        `<Relationship Id="${escaped(id)}" Type="${escaped(type)}" Target="${escaped(target)}"/>`,
    )
    .join('')}</Relationships>`
const toContentTypes = ({ defaults, overrides }: ContentTypes, kept: ReadonlySet<string>): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">${[...defaults]
    .map(([ending, type]) => `<Default Extension="${escaped(ending)}" ContentType="${escaped(type)}"/>`)
    .join('')}${[...overrides]
    .filter(([name]) => kept.has(name))
    .map(([name, type]) => `<Override PartName="/${escaped(name)}" ContentType="${escaped(type)}"/>`)
    .join('')}</Types>`

const CONTENT_TYPES = '[Content_Types].xml'
const ROOT = '_rels/.rels'

/** Which part each relation of a list leads to. */
const targetOf = (rels: string, target: string): string => {
  const folder = RELATIONS.exec(rels)?.groups?.folder ?? ''
  return target.startsWith('/') ? target.slice(1) : path.posix.normalize(path.posix.join(folder, target))
}

const checkName = (name: string): void => {
  if (name.includes('\\') || name.startsWith('/') || name.split('/').includes('..')) refuse('broken')
  if (MACROS.test(name)) refuse('macros')
  if (OBJECTS.test(name)) refuse('objects', name)
}

const checkKind = ({ defaults, overrides }: ContentTypes): void => {
  const all = [...defaults.values(), ...overrides.values()]
  if (all.some((type) => /macroEnabled|vbaProject/iu.test(type))) refuse('macros')
  const main = overrides.get('word/document.xml') ?? defaults.get('xml') ?? ''
  if (/template\.main\+xml$/u.test(main)) refuse('templateFile')
  if (main !== MAIN) refuse('notDocx')
}

type Checked = { readonly uses: readonly Use[]; readonly bytes: Uint8Array }

const check = async (bytes: Buffer): Promise<Checked> => {
  if (bytes.length === 0) refuse('empty')
  if (bytes.length > TEMPLATE_LIMITS.bytes) refuse('tooLarge')
  if (begins(bytes, OLD)) refuse('oldOrLocked')
  if (!begins(bytes, ZIP)) refuse('notDocx')
  const zip = await openZip(bytes, TEMPLATE_LIMITS)
  const names = [...zip.names].filter((name) => !name.endsWith('/')).sort()
  for (const name of names) checkName(name)
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) refuse('broken')
  if (!zip.names.has(CONTENT_TYPES) || !zip.names.has(ROOT) || !zip.names.has('word/document.xml'))
    refuse('notDocx')
  const types = readContentTypes(toText(await readBytes(zip, CONTENT_TYPES)))
  checkKind(types)
  const parts = new Map<string, Uint8Array>()
  const relations = new Map<string, readonly Relation[]>()
  const uses: Use[] = []
  for (const name of names) {
    const content = await readBytes(zip, name)
    if (name === CONTENT_TYPES || TAKEN_OUT.test(name)) continue
    const ending = PICTURE.exec(name)?.groups?.ending?.toLowerCase()
    if (RELATIONS.test(name)) relations.set(name, readRelations(toText(content)))
    else if (ending !== undefined) {
      if (!begins(content, ending === 'png' ? SIGNS.png : SIGNS.jpg)) refuse('picture', name)
      parts.set(name, content)
    } else if (FILLED.test(name) || KEPT.test(name)) {
      uses.push(...readPart(toText(content), FILLED.test(name)))
      parts.set(name, content)
    } else if (/^word\/comments\.xml$/u.test(name)) refuse('comments')
    else refuse('part', name)
  }
  if (uses.length > TEMPLATE_LIMITS.tags) refuse('tagsTooMany')
  for (const [name, list] of relations) {
    const left = list.filter(({ target }) => !TAKEN_OUT.test(targetOf(name, target)))
    for (const { target } of left) if (!parts.has(targetOf(name, target))) refuse('part', target)
    parts.set(name, strToU8(toRelations(left)))
  }
  const kept = new Set(parts.keys())
  const clean = zipSync(
    {
      [CONTENT_TYPES]: strToU8(toContentTypes(types, kept)),
      ...Object.fromEntries(parts),
    },
    // No day of when it was made.
    { mtime: new Date(1980, 0, 1), level: 6 },
  )
  await tryOut(clean, uses)
  return { uses, bytes: clean }
}

/** Fills it in with nothing, one line and two, and looks whether all tags are gone and the document is still one. */
const tryOut = async (bytes: Uint8Array, uses: readonly Use[]): Promise<void> => {
  const names = [...new Set(uses.flatMap(({ loop }) => loop ?? []))]
  for (const count of [0, 1, 2]) {
    const item = Object.fromEntries(uses.map(({ tag }) => [tag, 'x']))
    const loops = Object.fromEntries(names.map((name) => [name, Array.from({ length: count }, () => item)]))
    try {
      const made = await makeLetter(Buffer.from(bytes), { singles: item, loops })
      const zip = await openZip(made, { ...TEMPLATE_LIMITS, unpackedTimes: 1000 })
      for (const name of zip.names)
        if (FILLED.test(name) && readPart(toText(await readBytes(zip, name)), true).length > 0)
          refuse('loopPlace', names[0])
    } catch (error) {
      if (error instanceof TemplateRefused && error.fault.code === 'loopPlace') throw error
      refuse('loopPlace', names[0])
    }
  }
}

const CODE_OF_ZIP = { fileBroken: 'broken', fileBomb: 'bomb', fileLocked: 'locked' } as const

/**
 * A template as it may be kept: nothing in it runs, fetches or says who wrote it, every brace is a tag that is filled in, every list is
 * closed. Which names the tags may have is checked where the fields of the organisation are known (tag.rules.ts).
 */
export const checkTemplate = async (bytes: Buffer): Promise<Checked | { readonly fault: Fault }> => {
  try {
    return await check(bytes)
  } catch (error) {
    if (error instanceof TemplateRefused) return { fault: error.fault }
    if (error instanceof ZipRefused) return { fault: { code: CODE_OF_ZIP[error.code], of: '', near: '' } }
    throw error
  }
}
