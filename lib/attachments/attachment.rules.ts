import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a paper is about. */
export const KINDS = vocabulary('attachments.kinds', [
  'identity',
  'decision',
  'procedure',
  'detention',
  'health',
  'family',
  'work',
  'letter',
  'photo',
  'other',
])

export type Kind = CodeOf<typeof KINDS>

/** Folders of papers, by what one looks for: a kind is in one of them. */
export const FOLDERS = vocabulary('attachments.folders', [
  'procedure',
  'detention',
  'person',
  'health',
  'letters',
  'other',
])
export type Folder = CodeOf<typeof FOLDERS>
const FOLDER_OF: Readonly<Record<Kind, Folder>> = {
  decision: 'procedure',
  procedure: 'procedure',
  detention: 'detention',
  identity: 'person',
  family: 'person',
  work: 'person',
  photo: 'person',
  health: 'health',
  letter: 'letters',
  other: 'other',
}

/** The folders that hold something, each with its papers in the order they came. */
export const inFolders = <P extends { readonly kind: Kind }>(
  papers: readonly P[],
): readonly { readonly folder: Folder; readonly papers: readonly P[] }[] =>
  FOLDERS.codes
    .map((folder) => ({ folder, papers: papers.filter(({ kind }) => FOLDER_OF[kind] === folder) }))
    .filter(({ papers: own }) => own.length > 0)

/** Why a paper was taken away by hand; what a scanner finds later is taken away as `infected`. */
export const REMOVALS = vocabulary('attachments.removals', ['wrong_file', 'wrong_paper', 'asked_by_person'])
export const REASONS = vocabulary('attachments.reasons', [...REMOVALS.codes, 'infected'])
export type Reason = CodeOf<typeof REASONS>

/** none: no scanner is set up. waiting: it did not answer, and no one gets the paper until it does. */
export const SCANS = vocabulary('attachments.scans', ['none', 'waiting', 'clean'])
export type Scan = CodeOf<typeof SCANS>

export const LIMITS = {
  /** Of one upload together, and of one stored paper. */
  bytes: 25 * 2 ** 20,
  files: 12,
  /** A phone makes 12 to 50; more is a bomb or an atlas. */
  pixels: 60_000_000,
  /** Of a photo when it is unpacked: four bytes a pixel. */
  pixelBytes: 240_000_000,
  /** Of an office document when it is unpacked. */
  unpackedBytes: 200 * 2 ** 20,
  unpackedTimes: 200,
  entries: 5000,
  /** Of one piece, before it is encrypted. */
  piece: 256 * 2 ** 10,
} as const

/** What is kept, by its content, and the ending it is given when it leaves. */
export const TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/plain': 'txt',
} as const
export type FileType = keyof typeof TYPES

export const isFileType = (type: string): type is FileType => Object.hasOwn(TYPES, type)

export const isImage = (type: FileType): boolean => type.startsWith('image/')

/** How a paper is named on someone’s disk: never after the person, because a disk is read by others. */
export const toFileName = (fileCode: string, position: number, type: FileType): string =>
  `${fileCode.toLowerCase().replace(/[^a-z0-9-]/g, '')}-${position}.${TYPES[type]}`

/** Where the pieces of so many bytes begin and end. */
export const piecesOf = (bytes: number): { readonly from: number; readonly to: number }[] =>
  Array.from({ length: Math.ceil(bytes / LIMITS.piece) }, (_, i) => ({
    from: i * LIMITS.piece,
    to: Math.min(bytes, (i + 1) * LIMITS.piece),
  }))
