import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { useDeviceState } from './device'
import { Gate } from './gate'
import { Home } from './home'
import { ItemsPage } from './items-page'
import { Elsewhere, LockScreen, ToldToForget } from './lock-screen'
import { FactsLink, UrgentNumbers } from './no-network'
import { PreparePage } from './prepare-page'
import { Strip } from './strip'
import { TakePage } from './take-page'
import { useKeptShut } from './use-kept-shut'
import { useSending } from './use-sending'
import { useView, type View } from './use-view'
import { WriteEntry } from './write-entry'
import { WriteVisit } from './write-visit'

/** This browser keeps nothing here yet. */
const Unprepared = ({ canPrepare }: { canPrepare: boolean }) => {
  const t = useTranslations('offline')
  return (
    <div className="grid gap-5">
      <h1>{t('unprepared.title')}</h1>
      <ToldToForget />
      <Notice>{t(canPrepare ? 'unprepared.what' : 'unprepared.unable')}</Notice>
      {canPrepare ? (
        <p>
          <a href="#prepare">{t('prepare.title')}</a>
        </p>
      ) : null}
      <section aria-labelledby="urgent">
        <h2 id="urgent" className="text-h3">
          {t('urgent')}
        </h2>
        <UrgentNumbers />
        <p className="mt-3">
          <FactsLink />
        </p>
      </section>
    </div>
  )
}

const OpenPage = ({ view }: { view: Exclude<View, { readonly at: 'prepare' }> }) => {
  switch (view.at) {
    case 'home':
      return <Home />
    case 'items':
      return <ItemsPage />
    case 'take':
      return <TakePage key={view.id} planId={view.id} />
    case 'write':
      return <WriteVisit key={view.id} name={view.id} />
    case 'note':
    case 'task':
    case 'activity':
      return <WriteEntry key={view.id} name={view.id} />
  }
}

/** What of this device is shown: its lock, or what lies behind it. */
export const DevicePages = () => {
  const t = useTranslations('offline')
  const state = useDeviceState()
  const view = useView()
  const isBusy = useSending()
  useKeptShut(state === 'open')
  const isOpen = state === 'open'
  const page = (): React.ReactNode => {
    if (state === 'unable') return <Unprepared canPrepare={false} />
    if (state === 'elsewhere') return <Elsewhere />
    // It opens the device as its last step, and says then what the browser promised: it must stay the same page.
    if (view.at === 'prepare') return <PreparePage />
    if (isOpen) return <OpenPage view={view} />
    // A visit that shall be taken along waits in the address until there is something to take it along in.
    if (view.at === 'take' && state === 'unprepared') return <PreparePage />
    return state === 'locked' ? <LockScreen /> : <Unprepared canPrepare />
  }
  return (
    <>
      <title>{t('name')}</title>
      <Strip isOpen={isOpen} isBusy={isBusy} />
      {page()}
      {isOpen || state === 'locked' ? <Gate isOpen={isOpen} /> : null}
    </>
  )
}
