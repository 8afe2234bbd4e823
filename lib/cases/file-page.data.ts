import 'server-only'
import { type GuestStay, listGuestAccounts, listGuests } from '@/lib/circles/guest.data'
import { type MembersPart, readMembers } from '@/lib/circles/members-part.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listMarks, listNumbers } from '@/lib/people/person.data'
import { listClaims } from '@/lib/people/withdrawal.data'
import { type Day, readDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { meant, type Search, textOf } from '@/lib/shared/search'
import { type CaseHeader, type FileChoice, findByAddress, getCaseHeader } from './case-header.data'
import { type ColleagueAccess, explainAccess, listAskable } from './colleague-access.data'
import { type History, listHistory } from './history.data'
import { type KeptApart, listKeptApart } from './kept-apart.data'
import { type Known, readKnown } from './known.data'
import { getNote, listNoteRevisions, type NoteHeader, type NoteRevision } from './note-edit.data'
import { listRelated, type Related } from './related-file.data'
import { listColleagues } from './roster.data'
import { getSharing, type Sharing } from './sharing.data'
import { listCentres, listWords } from './word.data'

export type Address = {
  readonly params: Readonly<Record<string, string>>
  readonly search: Search
}
export type FileOr<Part> =
  | {
      readonly type: 'choice'
      readonly code: string
      readonly choices: readonly FileChoice[]
      readonly words: CodeLabels
    }
  | { readonly type: 'file'; readonly caseHeader: CaseHeader; readonly part: Part }
export type CodeLabels = Awaited<ReturnType<typeof listWords>>

/**
 * The file at an address with one part of its page, or the choice where two files bear the code. A page that shows what
 * other rooms keep about the file hands their readers in.
 */
export const readFile = async <Part>(
  work: Work,
  { params, search }: Address,
  readPart: (caseHeader: CaseHeader) => Promise<Part>,
): Promise<FileOr<Part>> => {
  const found = await findByAddress(work, params.code ?? '', textOf(search, 'file'))
  if ('choices' in found) return { type: 'choice', ...found, words: await listWords(work, ['case_kind']) }
  const caseHeader = await getCaseHeader(work, found.caseId)
  return { type: 'file', caseHeader, part: await readPart(caseHeader) }
}

/** The same file with what a page shows beside its part, under names that the part does not have. */
export const alongside = async <Part extends object, More extends object>(
  data: FileOr<Part>,
  readMore: (caseHeader: CaseHeader) => Promise<More & { readonly [K in keyof Part]?: never }>,
): Promise<FileOr<Part & More>> =>
  data.type === 'choice' ? data : { ...data, part: { ...data.part, ...(await readMore(data.caseHeader)) } }

export type NotePart = { readonly note: NoteHeader; readonly revisions: readonly NoteRevision[] }
export const readNotePage = (work: Work, address: Address) => {
  const noteId = address.params.noteId ?? ''
  if (!isUuid(noteId)) throw new NotFound()
  return readFile(
    work,
    address,
    async (caseHeader): Promise<NotePart> => ({
      note: await getNote(work, caseHeader.id, noteId),
      revisions: await listNoteRevisions(work, caseHeader.id, noteId),
    }),
  )
}

export type HistoryPart = { readonly history: History; readonly known: Known }
export const readHistoryPage = (work: Work, address: Address) => {
  const day = (name: string): Day | null => meant(address.search, name, readDay)
  return readFile(
    work,
    address,
    async (caseHeader): Promise<HistoryPart> => ({
      history: await listHistory(work, caseHeader.id, day('before')),
      known: await readKnown(work, caseHeader, day('on')),
    }),
  )
}

export type DetailsPart = {
  readonly marks: Awaited<ReturnType<typeof listMarks>>
  readonly numbers: Awaited<ReturnType<typeof listNumbers>>
  /** Everything that was said of them, withdrawn or not. */
  readonly claims: Awaited<ReturnType<typeof listClaims>>
  readonly related: readonly Related[]
  readonly kept: readonly KeptApart[]
  readonly centres: Awaited<ReturnType<typeof listCentres>>
}
export const readDetailsPage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader): Promise<DetailsPart> => {
    const ids = [...caseHeader.people, ...caseHeader.former].map(({ id }) => id)
    return {
      marks: await listMarks(work, ids),
      numbers: await listNumbers(work, ids),
      claims: await listClaims(work, ids),
      related: await listRelated(work, caseHeader.id),
      kept: await listKeptApart(work, caseHeader.id),
      centres: await listCentres(work),
    }
  })

export type SharingPart = Sharing & {
  readonly circle: MembersPart
  readonly guests: readonly GuestStay[]
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
  readonly askable: readonly { readonly id: string; readonly name: string }[]
  /** The colleague of the address, with why they can see the file or not. */
  readonly asked: { readonly id: string; readonly access: ColleagueAccess } | null
}
export const readSharingPage = (work: Work, address: Address) => {
  const who = meant(address.search, 'who', (text) => (isUuid(text) ? text : null))
  return readFile(work, address, async (caseHeader): Promise<SharingPart> => {
    const access = who === null ? null : await explainAccess(work, caseHeader.id, who)
    return {
      ...(await getSharing(work, caseHeader.id)),
      circle: await readMembers(work, caseHeader),
      guests: await listGuests(work, caseHeader.id),
      accounts: await listGuestAccounts(work),
      askable: await listAskable(work, caseHeader.id),
      asked: who === null || access === null ? null : { id: who, access },
    }
  })
}

/** The file with the colleagues of its team, for handing it over. */
export const readReassignPage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader) =>
    (await listColleagues(work, [caseHeader.team.id])).filter(({ id }) => id !== caseHeader.worker.id),
  )
