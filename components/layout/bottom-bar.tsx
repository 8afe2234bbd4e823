import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Flyout } from './flyout'
import { ME } from './me-menu'
import { around, type Beginning, type MenuGroup, type MenuPlace } from './menu'
import { PlaceLink } from './place-link'

/** Cells are as wide as their words need: “Aujourd’hui” takes what “Plus” leaves. */
const CELL = 'bar-entry'
const ROW = 'more-entry'
const NEAR = ['today', 'caseload', 'visits']
/** As many as fit beside “More” with words that can be read. */
const WIDTH = 4

/** The menu of a phone: what is near the thumb, recording a visit in the middle; everything else under "More". */
export const BottomBar = ({
  menu,
  beginnings,
  isDemo,
}: {
  menu: readonly MenuGroup[]
  beginnings: readonly Beginning[]
  isDemo: boolean
}) => {
  const t = useTranslations('layout')
  const words = useTranslations('menu')
  const [visit, rest] = [
    beginnings.find(({ key }) => key === 'logVisit'),
    beginnings.filter(({ key }) => key !== 'logVisit'),
  ]
  const places = menu.flatMap((group) => group.places)
  const near = visit === undefined ? places.slice(0, WIDTH) : places.filter(({ key }) => NEAR.includes(key))
  const more = menu
    .map((group) => ({ ...group, places: group.places.filter((place) => !near.includes(place)) }))
    .filter((group) => group.places.length > 0)
  const middle = Math.min(2, near.length)
  const toCell = ({ key, href, icon, rooms, besides }: MenuPlace) => (
    <li key={key} className="min-w-0 flex-auto">
      <PlaceLink href={href} {...around(rooms, besides)} className={CELL}>
        <Icon name={icon} />
        <span>{words(`place.${key}`)}</span>
      </PlaceLink>
    </li>
  )
  return (
    <nav
      data-print="no"
      aria-label={t('menu')}
      // Where a visit is written there is one bar and one filled button: that of the form.
      className="sticky bottom-0 z-10 border-t border-hair bg-surface pb-[env(safe-area-inset-bottom)] has-[.writes[aria-current]]:hidden lg:hidden"
    >
      <ul className="mx-auto flex max-w-xl items-stretch">
        {near.slice(0, middle).map(toCell)}
        {visit === undefined ? null : (
          // On the narrowest phones it gives way, so that no word beside it is cut.
          <li className="flex min-w-0 flex-auto items-center justify-center px-1 py-1.5 max-[359px]:w-17 max-[359px]:flex-none max-[359px]:px-0.5">
            <PlaceLink
              href={visit.href}
              className="writes flex min-h-11 w-full flex-col items-center justify-center rounded bg-accent px-2 text-center max-[359px]:px-0.5 text-sm leading-tight font-semibold text-accent-ink no-underline"
            >
              {words('begin.logVisit')}
            </PlaceLink>
          </li>
        )}
        {near.slice(middle).map(toCell)}
        <li className="more-cell min-w-0 flex-auto">
          <Flyout
            label={t('more')}
            place="bottom"
            triggerClass={CELL}
            trigger={
              <>
                <Icon name="menu" />
                {t('more')}
              </>
            }
          >
            {more.map(({ name, places: listed }) => (
              <div key={name}>
                {name === 'own' ? null : (
                  <p className="px-2 pt-3 text-sm text-muted">{words('group.team')}</p>
                )}
                <ul className="grid">
                  {listed.map(({ key, href, icon, rooms, besides }) => (
                    <li key={key}>
                      <PlaceLink href={href} {...around(rooms, besides)} className={ROW}>
                        <Icon name={icon} />
                        {words(`place.${key}`)}
                      </PlaceLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            <ul className="mt-1 grid border-t border-hair pt-1">
              {rest.map(({ key, href, icon }) => (
                <li key={key}>
                  <Link href={href} className={ROW}>
                    <Icon name={icon} />
                    {words(`begin.${key}`)}
                  </Link>
                </li>
              ))}
              <li>
                <button type="button" popoverTarget={ME} className={ROW}>
                  <Icon name="me" />
                  {t('me')}
                </button>
              </li>
            </ul>
            {isDemo ? <p className="px-2 pt-2 text-sm text-late">{t('demoWhat')}</p> : null}
          </Flyout>
        </li>
      </ul>
    </nav>
  )
}
