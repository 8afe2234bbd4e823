import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { Role } from '@/lib/shared/roles'
import { Brand } from './brand'
import { around, isCounted, type MenuGroup, type MenuPlace } from './menu'
import { MenuCount } from './menu-count'
import { PlaceLink } from './place-link'
import { SyncState } from './sync-state'

/** The menu of a wide screen. */
export const Rail = ({
  menu,
  look,
  name,
  role,
  canKeep,
}: {
  menu: readonly MenuGroup[]
  look: { readonly name: string; readonly logo: string }
  name: string
  role: Role
  canKeep: boolean
}) => {
  const t = useTranslations('layout')
  const group = useTranslations('menu.group')
  const roles = useTranslations('accounts.role')
  return (
    <nav
      data-print="no"
      aria-label={t('menu')}
      className="sticky top-0 hidden h-dvh w-50 shrink-0 flex-col gap-px scroll-pb-28 overflow-y-auto bg-rail px-2.5 pt-3.5 text-dense text-rail-ink lg:flex"
    >
      <p className="px-2.5 pt-0.5 pb-3.5">
        <Brand />
        <OwnName {...look} />
      </p>
      {menu.map(({ name: one, places }) => (
        <div key={one}>
          {one === 'own' ? null : (
            <p id="menu-team" className="px-2.5 pt-2.5 pb-0.5 text-sm text-rail-muted">
              {group('team')}
            </p>
          )}
          <ul className="grid gap-px" {...(one === 'own' ? {} : { 'aria-labelledby': 'menu-team' })}>
            {places.map((place) => (
              <li key={place.key}>
                <RailLink place={place} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {/* In sight where the places above it are more than the screen has room for. */}
      <p className="sticky bottom-0 mt-auto border-t border-rail-hair bg-rail px-2.5 pt-2 pb-2 text-sm text-rail-muted">
        <bdi className="block font-semibold text-rail-ink">{name}</bdi>
        {roles(role)}
        {canKeep ? <SyncState /> : null}
      </p>
    </nav>
  )
}

/** The organisation, below the name of the application. */
const OwnName = ({ name, logo }: { name: string; logo: string }) => (
  <span className="mt-2.5 block text-sm text-rail-muted">
    {logo === '' ? null : (
      // biome-ignore lint/performance/noImgElement: one small picture of our own, with nothing to optimise.
      <img
        src={`/api/logo?v=${logo}`}
        alt=""
        className="mb-1.5 block max-h-12 max-w-full rounded-sm bg-white p-1"
      />
    )}
    <bdi className="wrap-anywhere">{name}</bdi>
  </span>
)

const RailLink = ({ place: { key, href, icon, rooms, besides } }: { place: MenuPlace }) => {
  const t = useTranslations('menu.place')
  const counted = isCounted(key) ? key : undefined
  return (
    <PlaceLink
      href={href}
      {...around(rooms, besides)}
      describedBy={counted === undefined ? undefined : `count-${counted}`}
      className="rail-entry"
    >
      <Icon name={icon} />
      {t(key)}
      {counted === undefined ? null : <MenuCount of={counted} />}
    </PlaceLink>
  )
}
