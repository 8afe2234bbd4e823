import type { TermKey } from '@/components/layout/term'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Role } from '@/lib/shared/roles'
import type { GuideKey } from './guides'

export type HelpRoomKey = keyof Messages['help']['room']
export type HelpRoom = {
  readonly key: HelpRoomKey
  /** Addresses for which it helps, by how they begin; "/" is the first page alone. */
  readonly at: readonly string[]
  readonly roles: readonly Role[]
  readonly terms: readonly TermKey[]
  readonly guides: readonly GuideKey[]
}

const WORKERS = ['caseworker', 'coordinator'] as const
const ALL = ['caseworker', 'coordinator', 'admin', 'guest'] as const

/** What helps on which page, in the order of the menu. Of several that fit an address, the longest beginning counts. */
export const HELP_ROOMS: readonly HelpRoom[] = [
  {
    key: 'today',
    at: ['/', '/notices', '/circles'],
    roles: WORKERS,
    terms: ['signal', 'nextStep', 'deadline', 'restricted'],
    guides: ['recordVisit', 'answerSignal', 'addPerson', 'hidePage', 'emergency'],
  },
  {
    key: 'overview',
    at: ['/', '/notices', '/circles'],
    roles: ['admin'],
    terms: ['release', 'retention', 'erasure'],
    guides: ['inviteColleague', 'publishTable', 'hidePage'],
  },
  {
    key: 'shared',
    at: ['/', '/circles', '/notices', '/accounts'],
    roles: ['guest'],
    terms: ['guest', 'restricted'],
    guides: ['readShared', 'hidePage'],
  },
  {
    key: 'caseload',
    at: ['/cases', '/activities', '/enquiries', '/people/new', '/people/search'],
    roles: WORKERS,
    terms: ['signal', 'nextStep', 'restricted', 'review'],
    guides: ['findPerson', 'filterList', 'addPerson'],
  },
  {
    key: 'file',
    at: ['/cases/', '/summaries'],
    roles: WORKERS,
    terms: ['signal', 'nextStep', 'safeContact', 'consent', 'restricted', 'emergencyAccess'],
    guides: ['writeNote', 'setNextStep', 'makeAppointment', 'answerSignal', 'makeLetter', 'restoreDraft'],
  },
  {
    key: 'procedure',
    at: ['/cases/*/asylum', '/cases/*/detention', '/cases/*/guardianship', '/cases/*/deadlines'],
    roles: WORKERS,
    terms: [
      'detentionOrder',
      'councilChamber',
      'dublin',
      'borderProcedure',
      'appeal',
      'suspensive',
      'notified',
      'guardian',
      'treatedAsMinor',
    ],
    guides: ['recordDecision', 'letterDiffers', 'confirmRule', 'reportMinor'],
  },
  {
    key: 'visits',
    at: ['/detention'],
    roles: WORKERS,
    terms: ['closedCentre', 'accreditation', 'signal', 'nextStep'],
    guides: ['recordVisit', 'takeVisitAlong', 'phoneTexts', 'phoneLost', 'workOffline'],
  },
  {
    key: 'planner',
    at: ['/planning'],
    roles: WORKERS,
    terms: ['visitSheet', 'accreditation', 'closedCentre'],
    guides: ['planVisit', 'recordVisit'],
  },
  {
    key: 'deadlines',
    at: ['/deadlines'],
    roles: WORKERS,
    terms: ['deadline', 'rule', 'notified', 'appeal', 'suspensive'],
    guides: ['recordDecision', 'letterDiffers', 'confirmRule'],
  },
  {
    key: 'minors',
    at: ['/guardianship'],
    roles: WORKERS,
    terms: ['guardian', 'takenInCharge', 'treatedAsMinor'],
    guides: ['reportMinor'],
  },
  {
    key: 'partners',
    at: ['/partners', '/enquiries/incoming'],
    roles: ['caseworker', 'coordinator', 'admin'],
    terms: ['consent'],
    guides: ['findPartner', 'keepPartner', 'warnPartner', 'incomingLink'],
  },
  {
    key: 'team',
    at: ['/team', '/handovers', '/cases/review'],
    roles: ['coordinator'],
    terms: ['handover', 'review', 'accreditation'],
    guides: ['handOver', 'reviewFiles'],
  },
  {
    key: 'import',
    at: ['/imports', '/people/duplicates'],
    roles: ['coordinator'],
    terms: ['duplicate'],
    guides: ['importTable'],
  },
  {
    key: 'reports',
    at: ['/reports', '/countries/be/comparison'],
    roles: ['caseworker', 'coordinator', 'admin'],
    terms: ['release'],
    guides: ['makeReport', 'countTrafficking'],
  },
  {
    key: 'publication',
    at: ['/statistics'],
    roles: ['admin'],
    terms: ['release'],
    guides: ['publishTable'],
  },
  {
    key: 'people',
    at: ['/accounts'],
    roles: ['admin'],
    terms: ['accreditation', 'guest'],
    guides: ['inviteColleague'],
  },
  {
    key: 'organisation',
    at: ['/settings', '/setup'],
    roles: ['admin'],
    terms: ['closedCentre', 'rule'],
    guides: [
      'setUp',
      'ownWords',
      'ownPlaces',
      'addField',
      'addTemplate',
      'mergeOffices',
      'undoSetting',
      'configurationFile',
    ],
  },
  {
    key: 'settings',
    at: ['/requests', '/reports/readers', '/rights', '/lists', '/people/names', '/notices/settings'],
    roles: ['coordinator', 'admin'],
    terms: ['retention', 'erasure', 'consent', 'rule'],
    guides: ['eraseFile', 'confirmRule'],
  },
  {
    key: 'belgium',
    at: ['/countries', '/sheets'],
    roles: ALL,
    terms: ['closedCentre', 'dublin', 'appeal', 'guardian'],
    guides: ['citeFigure'],
  },
  {
    key: 'account',
    at: ['/accounts/me'],
    roles: ALL,
    terms: ['accreditation'],
    guides: ['confirmWho', 'addPasskey'],
  },
  {
    key: 'drafts',
    at: ['/drafts'],
    roles: ['caseworker', 'coordinator', 'admin'],
    terms: ['draft'],
    guides: ['restoreDraft', 'phoneTexts', 'phoneLost', 'workOffline'],
  },
  {
    key: 'waiting',
    at: ['/waiting'],
    roles: WORKERS,
    terms: ['draft', 'restricted'],
    guides: ['decideWaiting', 'phoneTexts'],
  },
]

/** How much of an address a beginning covers; -1 when it is another one. A star is any one part. */
const fits = (at: string, path: string): number => {
  if (at === '/') return path === '/' ? 1 : -1
  const [asked, given] = [at.split('/'), path.split('/')]
  const isFit = asked.every((part, index) =>
    part === '' && index > 0
      ? (given[index] ?? '') !== ''
      : part === '*'
        ? given[index] !== undefined
        : part === given[index],
  )
  return isFit ? at.replace('*', '').length : -1
}

export const roomsFor = (role: Role): HelpRoom[] => HELP_ROOMS.filter(({ roles }) => roles.includes(role))

/** What helps here; where nothing is written for an address, what helps on the first page of the role. */
export const roomAt = (path: string, role: Role): HelpRoom | undefined => {
  const open = roomsFor(role)
  const ranked = open
    .map((room) => ({ room, fit: Math.max(...room.at.map((at) => fits(at, path))) }))
    .filter(({ fit }) => fit >= 0)
    .sort((one, other) => other.fit - one.fit)
  return ranked[0]?.room ?? open[0]
}
