import { useTranslations } from 'next-intl'
import { Brand } from './brand'
import type { MenuPlace } from './menu'
import { PlaceLink } from './place-link'
import { SyncState } from './sync-state'

/** The menu of a wide screen. */
export const Rail = ({
  places,
  name,
  canKeep,
}: {
  places: readonly MenuPlace[]
  name: string
  canKeep: boolean
}) => {
  const t = useTranslations('layout')
  return (
    <nav
      data-print="no"
      aria-label={t('menu')}
      className="sticky top-0 hidden h-dvh w-54 shrink-0 flex-col overflow-y-auto bg-rail px-3 py-5 text-rail-ink lg:flex"
    >
      <p className="px-2.5 pt-1 pb-5">
        <Brand />
      </p>
      <ul className="grid gap-1">
        {places.map(({ key, href }) => (
          <li key={key}>
            <PlaceLink
              href={href}
              className="flex min-h-10.5 items-center rounded border-s-3 border-transparent px-3 text-rail-ink no-underline hover:bg-rail-active focus-visible:outline-sun aria-[current]:border-sun aria-[current]:bg-rail-active aria-[current]:font-semibold"
            >
              {t(`place.${key}`)}
            </PlaceLink>
          </li>
        ))}
      </ul>
      <p className="mt-auto border-t border-rail-hair px-3 pt-3 text-sm text-rail-muted">
        <bdi className="block">{name}</bdi>
        {canKeep ? <SyncState /> : null}
      </p>
    </nav>
  )
}
