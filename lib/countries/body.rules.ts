// A body is an institution or organisation of a country: "actor" already means the person who acts in this application.

import type { Locale } from '@/lib/i18n/locales'
import type { Texts } from './fact.rules'
import type { ActorKind, ActorSector } from './vocabulary.rules'

export type Body = {
  readonly slug: string
  readonly name: Texts
  readonly aliases: readonly string[]
  readonly kind: ActorKind
  readonly sector: ActorSector
  readonly role: Texts
  readonly city: string | null
  readonly founded: string | null
  readonly parent: Texts | null
  readonly note: Texts | null
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Bodies of a sector whose names, other names or role hold every word looked for. */
export const filterBodies = (
  bodies: readonly Body[],
  filter: { readonly sector: ActorSector | null; readonly text: string },
  locale: Locale,
): readonly Body[] => {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  return bodies.filter((body) => {
    if (filter.sector !== null && body.sector !== filter.sector) return false
    const text = fold([...Object.values(body.name), ...body.aliases, body.role[locale]].join(' '))
    return words.every((word) => text.includes(word))
  })
}
