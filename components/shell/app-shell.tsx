import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bell } from '@/components/layout/bell'
import { BottomBar } from '@/components/layout/bottom-bar'
import { Brand } from '@/components/layout/brand'
import { DraftOwner } from '@/components/layout/draft-owner'
import { MeMenu } from '@/components/layout/me-menu'
import { beginningsOf, pagesOf, placesOf } from '@/components/layout/menu'
import { NewMenu } from '@/components/layout/new-menu'
import { OutboxSender } from '@/components/layout/outbox-sender'
import { Rail } from '@/components/layout/rail'
import { SearchLink } from '@/components/layout/search-link'
import { SyncLine } from '@/components/layout/sync-state'
import type { Theme } from '@/components/layout/theme'
import { UrgentHelp } from '@/components/layout/urgent-help'
import { Icon } from '@/components/ui/icon'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/shared/actor'
import { QuickHide } from './quick-hide'

/** The frame around a page. It shows what the role can reach and guards nothing. */
export const AppShell = ({
  actor,
  theme,
  isDiscreet,
  isDemo,
  children,
}: {
  actor: Actor
  theme: Theme
  isDiscreet: boolean
  isDemo: boolean
  children: ReactNode
}) => {
  const t = useTranslations('layout')
  const places = placesOf(actor)
  const beginnings = beginningsOf(actor)
  const canKeep = can(actor, 'draft:own')
  return (
    <>
      <a
        href="#main"
        className="absolute start-3 -top-24 z-20 rounded bg-surface px-4 py-3 font-semibold focus:top-3"
      >
        {t('skip')}
      </a>
      <DraftOwner account={actor.id} />
      {canKeep ? <OutboxSender account={actor.id} /> : null}
      <div className="flex min-h-dvh">
        <Rail places={places} name={actor.name} canKeep={canKeep} />
        <div className="flex min-w-0 grow flex-col">
          <header data-print="no">
            {isDemo ? (
              <p className="bg-late-soft px-4 py-1.5 text-center text-sm text-late">
                <strong>{t('demo')}</strong> {t('demoWhat')}
              </p>
            ) : null}
            <div className="flex items-center gap-1.5 bg-rail px-4 py-2 max-[22rem]:gap-0.5 max-[22rem]:px-2 sm:gap-3 lg:bg-transparent lg:px-8 lg:pt-5">
              <span className="grow">
                <span className="lg:hidden">
                  <Brand isBeside />
                </span>
              </span>
              <SearchLink pages={pagesOf(actor)} canFind={can(actor, 'case:read')} />
              <NewMenu beginnings={beginnings} />
              <UrgentHelp />
              <QuickHide hint={t('quiet.hint')}>
                <Icon name="hide" className="size-6" />
                <span className="sr-only">{t('quiet.hide')}</span>
              </QuickHide>
              <Bell />
              <MeMenu
                name={actor.name}
                theme={theme}
                isDiscreet={isDiscreet}
                canKeep={canKeep}
                canDecide={can(actor, 'circle:own')}
              />
            </div>
            {canKeep ? <SyncLine /> : null}
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="w-full max-w-[73.75rem] grow px-4 pt-5 pb-12 lg:px-8 lg:pt-3"
          >
            {children}
          </main>
          <BottomBar places={places} canLogVisit={beginnings.some(({ key }) => key === 'logVisit')} />
        </div>
      </div>
    </>
  )
}
