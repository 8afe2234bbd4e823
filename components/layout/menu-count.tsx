'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { Counted } from './menu'
import { listenToCounts, menuCount } from './menu-counts'

const none = () => 0

/**
 * How many there are behind an entry of the menu, as a description of its link, whose name stays the one word; nothing where there are
 * none. Only what is to be done today is yellow (menu-number in globals.css).
 */
export const MenuCount = ({ of }: { of: Counted }) => {
  const t = useTranslations('layout.counts')
  const count = useSyncExternalStore(listenToCounts, () => menuCount(of), none)
  return (
    <>
      <span id={`count-${of}`} hidden>
        {count ? t(of, { count }) : null}
      </span>
      {count ? (
        <span aria-hidden="true" className="menu-number" data-of={of}>
          {count}
        </span>
      ) : null}
    </>
  )
}
