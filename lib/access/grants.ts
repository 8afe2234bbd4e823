import type { Capability } from '@/lib/shared/capabilities'
import type { Role } from '@/lib/shared/roles'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * How far a permission reaches. `member`: files and visits one is named on. `assigned`: these and the files one works.
 * `team`: these and the open files of the teams one leads. `organisation`: what belongs to the organisation and to no one’s life.
 * `own`: what is about oneself. Restricted and sealed files are for members whatever the reach (see can.ts).
 */
export type Reach = 'own' | 'member' | 'assigned' | 'team' | 'organisation'

export const PERMISSIONS = vocabulary('access.permissions', [
  'case:read',
  'case:create',
  'case:edit',
  'case:assign',
  'case:review',
  'handover:own',
  'team:read',
  'note:write',
  'signal:answer',
  'view:save',
  'visit:read',
  'visit:record',
  'plan:read',
  'plan:write',
  'closure:set',
  'project:keep',
  'partner:read',
  'partner:keep',
  'partner:warn',
  'partner:link',
  'config:keep',
  'field:keep',
  'deadline:rule',
  'country:read',
  'country:keep',
  'statistics:read',
  'statistics:export',
  'account:read',
  'account:invite',
  'account:manage',
  'account:vouch',
  'accreditation:set',
  'session:own',
  'draft:own',
  'circle:own',
  'glass:break',
  'part:read',
  'rights:read',
  'rights:erase',
  'rights:rule',
  'import:run',
  'report:read',
  'report:sealed',
  'capability:read',
  'system:read',
])
export type Permission = CodeOf<typeof PERMISSIONS>

/** THE table. Only can() and scope() read it; row-level security says the same, and a property test holds the three equal. */
export const GRANTS: Readonly<Record<Role, Readonly<Partial<Record<Permission, Reach>>>>> = {
  caseworker: {
    'case:read': 'assigned',
    'case:create': 'assigned',
    'case:edit': 'assigned',
    'handover:own': 'own',
    'note:write': 'assigned',
    'signal:answer': 'assigned',
    'view:save': 'own',
    'visit:read': 'assigned',
    'visit:record': 'assigned',
    'plan:read': 'assigned',
    'plan:write': 'assigned',
    'country:read': 'organisation',
    'partner:read': 'organisation',
    'session:own': 'own',
    'draft:own': 'own',
    'circle:own': 'own',
    'glass:break': 'organisation',
    'rights:read': 'assigned',
    'rights:erase': 'assigned',
    // A count of files; no file is opened by it.
    'report:read': 'assigned',
    'capability:read': 'organisation',
  },
  coordinator: {
    'case:read': 'team',
    'case:create': 'team',
    'case:edit': 'team',
    'case:assign': 'team',
    'case:review': 'team',
    'handover:own': 'own',
    'team:read': 'team',
    'note:write': 'team',
    'signal:answer': 'team',
    'view:save': 'team',
    'visit:read': 'team',
    'visit:record': 'team',
    'plan:read': 'team',
    'plan:write': 'team',
    'closure:set': 'organisation',
    'deadline:rule': 'organisation',
    'country:read': 'organisation',
    'partner:read': 'organisation',
    'partner:keep': 'organisation',
    'partner:warn': 'organisation',
    'partner:link': 'team',
    'account:vouch': 'organisation',
    'accreditation:set': 'team',
    'session:own': 'own',
    'draft:own': 'own',
    'circle:own': 'own',
    'glass:break': 'organisation',
    'rights:read': 'team',
    'rights:erase': 'team',
    'import:run': 'team',
    // A count of files; no file is opened by it.
    'report:read': 'team',
    'capability:read': 'organisation',
  },
  // An admin keeps the organisation and reaches no personal content at all.
  admin: {
    'account:vouch': 'organisation',
    // Visits of all offices; figures about people need the capability (docs/adr/0140).
    'report:read': 'organisation',
    'country:read': 'organisation',
    'country:keep': 'organisation',
    'statistics:read': 'organisation',
    'statistics:export': 'organisation',
    'account:read': 'organisation',
    'account:invite': 'organisation',
    'account:manage': 'organisation',
    'accreditation:set': 'organisation',
    'project:keep': 'organisation',
    'partner:read': 'organisation',
    'partner:keep': 'organisation',
    // Settings, offices, lists, places; no one is behind them.
    'config:keep': 'organisation',
    'field:keep': 'organisation',
    // How the installation is; it names no one.
    'system:read': 'organisation',
    'session:own': 'own',
    'draft:own': 'own',
    // What was erased of open files, and how many fall due: no name, no code.
    'rights:read': 'organisation',
    'rights:rule': 'organisation',
    'capability:read': 'organisation',
  },
  // A guest reads parts of a file, on a page of their own, and never the file (docs/adr/0051).
  guest: {
    'part:read': 'member',
    'country:read': 'organisation',
    'session:own': 'own',
  },
}

/** What a capability adds, in any role that may hold one (docs/adr/0140). Figures only: a permission about files never stands here. */
export const BY_CAPABILITY: Readonly<Record<Capability, Readonly<Partial<Record<Permission, Reach>>>>> = {
  reads_figures: { 'report:read': 'organisation' },
  reads_sealed_figures: { 'report:sealed': 'organisation' },
}
