import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Flyout } from './flyout'
import type { MenuPlace } from './menu'
import { PlaceLink } from './place-link'

/** Cells are as wide as their words need: “Aujourd’hui” takes what “Plus” leaves. */
const CELL =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 border-t-3 border-transparent px-0.5 text-sm text-muted no-underline focus-visible:-outline-offset-3 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink'
const NEAR = ['today', 'caseload', 'visits']
/** As many as fit beside each other with words that can be read. */
const WIDTH = 5

/** The menu of a phone: three places near the thumb, logging a visit in the middle; what finds no room, under "More". */
export const BottomBar = ({
  places,
  canLogVisit,
}: {
  places: readonly MenuPlace[]
  canLogVisit: boolean
}) => {
  const t = useTranslations('layout')
  const isAll = places.length + (canLogVisit ? 1 : 0) <= WIDTH
  const near = places.filter(({ key }) => isAll || NEAR.includes(key))
  const more = places.filter((place) => !near.includes(place))
  const middle = Math.min(2, near.length)
  const toCell = ({ key, href, icon }: MenuPlace) => (
    <li key={key} className="min-w-0 flex-auto">
      <PlaceLink href={href} className={CELL}>
        <Icon name={icon} className="size-5.5" />
        <span className="max-w-full truncate">{t(`place.${key}`)}</span>
      </PlaceLink>
    </li>
  )
  return (
    <nav
      data-print="no"
      aria-label={t('menu')}
      className="sticky bottom-0 z-10 border-t border-hair bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto flex max-w-xl items-stretch">
        {near.slice(0, middle).map(toCell)}
        {canLogVisit ? (
          // On the narrowest phones it gives way, so that no word beside it is cut.
          <li className="flex min-w-0 flex-auto items-center justify-center px-1 py-1.5 max-[359px]:w-17 max-[359px]:flex-none max-[359px]:px-0.5">
            <Link
              href="/detention/new"
              prefetch={false}
              className="flex min-h-11 w-full flex-col items-center justify-center rounded bg-accent px-2 text-center max-[359px]:px-0.5 text-sm leading-tight font-semibold text-accent-ink no-underline"
            >
              {t('begin.logVisit')}
            </Link>
          </li>
        ) : null}
        {near.slice(middle).map(toCell)}
        {more.length === 0 ? null : (
          <li className="min-w-0 flex-auto">
            <Flyout
              label={t('more')}
              place="bottom"
              triggerClass={CELL}
              trigger={
                <>
                  <Icon name="more" className="size-5.5" />
                  {t('more')}
                </>
              }
            >
              <ul className="grid">
                {more.map(({ key, href, icon }) => (
                  <li key={key}>
                    <PlaceLink
                      href={href}
                      className="flex min-h-12 items-center gap-3 rounded px-2 text-ink no-underline aria-[current]:font-semibold"
                    >
                      <Icon name={icon} className="size-5 text-accent" />
                      {t(`place.${key}`)}
                    </PlaceLink>
                  </li>
                ))}
              </ul>
            </Flyout>
          </li>
        )}
      </ul>
    </nav>
  )
}
