import { deflateRawSync } from 'node:zlib'
import type { FaultCode } from '@/lib/letters/fault.rules'
import { external, field, makeDocx, paragraph, run, table } from './docx-by-hand'
import { packZip } from './zip-by-hand'

// Templates that are refused, each with what is said of it.

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const inRun = (inside: string): string => `<w:p><w:r>${inside}</w:r></w:p>`
const internal = (kind: string, target: string): string =>
  `<Relationship Id="x2" Type="${R}/${kind}" Target="${target}"/>`
const noise = (size: number): Buffer => {
  const bytes = Buffer.alloc(size)
  let state = 20_261_201
  for (let at = 0; at + 4 <= size; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    bytes.writeInt32LE(state ^ (state >>> 15), at)
  }
  return bytes
}
const locked = (): Buffer => {
  const bytes = makeDocx()
  // Bit 0 of the flags of each entry in the list of contents (APPNOTE.TXT § 4.4.4).
  for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  return bytes
}
const bomb = (): Buffer => {
  const zeros = Buffer.alloc(24 * 2 ** 20)
  return packZip([{ name: 'word/document.xml', packed: deflateRawSync(zeros), size: zeros.length }])
}
const lyingBomb = (): Buffer => {
  const zeros = Buffer.alloc(24 * 2 ** 20)
  const honest = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].map((name) => {
    const content = Buffer.from(MINIMAL[name] ?? '')
    return { name, packed: deflateRawSync(content), size: content.length }
  })
  return packZip([...honest, { name: 'word/styles.xml', packed: deflateRawSync(zeros), size: 100 }])
}
const MINIMAL: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml':
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
}
const withBody = (body: string): Buffer => makeDocx({ body })
const deep = (depth: number): string =>
  `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
const entity = (declared: string): Buffer =>
  makeDocx({
    parts: {
      'word/document.xml': `<?xml version="1.0"?><!DOCTYPE d [${declared}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`,
    },
  })

export type Hostile = { readonly what: string; readonly bytes: () => Buffer; readonly code: FaultCode }
const one = (what: string, code: FaultCode, bytes: () => Buffer): Hostile => ({ what, code, bytes })

export const HOSTILE_TEMPLATES: readonly Hostile[] = [
  one('nothing', 'empty', () => Buffer.alloc(0)),
  one('more than two megabytes', 'tooLarge', () =>
    makeDocx({ parts: { 'word/media/a.png': noise(3 * 2 ** 20) } }),
  ),
  one('a document of Word 97, or one with a password', 'oldOrLocked', () =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]),
  ),
  one('a text', 'notDocx', () => Buffer.from('Dear {name}')),
  one('a PDF', 'notDocx', () => Buffer.from('%PDF-1.7 nothing')),
  one('a zip that is no document', 'notDocx', () => makeDocx({ parts: { 'word/document.xml': null } })),
  one('half a zip', 'broken', () => makeDocx().subarray(0, 600)),
  one('a zip under a password', 'locked', locked),
  one('a zip bomb', 'bomb', bomb),
  one('a zip bomb that says it is small', 'broken', lyingBomb),
  one('three hundred parts', 'bomb', () =>
    makeDocx({
      parts: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`word/header${i + 2}.xml`, '<a/>'])),
    }),
  ),
  one('parts that differ in capitals alone', 'broken', () =>
    makeDocx({ parts: { 'Word/Document.xml': '<a/>' } }),
  ),
  one('a part outside the document', 'broken', () => makeDocx({ parts: { '../evil.xml': '<a/>' } })),
  one('macros', 'macros', () => makeDocx({ parts: { 'word/vbaProject.bin': noise(100) } })),
  one('a macro document under another name', 'macros', () =>
    makeDocx({ mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  ),
  one('a template of Word', 'templateFile', () =>
    makeDocx({
      mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
    }),
  ),
  one('a table program', 'notDocx', () =>
    makeDocx({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
  ),
  one('strict Open XML', 'strict', () =>
    makeDocx({
      parts: {
        'word/document.xml':
          '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:body></w:document>',
      },
    }),
  ),
  one('another prefix, under which no tag would be filled in', 'strict', () =>
    makeDocx({
      parts: {
        'word/document.xml':
          '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>{name}</x:t></x:r></x:p></x:body></x:document>',
      },
    }),
  ),
  one('a packed object', 'objects', () =>
    makeDocx({ parts: { 'word/embeddings/oleObject1.bin': noise(100) } }),
  ),
  one('an object on the page', 'objects', () =>
    withBody(inRun('<w:object><o:OLEObject Type="Embed"/></w:object>')),
  ),
  one('ActiveX', 'objects', () => makeDocx({ parts: { 'word/activeX/activeX1.xml': '<a/>' } })),
  one('a relation to an object', 'objects', () => makeDocx({ relations: internal('oleObject', 'a.bin') })),
  one('a template that is fetched', 'links', () =>
    makeDocx({
      parts: {
        'word/settings.xml': '<a/>',
        'word/_rels/settings.xml.rels': `<Relationships>${external('attachedTemplate', 'https://fictar.example/a.dotm')}</Relationships>`,
      },
    }),
  ),
  one('a picture that is fetched', 'links', () =>
    makeDocx({ relations: external('image', 'https://fictar.example/a.png') }),
  ),
  one('a link', 'links', () => makeDocx({ relations: external('hyperlink', 'mailto:a@fictar.example') })),
  one('a file of another machine', 'links', () =>
    makeDocx({ relations: external('image', String.raw`file:///\\fictar.example\share\a.png`) }),
  ),
  one('a link that says it is inside', 'links', () =>
    makeDocx({ relations: internal('image', 'https://fictar.example/a.png') }),
  ),
  one('a picture of elsewhere on the page', 'links', () =>
    withBody(inRun('<w:pict><v:imagedata src="https://fictar.example/a.png"/></w:pict>')),
  ),
  one('a document within the document', 'links', () => withBody('<w:subDoc r:id="x1"/>')),
  one('a chunk of another format', 'chunk', () => withBody('<w:altChunk r:id="x1"/>')),
  one('a relation to a chunk', 'chunk', () => makeDocx({ relations: internal('aFChunk', 'a.html') })),
  one('a part that we do not know', 'part', () => makeDocx({ parts: { 'word/charts/chart1.xml': '<a/>' } })),
  one('a font', 'part', () => makeDocx({ parts: { 'word/fonts/font1.odttf': noise(100) } })),
  one('a relation to nothing', 'part', () => makeDocx({ relations: internal('image', 'media/none.png') })),
  one('a picture that is none', 'picture', () => makeDocx({ parts: { 'word/media/a.png': noise(100) } })),
  one('broken markup', 'xml', () => makeDocx({ body: '<w:p><w:r></w:p>' })),
  one('markup in another alphabet', 'xml', () =>
    makeDocx({ parts: { 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') } }),
  ),
  one('entities that grow', 'entities', () => entity('<!ENTITY a "aaaa">')),
  one('an entity of elsewhere', 'entities', () => entity('<!ENTITY a SYSTEM "file:///etc/passwd">')),
  one('elements a hundred deep', 'bomb', () => withBody(deep(60))),
  one('a field that fetches', 'fields', () =>
    withBody(field(' INCLUDEPICTURE "https://fictar.example/a.png" ')),
  ),
  one('a field that starts a program', 'fields', () =>
    withBody(field(' DDEAUTO c:\\\\windows\\\\cmd.exe "/k" ')),
  ),
  one('a simple field that tells who wrote it', 'fields', () =>
    withBody('<w:p><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'),
  ),
  one('a field in a field', 'fields', () =>
    withBody(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE</w:instrText><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ),
  ),
  one('a field that does not end', 'fields', () =>
    withBody(inRun('<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>')),
  ),
  one('a change that waits', 'changes', () =>
    withBody(`<w:p><w:ins w:id="1" w:author="Fictar">${run('x')}</w:ins></w:p>`),
  ),
  one('a comment', 'comments', () => withBody('<w:p><w:commentRangeStart w:id="1"/></w:p>')),
  one('comments that lie in it', 'comments', () => makeDocx({ parts: { 'word/comments.xml': '<a/>' } })),
  one('a mail merge', 'mailMerge', () =>
    makeDocx({
      parts: {
        'word/settings.xml':
          '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:mailMerge/></w:settings>',
      },
    }),
  ),
  one('a brace that is never closed', 'tagOpen', () => withBody(paragraph('Dear {name and so on'))),
  one('a brace that is closed in another paragraph', 'tagOpen', () =>
    withBody(paragraph('Dear {na') + paragraph('me}')),
  ),
  one('a brace in a brace', 'tagOpen', () => withBody(paragraph('{na{me}}'))),
  one('a brace that was never opened', 'tagClose', () => withBody(paragraph('Dear name}'))),
  one('a tag with a dot', 'tagForm', () => withBody(paragraph('{person.name}'))),
  one('a tag with options', 'tagForm', () => withBody(paragraph('{name [a: 1]}'))),
  one('an empty tag', 'tagForm', () => withBody(paragraph('{}'))),
  one('a tag of another program', 'tagForm', () => withBody(paragraph('{{ name }}').replace('{{', '{ $'))),
  one('a tag with a line break in it', 'tagForm', () =>
    withBody('<w:p><w:r><w:t>{na</w:t><w:br/><w:t>me}</w:t></w:r></w:p>'),
  ),
  one('a tag in a note below the page', 'tagPlace', () =>
    makeDocx({ footnotes: `<w:footnote w:id="1">${paragraph('{name}')}</w:footnote>` }),
  ),
  one('a tag in the words of a picture', 'tagPlace', () =>
    withBody(
      inRun('<w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{name}"/></wp:inline></w:drawing>'),
    ),
  ),
  one('a tag that stands in no paragraph', 'tagPlace', () => withBody('<w:r><w:t>{name}</w:t></w:r>')),
  one('a tag in a formula', 'tagPlace', () =>
    withBody('<w:p><m:oMath><m:r><m:t>{name}</m:t></m:r></m:oMath></w:p>'),
  ),
  one('a list that is never closed', 'loopNotClosed', () => withBody(paragraph('{#deadlines}{deadline}'))),
  one('a lone end of a list', 'loopNotOpened', () => withBody(paragraph('{/deadlines}'))),
  one('lists that cross', 'loopCrossed', () =>
    withBody(paragraph('{#deadlines}{deadline}{/contacts}{/deadlines}')),
  ),
  one('a list in a list', 'loopNested', () =>
    withBody(paragraph('{#deadlines}{#contacts}{contact}{/contacts}{/deadlines}')),
  ),
  one('a list of nothing', 'loopEmpty', () => withBody(paragraph('{#deadlines}a line{/deadlines}'))),
  one('a list from the text into a table', 'loopPlace', () =>
    withBody(paragraph('{#deadlines}{deadline}') + table([['a', '{/deadlines}']])),
  ),
  one('a tag too many', 'tagsTooMany', () => withBody(paragraph('{name}'.repeat(401)))),
]
