import { gzipSync } from 'node:zlib'
import { docx, hugePng, lockedDocx, odt, photo, png, text, webp, zip } from './papers'

const zeros = new Uint8Array(3 * 2 ** 20)
const jpegOf = async () => new Uint8Array(await photo(400, 300))
const docxWithout = () => odt().slice(40)
const start = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(400)])
const manyParts = () =>
  docx(Object.fromEntries(Array.from({ length: 5_100 }, (_, i) => [`word/${i}.xml`, text('x')])))
/** A list that names something elsewhere by this kind of tie. */
export const relations = (kind: string) => ({
  'word/_rels/settings.xml.rels': text(
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="http://x.invalid/a" TargetMode="External"/></Relationships>`,
  ),
})
const typesOf = (type: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="${type}.main+xml"/></Types>`
const macroTypes = typesOf('application/vnd.ms-word.document.macroEnabled')
const slideTypes = typesOf('application/vnd.openxmlformats-officedocument.presentationml.presentation')
const laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
const brokenSum = async () => {
  const bytes = await png()
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 0xff, bytes.length - 20)
  return bytes
}

/** What it is, the file, and why it is refused. */
export const HOSTILE_PAPERS: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] =
  [
    ['nothing', () => new Uint8Array(0), 'fileEmpty'],
    ['a program of Windows', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'fileKind'],
    [
      'a program of Linux',
      () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(300)]),
      'fileKind',
    ],
    [
      'a drawing that can run scripts',
      () =>
        text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'fileKind',
    ],
    ['a zip that is no document', () => docxWithout(), 'fileKind'],
    [
      'a moving picture',
      () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'),
      'fileKind',
    ],
    ['noise', () => Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37) % 256)), 'fileKind'],
    ['half a photo', async () => (await jpegOf()).subarray(0, 900), 'fileBroken'],
    ['a photo as large as a city', hugePng, 'filePixels'],
    ['a document that unpacks a thousand times', () => docx({ 'word/bomb.xml': zeros }), 'fileBomb'],
    ['a document with macros', () => docx({ 'word/vbaProject.bin': text('Sub AutoOpen()') }), 'fileMacros'],
    ['an OpenDocument with macros', () => odt({ 'Basic/Standard/Module1.xml': text('<x/>') }), 'fileMacros'],
    ['a locked document', lockedDocx, 'fileLocked'],
    ['a document that fetches its template', () => docx(relations('attachedTemplate')), 'fileMacros'],
    ['a document that fetches an object', () => docx(relations('oleObject')), 'fileMacros'],
    [
      'a document with a packed object',
      () => docx({ 'word/embeddings/oleObject1.bin': text('x') }),
      'fileMacros',
    ],
    ['a document with ActiveX', () => docx({ 'word/activeX/activeX1.xml': text('<x/>') }), 'fileMacros'],
    ['a list of relations as long as a book', () => docx({ 'word/_rels/a.rels': zeros }), 'fileBomb'],
    ['a document with thousands of parts', manyParts, 'fileBomb'],
    ['a document that climbs out of its folder', () => docx({ '../../evil.xml': text('x') }), 'fileBroken'],
    ['a document cut in half', () => docx().subarray(0, 200), 'fileKind'],
    ['a macro document by its own type', () => docx({ '[Content_Types].xml': text(macroTypes) }), 'fileKind'],
    ['a presentation', () => docx({ '[Content_Types].xml': text(slideTypes) }), 'fileKind'],
    ['a book', () => odt({ mimetype: text('application/epub+zip') }), 'fileKind'],
    ['a zip of programs', () => zip({ 'a.exe': text('MZ') }), 'fileKind'],
    ['a zip in a zip in a zip', () => zip({ 'a.zip': zip({ 'b.zip': zip({ c: zeros }) }) }), 'fileKind'],
    ['an archive of Java', () => zip({ 'META-INF/MANIFEST.MF': text('Main-Class: A') }), 'fileKind'],
    [
      'a package of a phone',
      () => zip({ 'AndroidManifest.xml': text('x'), 'classes.dex': text('x') }),
      'fileKind',
    ],
    ['a Word document of old', () => start('d0cf11e0a1b11ae1'), 'fileKind'],
    ['a text with fields', () => text('{\\rtf1\\ansi {\\field{\\*\\fldinst DDEAUTO c:\\\\x}}}'), 'fileKind'],
    ['a photo of another kind (HEIC)', () => start('00000018667479706865696300000000'), 'fileHeic'],
    ['a photo of another kind (AVIF)', () => start('0000001c667479706176696600000000'), 'fileKind'],
    ['a photo of another kind (TIFF)', () => start('49492a0008000000'), 'fileKind'],
    ['a film', () => start('00000018667479706d70343200000000'), 'fileKind'],
    ['a sound', () => start('4944330300000000'), 'fileKind'],
    ['a program of the web', () => start('0061736d01000000'), 'fileKind'],
    ['a program of Java', () => start('cafebabe00000034'), 'fileKind'],
    ['a program of a Mac', () => start('cffaedfe07000001'), 'fileKind'],
    ['a film with programs', () => start('465753060000'), 'fileKind'],
    ['a shortcut', () => start('4c0000000114020000000000c000000000000046'), 'fileKind'],
    ['a database', () => Buffer.concat([text('SQLite format 3\0'), Buffer.alloc(100)]), 'fileKind'],
    ['an archive (RAR)', () => start('526172211a070100'), 'fileKind'],
    ['an archive (7z)', () => start('377abcaf271c0004'), 'fileKind'],
    ['an archive (gzip)', () => gzipSync(text('x')), 'fileKind'],
    ['words that command a terminal', () => text('Zz\u001b]0;x\u0007\u001b[2J'), 'fileKind'],
    ['words with a NUL', () => text('Zz\0zz'), 'fileKind'],
    ['words in another encoding', () => Buffer.from('\ufeffZz <script>', 'utf16le'), 'fileKind'],
    ['words that are half a character', () => Buffer.from([0x5a, 0xc3, 0x28]), 'fileKind'],
    ['a tree of words that grows without end', () => text(laughs), 'fileKind'],
    [
      'a drawing without scripts',
      () => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><use href="//x"/></svg>'),
      'fileKind',
    ],
    ['half a drawing', async () => (await png()).subarray(0, 60), 'fileBroken'],
    ['half a picture of the web', async () => (await webp()).subarray(0, 40), 'fileBroken'],
    ['a drawing whose sum is wrong', brokenSum, 'fileBroken'],
  ]
