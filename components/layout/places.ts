import type { IconName } from '@/components/ui/icon'
import type { Permission } from '@/lib/access/grants'

type Room = { readonly key: string; readonly href: string; readonly permission: Permission }

/** The places of the application in their one order, and what one must be allowed to do to see them in the menu. */
export const PLACES = [
  { key: 'today', href: '/', icon: 'today', permission: 'session:own' },
  { key: 'caseload', href: '/cases', icon: 'caseload', permission: 'case:read' },
  { key: 'visits', href: '/detention', icon: 'visits', permission: 'visit:read' },
  { key: 'deadlines', href: '/deadlines', icon: 'clock', permission: 'case:read' },
  { key: 'minors', href: '/guardianship', icon: 'people', permission: 'case:read' },
  { key: 'belgium', href: '/countries/be', icon: 'country', permission: 'country:read' },
  { key: 'statistics', href: '/statistics', icon: 'statistics', permission: 'statistics:read' },
  { key: 'accounts', href: '/accounts', icon: 'accounts', permission: 'account:read' },
] as const satisfies readonly (Room & { icon: IconName })[]

/** What one can begin from anywhere. */
export const BEGINNINGS = [
  { key: 'logVisit', href: '/detention/new', icon: 'pen', permission: 'visit:record' },
  { key: 'newPerson', href: '/people/new', icon: 'people', permission: 'case:create' },
] as const satisfies readonly (Room & { icon: IconName })[]

/** What is reached from the places, and by its name from anywhere. */
export const BEYOND = [
  { key: 'newPlan', href: '/planning/new', permission: 'plan:write' },
  { key: 'newHandover', href: '/handovers/new', permission: 'case:assign' },
  { key: 'newReview', href: '/cases/review', permission: 'case:review' },
  { key: 'import', href: '/imports', permission: 'import:run' },
  { key: 'glass', href: '/circles/glass', permission: 'glass:break' },
  { key: 'find', href: '/people/search', permission: 'case:read' },
  { key: 'duplicates', href: '/people/duplicates', permission: 'case:edit' },
  { key: 'planning', href: '/planning', permission: 'plan:read' },
  { key: 'calendar', href: '/planning/calendar', permission: 'plan:read' },
  { key: 'closures', href: '/planning/closures', permission: 'closure:set' },
  { key: 'handovers', href: '/handovers', permission: 'handover:own' },
  { key: 'team', href: '/team', permission: 'team:read' },
  { key: 'sheets', href: '/sheets', permission: 'case:read' },
  { key: 'rules', href: '/deadlines/rules', permission: 'case:read' },
  { key: 'facts', href: '/countries/be/facts', permission: 'country:read' },
  { key: 'laws', href: '/countries/be/laws', permission: 'country:read' },
  { key: 'actors', href: '/countries/be/actors', permission: 'country:read' },
  { key: 'powers', href: '/countries/be/powers', permission: 'country:read' },
  { key: 'quality', href: '/countries/be/quality', permission: 'country:read' },
  { key: 'upkeep', href: '/countries/be/upkeep', permission: 'country:keep' },
  { key: 'equals', href: '/people/names', permission: 'country:keep' },
  { key: 'circles', href: '/circles', permission: 'circle:own' },
  { key: 'rights', href: '/rights', permission: 'rights:read' },
  { key: 'notices', href: '/notices', permission: 'session:own' },
  { key: 'settings', href: '/notices/settings', permission: 'session:own' },
  { key: 'drafts', href: '/drafts', permission: 'draft:own' },
  { key: 'me', href: '/accounts/me', permission: 'session:own' },
] as const satisfies readonly Room[]
