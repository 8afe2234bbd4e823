import type { Permission } from '@/lib/access/grants'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'
import type { CaseHeader } from './case-header.data'
import type { FileOr } from './file-page.data'

type Row = {
  readonly permission: Permission
  /** Whether the file has a tab for it; null for a page that links lead to. An open part has its tab in any case. */
  readonly isShown: ((caseHeader: CaseHeader, today: Day) => boolean) | null
  /** The tab below which it is opened in a file that has none for it. */
  readonly below?: 'referrals'
}
const always = () => true

/**
 * Every part of a file (docs/how-to/add-a-part-of-a-file.md): a page of its own below `/cases/[code]`, in the order of the tabs. The name
 * is the folder of its page and the key of its label in `messages` (`cases`, `part`).
 */
export const FILE_PARTS = {
  timeline: { permission: 'case:read', isShown: always },
  trafficking: { permission: 'case:edit', isShown: ({ kind }) => kind === 'thb', below: 'referrals' },
  details: { permission: 'case:read', isShown: always },
  // Elsewhere Details lead to it.
  asylum: {
    permission: 'case:read',
    isShown: ({ kind, hasAsylum }) => hasAsylum || kind === 'asylum' || kind === 'general',
  },
  detention: { permission: 'case:read', isShown: ({ hasDetention }) => hasDetention },
  guardianship: {
    permission: 'case:read',
    isShown: ({ kept, people }, today) =>
      kept.has('guardianship_event') ||
      people.some(({ ageClaims }) => minority(ageClaims, today).treatedAsMinor),
  },
  deadlines: { permission: 'case:read', isShown: always },
  tasks: { permission: 'case:read', isShown: always },
  referrals: { permission: 'case:read', isShown: always },
  attachments: { permission: 'case:edit', isShown: always },
  contacts: { permission: 'case:read', isShown: always },
  sheets: { permission: 'case:read', isShown: always },
  sharing: { permission: 'case:read', isShown: always },
  consents: { permission: 'case:read', isShown: ({ kept }) => kept.has('consent') },
  history: { permission: 'case:read', isShown: always },
  closing: { permission: 'case:read', isShown: null },
  reassign: { permission: 'case:assign', isShown: null },
  rights: { permission: 'case:edit', isShown: null },
  summary: { permission: 'case:edit', isShown: null },
} as const satisfies Readonly<Record<string, Row>>

export type FilePart = keyof typeof FILE_PARTS
type FileTab = { [P in FilePart]: (typeof FILE_PARTS)[P]['isShown'] extends null ? never : P }[FilePart]

const isTab = (part: string): part is FileTab =>
  Object.entries(FILE_PARTS).some(([name, { isShown }]) => name === part && isShown !== null)
const rowOf = (part: FilePart): Row => FILE_PARTS[part]

export const permissionOf = (part: FilePart): Permission => rowOf(part).permission

/** Whether a file has a tab for a part that is not open. */
export const showsPart = (part: FilePart, caseHeader: CaseHeader, today: Day): boolean =>
  rowOf(part).isShown?.(caseHeader, today) ?? false

/** The tabs of a file while `open` is shown (null: no part), and which of them is the current one. */
export const tabsOf = (caseHeader: CaseHeader, today: Day, open: FilePart | null) => {
  const below = open === null || showsPart(open, caseHeader, today) ? undefined : rowOf(open).below
  const current = below ?? open
  return Object.keys(FILE_PARTS)
    .filter(isTab)
    .filter((part) => part === current || showsPart(part, caseHeader, today))
    .map((part) => ({ part, isCurrent: part === current }))
}

/** The address of one part of a file; the id says which one where two files bear the code. */
export const fileHref = ({ id, code }: Pick<CaseHeader, 'id' | 'code'>, part: FilePart): string =>
  `/cases/${code}${part === 'timeline' ? '' : `/${part}`}?file=${id}`

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
