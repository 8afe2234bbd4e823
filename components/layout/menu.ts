import type { IconName } from '@/components/ui/icon'
import { can } from '@/lib/access/can'
import { KINDS_OF_WORK, type KindOfWork } from '@/lib/settings/setting.rules'
import type { Actor } from '@/lib/shared/actor'
import {
  BEGINNINGS,
  BESIDE,
  BEYOND,
  type BeyondKey,
  DIRECTORIES,
  type DirectoryKey,
  MENUS,
  PLACES,
  type PlaceKey,
  ROOMS,
} from './places'

export type MenuPlace = {
  readonly key: PlaceKey
  readonly href: string
  readonly icon: IconName
  /** Addresses that stand under this entry, beside its own. */
  readonly rooms: readonly string[]
  /** Addresses below these that have an entry of their own. */
  readonly besides: readonly string[]
}
export type Beginning = {
  readonly key: (typeof BEGINNINGS)[number]['key']
  readonly href: string
  readonly icon: IconName
}
/** Entries that say how many there are behind them. */
const COUNTED = [
  'today',
  'caseload',
  'visits',
  'deadlines',
  'minors',
  'handovers',
  'duplicates',
  'reports',
  'accounts',
] as const
export type Counted = (typeof COUNTED)[number]
export const isCounted = (key: PlaceKey): key is Counted => COUNTED.some((one) => one === key)

export type MenuGroup = { readonly name: 'own' | 'team'; readonly places: readonly MenuPlace[] }
export type Listed = { readonly key: PlaceKey | BeyondKey; readonly href: string }

const roomsOf = (key: PlaceKey): string[] =>
  ROOMS.filter(({ under }) => under === key).map(({ href }) => href)

const addressesOf = ({ key, href }: { key: PlaceKey; href: string }): string[] => [
  ...(href === '/' ? [] : [href]),
  ...roomsOf(key),
]

/** Entries that go with a kind of work; an organisation that does not do it has no entry, and keeps the page. */
const WORK_OF: Partial<Record<PlaceKey, KindOfWork>> = { visits: 'detention', minors: 'minors' }

/** Only for drawing: what is not in the menu is refused by its own handler. */
export const menuOf = (actor: Actor, does: readonly KindOfWork[] = KINDS_OF_WORK.codes): MenuGroup[] => {
  const { own, team } = MENUS[actor.role]
  const all = [...own, ...team].filter((key: PlaceKey) => {
    const kind = WORK_OF[key]
    return kind === undefined || does.includes(kind)
  })
  const open = all.flatMap((key) => PLACES.filter((one) => one.key === key && can(actor, one.permission)))
  const toPlace = ({ key, href, icon }: (typeof open)[number]): MenuPlace => {
    const mine = addressesOf({ key, href })
    const besides = open
      .filter((one) => one.key !== key)
      .flatMap(addressesOf)
      .filter((other) => mine.some((one) => other.startsWith(`${one}/`) || (other === one && other !== href)))
    return { key, href, icon, rooms: roomsOf(key), besides }
  }
  const inGroup = (keys: readonly PlaceKey[]) => open.filter(({ key }) => keys.includes(key)).map(toPlace)
  return [
    { name: 'own' as const, places: inGroup(own) },
    { name: 'team' as const, places: inGroup(team) },
  ].filter(({ places }) => places.length > 0)
}

export const beginningsOf = (actor: Actor): Beginning[] =>
  BEGINNINGS.filter(({ permission }) => can(actor, permission)).map(({ key, href, icon }) => ({
    key,
    href,
    icon,
  }))

const listed = (actor: Actor, keys: readonly (PlaceKey | BeyondKey)[]): Listed[] =>
  keys.flatMap((key) =>
    [...PLACES, ...BEYOND]
      .filter((page) => page.key === key && can(actor, page.permission))
      .map(({ key, href }) => ({ key, href })),
  )

const inMenu = (actor: Actor): ReadonlySet<string> =>
  new Set(menuOf(actor).flatMap(({ places }) => places.map(({ key }) => key)))

/** The pages about one’s own work that the menu does not have. */
export const ownOf = (actor: Actor): Listed[] => {
  const menu = inMenu(actor)
  const elsewhere = new Set<string>(menu.has('requests') ? DIRECTORIES.requests : [])
  return listed(
    actor,
    BESIDE.account.filter((key) => !menu.has(key) && !elsewhere.has(key)),
  )
}

/** What an entry of the menu lists, as far as the reader may open it. */
export const directoryOf = (actor: Actor, key: DirectoryKey): Listed[] => listed(actor, DIRECTORIES[key])

/** What leads on from an address that has no page for the reader. */
export const onwardOf = (actor: Actor): Listed[] => listed(actor, BESIDE.missing)

export const besideCountry = (actor: Actor): Listed[] => listed(actor, BESIDE.belgium)

/** Keys of every page that the search of the application may lead to, what can be begun first, then the menu. */
export const pagesOf = (actor: Actor): string[] => {
  const menu = inMenu(actor)
  // The first page has one name for each role.
  const others = PLACES.filter(({ key, href }) => href !== '/' && !menu.has(key))
  return [
    ...beginningsOf(actor).map(({ key }) => key),
    ...menu,
    ...[...others, ...BEYOND].filter(({ permission }) => can(actor, permission)).map(({ key }) => key),
  ]
}

/** What a link of the menu is told of the addresses around its own: lists with nothing in them do not travel. */
export const around = (
  rooms: readonly string[],
  besides: readonly string[],
): { readonly rooms?: readonly string[]; readonly besides?: readonly string[] } => ({
  ...(rooms.length === 0 ? {} : { rooms: [...rooms] }),
  ...(besides.length === 0 ? {} : { besides: [...besides] }),
})
