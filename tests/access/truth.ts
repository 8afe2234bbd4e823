import type { Permission, Reach } from '@/lib/access/grants'
import type { Role } from '@/lib/access/roles'

/**
 * Who may do what, for a supervisor to read. The grants in the code must say exactly this, and every page, route and
 * action must ask for exactly the permission that stands beside it below.
 */
type Line = readonly [Permission, Readonly<Partial<Record<Role, Reach>>>]

export const TRUTH: readonly Line[] = [
  ['case:read', { caseworker: 'assigned', coordinator: 'team', guest: 'member' }],
  ['case:create', { caseworker: 'assigned', coordinator: 'team' }],
  ['case:edit', { caseworker: 'assigned', coordinator: 'team' }],
  ['case:assign', { coordinator: 'team' }],
  ['note:write', { caseworker: 'assigned', coordinator: 'team' }],
  ['signal:answer', { caseworker: 'assigned', coordinator: 'team' }],
  ['visit:read', { caseworker: 'assigned', coordinator: 'team' }],
  ['visit:record', { caseworker: 'assigned', coordinator: 'team' }],
  [
    'country:read',
    { caseworker: 'organisation', coordinator: 'organisation', admin: 'organisation', guest: 'organisation' },
  ],
  ['statistics:read', { admin: 'organisation' }],
  ['statistics:export', { admin: 'organisation' }],
  ['account:read', { admin: 'organisation' }],
  ['account:invite', { admin: 'organisation' }],
  ['account:manage', { admin: 'organisation' }],
  ['accreditation:set', { coordinator: 'team', admin: 'organisation' }],
  ['session:own', { caseworker: 'own', coordinator: 'own', admin: 'own', guest: 'own' }],
  ['draft:own', { caseworker: 'own', coordinator: 'own', admin: 'own' }],
]

/** Nobody needs to be signed in here; each says why at its door. */
export const OPEN = 'open'

export const DOORS: Readonly<Record<string, Permission | typeof OPEN>> = {
  '/': 'session:own',
  '/sign-in': OPEN,
  '/sign-in/code': OPEN,
  '/sign-in/enrol': OPEN,
  '/accept-invitation': OPEN,
  '/people/new': 'case:create',
  '/cases': 'case:read',
  '/cases/[code]': 'case:read',
  '/cases/[code]/details': 'case:read',
  '/cases/[code]/sharing': 'case:read',
  '/cases/[code]/reassign': 'case:assign',
  '/detention': 'visit:read',
  '/detention/new': 'visit:record',
  '/detention/[visitId]': 'visit:read',
  '/countries': 'country:read',
  '/countries/be': 'country:read',
  '/countries/be/actors': 'country:read',
  '/countries/be/facts': 'country:read',
  '/countries/be/facts/[slug]': 'country:read',
  '/countries/be/laws': 'country:read',
  '/countries/be/quality': 'country:read',
  '/notices': 'session:own',
  '/notices/settings': 'session:own',
  '/statistics': 'statistics:read',
  '/accounts': 'account:read',
  '/accounts/[staffId]': 'account:read',
  '/accounts/me': 'session:own',
  'GET /statistics/export': 'statistics:export',
  'GET /api/draft-key': 'draft:own',
  'GET /api/notices': 'session:own',
  'lib/cases/intake openFile': 'case:create',
  'lib/cases/intake findAlike': 'case:create',
  'lib/cases/case editNextStep': 'case:edit',
  'lib/cases/case editDetails': 'case:edit',
  'lib/cases/case assignFile': 'case:assign',
  'lib/cases/claim addClaim': 'case:edit',
  'lib/cases/claim editPerson': 'case:edit',
  'lib/cases/note writeNote': 'note:write',
  'lib/cases/note answerSignal': 'signal:answer',
  'lib/detention/visit recordVisit': 'visit:record',
  'lib/detention/visit editVisitHours': 'visit:record',
  'lib/statistics/statistic releaseStatistic': 'statistics:export',
  'lib/notices/notice readNotices': 'session:own',
  'lib/notices/notice saveNoticeSettings': 'session:own',
  'lib/accounts/session signOut': OPEN,
  'lib/accounts/session signOutEverywhere': OPEN,
  'lib/accounts/session endMySession': 'session:own',
  'lib/accounts/session endMyOtherSessions': 'session:own',
  'lib/accounts/second-step proveSecondStep': OPEN,
  'lib/accounts/second-step acceptSecondStep': OPEN,
  'lib/accounts/second-step renewRecoveryCodes': OPEN,
  'lib/accounts/own-account changePassword': 'session:own',
  'lib/accounts/own-account saveProfile': 'session:own',
  'lib/accounts/administration deactivate': 'account:manage',
  'lib/accounts/administration reactivate': 'account:manage',
  'lib/accounts/administration changeRole': 'account:manage',
  'lib/accounts/administration endSessionsOfColleague': 'account:manage',
  'lib/accounts/administration addTeam': 'account:manage',
  'lib/accounts/administration setAccreditation': 'accreditation:set',
  'lib/accounts/invitation invite': 'account:invite',
  'lib/accounts/invitation withdraw': 'account:invite',
  'lib/accounts/invitation readInvitation': OPEN,
  'lib/accounts/invitation accept': OPEN,
}

/** Route handlers that no door maker made, each with its reason. */
export const NO_DOOR: Readonly<Record<string, string>> = {
  'GET /api/auth/[...nextauth]': 'next-auth answers itself, on the sign-in role',
  'POST /api/auth/[...nextauth]': 'next-auth answers itself, on the sign-in role',
  'GET /api/health': 'tells that the server runs, and nothing else',
}
