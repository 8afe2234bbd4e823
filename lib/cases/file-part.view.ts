import type { Permission } from '@/lib/access/grants'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { CaseHeader } from './case-header.data'
import type { Rights } from './file.view'
import type { FileOr } from './file-page.data'

/** The six parts of a file, in the order of the strip: each a link, and below it the links to its pages where it has several. */
export const FILE_PARTS = vocabulary('cases.file-parts', [
  'overview',
  'person',
  'procedure',
  'todo',
  'documents',
  'access',
])
export type FilePart = CodeOf<typeof FILE_PARTS>

type Row = {
  readonly part: FilePart
  readonly permission: Permission
  /** Whether the file has a link to it. The open page has its link in any case. */
  readonly isShown: (caseHeader: CaseHeader, today: Day) => boolean
  /** Which right its link needs, beyond reading the file. */
  readonly needs?: 'canEdit' | 'canAssign'
  /** The page below which it is opened in a file that has no link to it. */
  readonly below?: 'referrals'
}
const always = () => true

/**
 * Every page of a file (docs/how-to/add-a-part-of-a-file.md), below `/cases/[code]`, in the order of the links of its part; a part leads
 * to the first one that the file shows. The name is the folder of the page and the key of its label in `messages` (`cases`, `page`).
 */
export const FILE_PAGES = {
  timeline: { part: 'overview', permission: 'case:read', isShown: always },
  // Elsewhere the timeline leads to it.
  activities: {
    part: 'overview',
    permission: 'case:read',
    isShown: ({ kept }) => kept.has('activity') || kept.has('group_person'),
  },
  details: { part: 'person', permission: 'case:read', isShown: always },
  contacts: { part: 'person', permission: 'case:read', isShown: always },
  consents: { part: 'person', permission: 'case:read', isShown: always },
  trafficking: {
    part: 'procedure',
    permission: 'case:edit',
    isShown: ({ kind }) => kind === 'thb',
    below: 'referrals',
  },
  // The story of them all comes first; the others are where one writes.
  procedure: { part: 'procedure', permission: 'case:read', isShown: always },
  // Elsewhere Details lead to it.
  asylum: {
    part: 'procedure',
    permission: 'case:read',
    isShown: ({ kind, hasAsylum }) => hasAsylum || kind === 'asylum' || kind === 'general',
  },
  detention: {
    part: 'procedure',
    permission: 'case:read',
    isShown: ({ hasDetention }) => hasDetention,
  },
  guardianship: {
    part: 'procedure',
    permission: 'case:read',
    isShown: ({ kept, people }, today) =>
      kept.has('guardianship_event') ||
      people.some(({ ageClaims }) => minority(ageClaims, today).treatedAsMinor),
  },
  deadlines: { part: 'procedure', permission: 'case:read', isShown: always },
  tasks: { part: 'todo', permission: 'case:read', isShown: always },
  appointments: { part: 'todo', permission: 'case:read', isShown: always },
  attachments: { part: 'documents', permission: 'case:edit', isShown: always },
  letters: { part: 'documents', permission: 'case:edit', isShown: always, needs: 'canEdit' },
  sheets: { part: 'documents', permission: 'case:read', isShown: always },
  sharing: { part: 'access', permission: 'case:read', isShown: always },
  referrals: { part: 'access', permission: 'case:read', isShown: always },
  summary: { part: 'access', permission: 'case:edit', isShown: always, needs: 'canEdit' },
  history: { part: 'access', permission: 'case:read', isShown: always },
  rights: { part: 'access', permission: 'case:edit', isShown: always, needs: 'canEdit' },
  reassign: { part: 'access', permission: 'case:assign', isShown: always, needs: 'canAssign' },
  closing: { part: 'access', permission: 'case:read', isShown: always },
} as const satisfies Readonly<Record<string, Row>>

export type FilePage = keyof typeof FILE_PAGES

const isPage = (name: string): name is FilePage => Object.hasOwn(FILE_PAGES, name)
const PAGES: readonly FilePage[] = Object.keys(FILE_PAGES).filter(isPage)
const rowOf = (page: FilePage): Row => FILE_PAGES[page]

export const permissionOf = (page: FilePage): Permission => rowOf(page).permission

/** Whether a file has a link to a page that is not open. */
export const showsPage = (page: FilePage, caseHeader: CaseHeader, today: Day): boolean =>
  rowOf(page).isShown(caseHeader, today)

/**
 * The parts of a file with their pages, while `open` is shown (null: a page below them, an entry of the timeline), for a reader with these
 * rights; which part and which page is the current one.
 */
export const partsOf = (
  caseHeader: CaseHeader,
  rights: Pick<Rights, 'canEdit' | 'canAssign'>,
  today: Day,
  open: FilePage | null,
) => {
  const below = open === null || showsPage(open, caseHeader, today) ? undefined : rowOf(open).below
  const current = below ?? open
  const shown = PAGES.filter((page) => {
    const { needs } = rowOf(page)
    return page === current || (showsPage(page, caseHeader, today) && (needs === undefined || rights[needs]))
  })
  const currentPart = rowOf(current ?? 'timeline').part
  return FILE_PARTS.codes.flatMap((part) => {
    const pages = shown
      .filter((page) => rowOf(page).part === part)
      .map((page) => ({ page, isCurrent: page === current }))
    const [first] = pages
    return first === undefined ? [] : [{ part, isCurrent: part === currentPart, leadsTo: first.page, pages }]
  })
}

/** The address of one page of a file; the id says which one where two files bear the code. */
export const fileHref = ({ id, code }: Pick<CaseHeader, 'id' | 'code'>, page: FilePage): string =>
  `/cases/${code}${page === 'timeline' ? '' : `/${page}`}?file=${id}`

/** Where a note is written. */
export const noteFieldHref = (caseHeader: Pick<CaseHeader, 'id' | 'code'>): string =>
  `${fileHref(caseHeader, 'timeline')}#write`

/** The address of what leaves with a referral; `:id` stands for the referral. */
export const referralSheetHref = ({ id, code }: Pick<CaseHeader, 'id' | 'code'>): string =>
  `/cases/${code}/referrals/:id/sheet?file=${id}`

export const noteHref = ({ id, code }: Pick<CaseHeader, 'id' | 'code'>, noteId: string): string =>
  `/cases/${code}/notes/${noteId}?file=${id}`

/** What the audit log keeps of a page of a file. */
export const toOpened = <Part>(data: FileOr<Part>) =>
  data.type === 'file'
    ? ({ event: 'case.opened', caseId: data.caseHeader.id } as const)
    : ({ event: 'case.listed', caseIds: data.choices.map(({ id }) => id), more: false } as const)
