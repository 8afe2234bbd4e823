import type { IconName } from '@/components/ui/icon'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'

/** The places of the house in their one order, and what one must be allowed to do to see them in the menu. */
const PLACES = [
  { key: 'today', href: '/', icon: 'today', permission: 'session:own' },
  { key: 'caseload', href: '/cases', icon: 'caseload', permission: 'case:read' },
  { key: 'visits', href: '/detention', icon: 'visits', permission: 'visit:read' },
  { key: 'deadlines', href: '/deadlines', icon: 'clock', permission: 'case:read' },
  { key: 'minors', href: '/guardianship', icon: 'people', permission: 'case:read' },
  { key: 'belgium', href: '/countries/be', icon: 'country', permission: 'country:read' },
  { key: 'statistics', href: '/statistics', icon: 'statistics', permission: 'statistics:read' },
  { key: 'accounts', href: '/accounts', icon: 'accounts', permission: 'account:read' },
] as const satisfies readonly { key: string; href: string; icon: IconName; permission: Permission }[]

/** What one can begin from anywhere. */
const BEGINNINGS = [
  { key: 'logVisit', href: '/detention/new', icon: 'pen', permission: 'visit:record' },
  { key: 'newPerson', href: '/people/new', icon: 'people', permission: 'case:create' },
] as const satisfies readonly { key: string; href: string; icon: IconName; permission: Permission }[]

export type Place = {
  readonly key: (typeof PLACES)[number]['key']
  readonly href: string
  readonly icon: IconName
}
export type Beginning = {
  readonly key: (typeof BEGINNINGS)[number]['key']
  readonly href: string
  readonly icon: IconName
}

/** Only for drawing: what is not in the menu is refused by its own door. */
export const placesOf = (actor: Actor): Place[] =>
  PLACES.filter(({ permission }) => can(actor, permission)).map(({ key, href, icon }) => ({
    key,
    href,
    icon,
  }))

export const beginningsOf = (actor: Actor): Beginning[] =>
  BEGINNINGS.filter(({ permission }) => can(actor, permission)).map(({ key, href, icon }) => ({
    key,
    href,
    icon,
  }))
