import type { IconName } from '@/components/ui/icon'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/shared/actor'
import { BEGINNINGS, BEYOND, PLACES } from './places'

export type MenuPlace = {
  readonly key: (typeof PLACES)[number]['key']
  readonly href: string
  readonly icon: IconName
}
export type Beginning = {
  readonly key: (typeof BEGINNINGS)[number]['key']
  readonly href: string
  readonly icon: IconName
}

/** Only for drawing: what is not in the menu is refused by its own handler. */
export const placesOf = (actor: Actor): MenuPlace[] =>
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

/** Keys of every page that the search of the application may lead to, what can be begun first. */
export const pagesOf = (actor: Actor): string[] =>
  [...BEGINNINGS, ...PLACES, ...BEYOND]
    .filter(({ permission }) => can(actor, permission))
    .map(({ key }) => key)
