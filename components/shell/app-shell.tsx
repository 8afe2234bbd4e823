import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bell } from '@/components/layout/bell'
import { BottomBar } from '@/components/layout/bottom-bar'
import { Brand } from '@/components/layout/brand'
import { DemoMark } from '@/components/layout/demo-mark'
import { DraftOwner } from '@/components/layout/draft-owner'
import { HelpLink } from '@/components/layout/help-link'
import { MeMenu } from '@/components/layout/me-menu'
import { beginningsOf, menuOf, ownOf, pagesOf } from '@/components/layout/menu'
import { NewMenu } from '@/components/layout/new-menu'
import { OutboxSender } from '@/components/layout/outbox-sender'
import { Rail } from '@/components/layout/rail'
import { RegisterWorker } from '@/components/layout/register-worker'
import { SearchLink } from '@/components/layout/search-link'
import { SyncLine } from '@/components/layout/sync-state'
import type { Theme } from '@/components/layout/theme'
import { UrgentHelp } from '@/components/layout/urgent-help'
import { Icon } from '@/components/ui/icon'
import { can } from '@/lib/access/can'
import type { Accent, KindOfWork } from '@/lib/settings/setting.rules'
import type { Actor } from '@/lib/shared/actor'
import { QuickHide } from './quick-hide'

/** What the organisation has set of the frame: its name, logo and accent, and the work it does. */
export type Look = {
  readonly name: string
  readonly logo: string
  readonly accent: Accent
  readonly does: readonly KindOfWork[]
}

/** The frame around a page. It shows what the role can reach and guards nothing. */
export const AppShell = ({
  actor,
  look,
  theme,
  isDiscreet,
  isDemo,
  isHelpKeyOn,
  children,
}: {
  actor: Actor
  look: Look
  theme: Theme
  isDiscreet: boolean
  isDemo: boolean
  isHelpKeyOn: boolean
  children: ReactNode
}) => {
  const t = useTranslations('layout')
  const menu = menuOf(actor, look.does)
  const beginnings = beginningsOf(actor)
  const canKeep = can(actor, 'draft:own')
  return (
    <div className="contents" data-accent={look.accent}>
      <a
        href="#main"
        className="absolute start-3 -top-24 z-30 rounded bg-surface px-4 py-3 font-semibold focus:top-3"
      >
        {t('skip')}
      </a>
      <RegisterWorker />
      <DraftOwner account={actor.id} />
      {canKeep ? <OutboxSender account={actor.id} /> : null}
      <div className="flex min-h-dvh">
        <Rail menu={menu} look={look} name={actor.name} role={actor.role} canKeep={canKeep} />
        <div className="flex min-w-0 grow flex-col">
          <header data-print="no" className="z-20 lg:sticky lg:top-0">
            <div className="flex h-14 items-center bg-rail px-3 max-[22rem]:px-2 lg:gap-2.5 lg:border-b lg:border-hair lg:bg-paper lg:px-7">
              {isDemo ? null : (
                <span className="me-2 lg:hidden">
                  <Brand isBeside />
                </span>
              )}
              <SearchLink pages={pagesOf(actor)} canFind={can(actor, 'case:read')} />
              <span className="ms-auto max-lg:hidden" />
              {isDemo ? <DemoMark /> : null}
              <NewMenu beginnings={beginnings} />
              <UrgentHelp canBreak={can(actor, 'glass:break')} />
              <QuickHide hint={t('quiet.hint')}>
                <Icon name="hide" className="size-5.5" />
                <span className="sr-only">{t('quiet.hide')}</span>
              </QuickHide>
              <HelpLink role={actor.role} isKeyOn={isHelpKeyOn} />
              <Bell />
              <MeMenu
                name={actor.name}
                theme={theme}
                isDiscreet={isDiscreet}
                own={ownOf(actor)}
                canKeep={canKeep}
              />
            </div>
            {canKeep ? <SyncLine /> : null}
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="w-full max-w-[87.5rem] grow px-4 pt-3 pb-12 lg:px-7 lg:pt-4.5"
          >
            {children}
          </main>
          <BottomBar menu={menu} beginnings={beginnings} isDemo={isDemo} />
        </div>
      </div>
    </div>
  )
}
