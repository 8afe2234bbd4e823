import type { IconName } from '@/components/ui/icon'
import type { Permission } from '@/lib/access/grants'
import type { Role } from '@/lib/shared/roles'

type Room = { readonly key: string; readonly href: string; readonly permission: Permission }

/** Every page that may have an entry of its own in a menu, and what one must be allowed to do to open it. */
export const PLACES = [
  { key: 'today', href: '/', icon: 'today', permission: 'session:own' },
  { key: 'overview', href: '/', icon: 'today', permission: 'session:own' },
  { key: 'shared', href: '/', icon: 'today', permission: 'session:own' },
  { key: 'caseload', href: '/cases', icon: 'caseload', permission: 'case:read' },
  { key: 'visits', href: '/detention', icon: 'visits', permission: 'visit:read' },
  { key: 'deadlines', href: '/deadlines', icon: 'clock', permission: 'case:read' },
  { key: 'minors', href: '/guardianship', icon: 'people', permission: 'case:read' },
  { key: 'review', href: '/cases/review', icon: 'review', permission: 'case:review' },
  { key: 'handovers', href: '/handovers', icon: 'handover', permission: 'handover:own' },
  { key: 'team', href: '/team', icon: 'workload', permission: 'team:read' },
  { key: 'waiting', href: '/waiting', icon: 'phone', permission: 'case:edit' },
  { key: 'incoming', href: '/enquiries/incoming', icon: 'help', permission: 'case:create' },
  { key: 'duplicates', href: '/people/duplicates', icon: 'duplicates', permission: 'case:edit' },
  { key: 'import', href: '/imports', icon: 'upload', permission: 'import:run' },
  { key: 'lists', href: '/lists', icon: 'list', permission: 'closure:set' },
  { key: 'reports', href: '/reports', icon: 'statistics', permission: 'report:read' },
  { key: 'statistics', href: '/statistics', icon: 'statistics', permission: 'statistics:read' },
  { key: 'requests', href: '/requests', icon: 'lock', permission: 'statistics:read' },
  { key: 'accounts', href: '/accounts', icon: 'accounts', permission: 'account:read' },
  { key: 'settings', href: '/settings', icon: 'settings', permission: 'config:keep' },
  { key: 'partners', href: '/partners', icon: 'partners', permission: 'partner:read' },
  { key: 'belgium', href: '/countries/be', icon: 'country', permission: 'country:read' },
] as const satisfies readonly (Room & { icon: IconName })[]

/** What one can begin from anywhere. */
export const BEGINNINGS = [
  { key: 'logVisit', href: '/detention/new', icon: 'pen', permission: 'visit:record' },
  { key: 'newActivity', href: '/activities/new', icon: 'done', permission: 'case:edit' },
  { key: 'newEnquiry', href: '/enquiries', icon: 'help', permission: 'case:create' },
  { key: 'newGroup', href: '/activities/groups', icon: 'list', permission: 'case:create' },
  { key: 'newPerson', href: '/people/new', icon: 'people', permission: 'case:create' },
  { key: 'newPlan', href: '/planning/new', icon: 'visits', permission: 'plan:write' },
] as const satisfies readonly (Room & { icon: IconName })[]

/** What is reached from the places, and by its name from anywhere. */
export const BEYOND = [
  { key: 'newHandover', href: '/handovers/new', permission: 'case:assign' },
  { key: 'glass', href: '/circles/emergency', permission: 'glass:break' },
  { key: 'find', href: '/people/search', permission: 'case:read' },
  { key: 'planning', href: '/planning', permission: 'plan:read' },
  { key: 'calendar', href: '/planning/calendar', permission: 'plan:read' },
  { key: 'closures', href: '/planning/closures', permission: 'closure:set' },
  { key: 'sheets', href: '/sheets', permission: 'case:read' },
  { key: 'rules', href: '/deadlines/rules', permission: 'case:read' },
  { key: 'facts', href: '/countries/be/facts', permission: 'country:read' },
  { key: 'laws', href: '/countries/be/laws', permission: 'country:read' },
  { key: 'actors', href: '/countries/be/actors', permission: 'country:read' },
  { key: 'powers', href: '/countries/be/powers', permission: 'country:read' },
  { key: 'quality', href: '/countries/be/quality', permission: 'country:read' },
  { key: 'beside', href: '/countries/be/comparison', permission: 'report:read' },
  { key: 'upkeep', href: '/countries/be/upkeep', permission: 'country:keep' },
  { key: 'projects', href: '/settings/projects', permission: 'project:keep' },
  { key: 'fields', href: '/settings/fields', permission: 'field:keep' },
  { key: 'letters', href: '/settings/letters', permission: 'config:keep' },
  { key: 'system', href: '/settings/system', permission: 'system:read' },
  { key: 'setup', href: '/setup', permission: 'config:keep' },
  { key: 'setOrganisation', href: '/settings/organisation', permission: 'config:keep' },
  { key: 'setOffices', href: '/settings/offices', permission: 'config:keep' },
  { key: 'setPlaces', href: '/settings/places', permission: 'config:keep' },
  { key: 'setLists', href: '/settings/lists', permission: 'config:keep' },
  { key: 'setWork', href: '/settings/work', permission: 'config:keep' },
  { key: 'setSignIn', href: '/settings/sign-in', permission: 'config:keep' },
  { key: 'setMail', href: '/settings/mail', permission: 'config:keep' },
  { key: 'setFile', href: '/settings/configuration', permission: 'config:keep' },
  { key: 'equals', href: '/people/names', permission: 'country:keep' },
  { key: 'releases', href: '/statistics/releases', permission: 'statistics:read' },
  { key: 'publicReport', href: '/statistics/annual', permission: 'statistics:read' },
  { key: 'exports', href: '/statistics/requests', permission: 'statistics:read' },
  { key: 'newExport', href: '/statistics/requests/new', permission: 'statistics:export' },
  { key: 'annualReport', href: '/reports/annual', permission: 'report:read' },
  { key: 'figureDefinitions', href: '/reports/definitions', permission: 'report:read' },
  { key: 'missingByOffice', href: '/reports/missing', permission: 'report:read' },
  { key: 'reportRuns', href: '/reports/runs', permission: 'report:read' },
  { key: 'traffickingTable', href: '/reports/trafficking', permission: 'report:read' },
  { key: 'traffickingExact', href: '/reports/trafficking/exact', permission: 'report:sealed' },
  { key: 'figureReaders', href: '/reports/readers', permission: 'capability:read' },
  { key: 'circles', href: '/circles', permission: 'circle:own' },
  { key: 'rights', href: '/rights', permission: 'rights:read' },
  { key: 'notices', href: '/notices', permission: 'session:own' },
  { key: 'noticeSettings', href: '/notices/settings', permission: 'session:own' },
  { key: 'drafts', href: '/drafts', permission: 'draft:own' },
  { key: 'me', href: '/accounts/me', permission: 'session:own' },
  { key: 'help', href: '/help', permission: 'session:own' },
  { key: 'words', href: '/help/words', permission: 'session:own' },
  { key: 'news', href: '/help/news', permission: 'session:own' },
  { key: 'accessibility', href: '/help/accessibility', permission: 'session:own' },
] as const satisfies readonly Room[]

export type PlaceKey = (typeof PLACES)[number]['key']
export type BeyondKey = (typeof BEYOND)[number]['key']
export type PageKey = PlaceKey | BeyondKey | (typeof BEGINNINGS)[number]['key']

/** The menu of each role in its order; what leads a team is a group of its own. */
export const MENUS = {
  caseworker: {
    own: ['today', 'caseload', 'visits', 'deadlines', 'minors', 'partners', 'belgium'],
    team: [],
  },
  coordinator: {
    own: ['today', 'caseload', 'visits', 'deadlines', 'minors', 'partners', 'belgium'],
    team: ['review', 'handovers', 'team', 'waiting', 'incoming', 'reports', 'duplicates', 'import', 'lists'],
  },
  admin: {
    own: ['overview', 'reports', 'statistics', 'requests', 'accounts', 'settings', 'partners', 'belgium'],
    team: [],
  },
  guest: { own: ['shared', 'belgium'], team: [] },
} as const satisfies Readonly<Record<Role, Readonly<Record<'own' | 'team', readonly PlaceKey[]>>>>

/** Entries of the menu that are a list of pages: each page, and what is done there. */
export const DIRECTORIES = {
  lists: ['closures', 'rules'],
  requests: ['exports', 'newExport', 'figureReaders', 'rights'],
  settings: [
    'accounts',
    'projects',
    'fields',
    'letters',
    'figureReaders',
    'system',
    'rights',
    'equals',
    'upkeep',
  ],
} as const satisfies Readonly<Record<string, readonly (PlaceKey | BeyondKey)[]>>
export type DirectoryKey = keyof typeof DIRECTORIES
type ListedKey = (typeof DIRECTORIES)[DirectoryKey][number]
/** Pages of these lists, each of which says there what it is for. */
export const isListed = (key: PlaceKey | BeyondKey): key is ListedKey =>
  Object.values(DIRECTORIES).some((keys) => keys.some((one) => one === key))

/** Pages to which an entry of the menu leads, beside those below its own address. */
export const ROOMS: readonly { readonly under: PlaceKey; readonly href: string }[] = [
  { under: 'caseload', href: '/people' },
  { under: 'caseload', href: '/activities' },
  { under: 'caseload', href: '/enquiries' },
  { under: 'caseload', href: '/handovers' },
  { under: 'caseload', href: '/imports' },
  { under: 'visits', href: '/planning' },
  { under: 'lists', href: '/planning/closures' },
  { under: 'lists', href: '/deadlines/rules' },
  { under: 'statistics', href: '/countries/be/comparison' },
  { under: 'requests', href: '/statistics/requests' },
  { under: 'requests', href: '/reports/readers' },
  { under: 'requests', href: '/rights' },
  { under: 'settings', href: '/setup' },
  { under: 'settings', href: '/people/names' },
  { under: 'settings', href: '/countries/be/upkeep' },
]

/**
 * Pages outside the menu. In the menu of the account the pages about one’s own work; of those that may, the ones that the menu has
 * already stay out. On the profile of Belgium what goes with it, and
 * where there is no page what is looked for instead.
 */
export const BESIDE = {
  account: [
    'me',
    'reports',
    'noticeSettings',
    'drafts',
    'waiting',
    'incoming',
    'circles',
    'handovers',
    'duplicates',
    'rights',
  ],
  belgium: ['sheets', 'upkeep', 'beside'],
  missing: ['caseload', 'find', 'glass', 'help'],
} as const satisfies Readonly<Record<string, readonly (PlaceKey | BeyondKey)[]>>
